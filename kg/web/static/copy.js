// The buttons of a page that copy. What they copy stands on the page, so that it can be had without scripts too.
const copiers = document.getElementById("copiers");
function copier(source) {
  const button = document.createElement("button");
  button.className = "link";
  button.textContent = source.dataset.copy;
  button.addEventListener("click", async () => {
    const told = document.getElementById("told");
    told.textContent = (await intoClipboard(source.href || source.textContent)) ? copiers.dataset.copied : copiers.dataset.failed;
    told.hidden = false;
  });
  return button;
}
if (copiers) {
  copiers.hidden = false;
  copiers.append(...[...document.querySelectorAll("[data-copy]")].map(copier));
}
