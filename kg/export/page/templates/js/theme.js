// Light or dark: as the system has it, until the reader chooses; print is always light.
const SYSTEM_DARK = window.matchMedia("(prefers-color-scheme: dark)");
const theme = { chosen: null };
// A choice of the reader, kept where the browser lets pages keep something.
function remember(name, choice) {
  try {
    if (choice) localStorage.setItem(`claimgraph-${name}`, choice);
    return localStorage.getItem(`claimgraph-${name}`);
  } catch (problem) {
    return null;
  }
}
function applyTheme(forced) {
  const name = forced || theme.chosen || (SYSTEM_DARK.matches ? "dark" : "light");
  document.documentElement.dataset.theme = name;
  document.getElementById("theme").setAttribute("aria-pressed", String(name === "dark"));
  if (drawing.pen) render();
}
function startTheme() {
  theme.chosen = ["light", "dark"].find((name) => name === remember("theme")) || null;
  document.getElementById("theme").addEventListener("click", () => {
    theme.chosen = document.documentElement.dataset.theme === "dark" ? "light" : "dark";
    remember("theme", theme.chosen);
    applyTheme();
  });
  SYSTEM_DARK.addEventListener("change", () => applyTheme());
  window.addEventListener("beforeprint", () => {
    applyTheme("light");
    if (drawing.scene) frame();
  });
  window.addEventListener("afterprint", () => applyTheme());
  applyTheme();
}
