// Runs before the first paint so that nobody sees the wrong colours flash by; therefore no module.
(() => {
  const kept = localStorage.getItem("tanya.tema");
  const dark = kept ? kept === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  document.documentElement.dataset.theme = dark ? "dark" : "light";
  const language = localStorage.getItem("tanya.bahasa");
  if (language === "en") document.documentElement.lang = "en";
})();
