// Whether some text could be copied; where the browser has no clipboard for this page, by way of a selection.
async function intoClipboard(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch (problem) {
    const box = document.createElement("textarea");
    box.className = "unseen";
    box.ariaHidden = "true";
    box.value = text;
    document.body.append(box);
    box.select();
    const done = document.execCommand("copy");
    box.remove();
    return done;
  }
}
