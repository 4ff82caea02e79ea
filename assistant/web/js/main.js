// Which view stands at which address, and the frame around all of them.
import { button, el, icon, announce } from "./dom.js";
import { day, kept, language, speak, t } from "./i18n.js";
import { close } from "./panel.js";

const VIEWS = [
  [/^\/$/, "chat", () => import("./chat.js")],
  [/^\/peraturan$/, "regulations", () => import("./regulations.js")],
  [/^\/peraturan\/([^/]+)$/, "regulations", () => import("./reader.js")],
  [/^\/kalkulator$/, "calculators", () => import("./calculators.js")],
  [/^\/kalkulator\/([^/]+)$/, "calculators", () => import("./calculator.js")],
  [/^\/cari$/, "search", () => import("./search.js")],
  [/^\/riwayat$/, "history", () => import("./history.js")],
  [/^\/tentang$/, "about", () => import("./about.js")],
];
const main = document.getElementById("isi");
let leave = null;
let shown = "";

/** Go to a page of this site. */
export async function go(address, replace = false) {
  const url = new URL(address, location.href);
  history[replace ? "replaceState" : "pushState"]({}, "", url);
  await show();
}

async function show(again = false) {
  const path = decodeURI(location.pathname).replace(/(.)\/$/, "$1");
  if (!again && path === shown && path.startsWith("/peraturan/")) return; // only the #place changed: the reader follows it
  const [pattern, , load] = VIEWS.find(([candidate]) => candidate.test(path)) ?? [null, null, null];
  leave?.();
  leave = null;
  close();
  shown = path;
  mark(path);
  const view = el("div", { class: "view" }); // a view of its own: one that comes too late draws where nobody sees it
  main.replaceChildren(view);
  if (!load) return lost(view);
  const parts = pattern.exec(path).slice(1).map(decodeURIComponent);
  try {
    const left = (await (await load()).show(view, ...parts)) ?? null;
    if (view.isConnected) leave = left;
    else left?.();
  } catch (error) {
    if (view.isConnected) fail(error, view);
  }
}

function mark(path) {
  for (const link of document.querySelectorAll(".tabs a")) {
    const at = link.getAttribute("href");
    const here = at === "/" ? path === "/" : path === at || path.startsWith(`${at}/`);
    if (here) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
}

function lost(view) {
  document.title = `${t("lost_title")} · Tanya Pasal`;
  view.append(
    el("div", { class: "page" }, el("h1", {}, t("lost_title")), el("p", { class: "lead" }, t("lost")),
      el("p", { class: "actions" }, el("a", { class: "button main", href: "/" }, t("nav_ask")), el("a", { class: "button", href: "/peraturan" }, t("nav_regulations")))),
  );
}

/** Say what went wrong, with a way on. */
function fail(error, view) {
  const words = error?.fields ? error.message : t("fault");
  if (!error?.fields) console.error(error);
  const again = button(t("try_again"), { class: "button main", onclick: () => show(true) });
  view.replaceChildren(el("div", { class: "page" }, el("h1", {}, t("fault_title")), el("p", { class: "lead" }, words), el("p", { class: "actions" }, again, el("a", { class: "button", href: "/" }, t("nav_ask")))));
  announce(words);
}

document.addEventListener("click", (event) => {
  const link = event.target.closest?.("a[href^='/']");
  if (!link || event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  if (link.hasAttribute("download") || link.target || /^\/(docs|static|api|openapi)/.test(link.getAttribute("href"))) return;
  event.preventDefault();
  const before = location.pathname;
  go(link.getAttribute("href")).then(() => {
    if (location.hash) window.dispatchEvent(new HashChangeEvent("hashchange"));
    else if (location.pathname !== before) {
      scrollTo({ top: 0, behavior: "instant" });
      main.focus({ preventScroll: true });
    }
  });
});
addEventListener("popstate", () => show());

function paintTheme() {
  const dark = document.documentElement.dataset.theme === "dark";
  const toggle = document.getElementById("tema");
  toggle.replaceChildren(icon(dark ? "sun" : "moon"));
  toggle.setAttribute("aria-label", t(dark ? "theme_light" : "theme_dark"));
}

document.getElementById("tema").addEventListener("click", () => {
  const next = document.documentElement.dataset.theme === "dark" ? "light" : "dark";
  document.documentElement.dataset.theme = next;
  localStorage.setItem("tanya.tema", next);
  paintTheme();
});

async function paintLanguage(chosen) {
  await speak(chosen);
  const toggle = document.getElementById("bahasa");
  toggle.textContent = chosen === "id" ? "EN" : "ID";
  toggle.setAttribute("aria-label", chosen === "id" ? "EN: switch to English" : "ID: ganti ke bahasa Indonesia");
  paintTheme();
}

document.getElementById("bahasa").addEventListener("click", async () => {
  await paintLanguage(language() === "id" ? "en" : "id");
  await show(true);
});

// The server says so while it is still opening its index; the page waits and goes on by itself.
const waiting = el("p", { class: "waiting", role: "status", hidden: true });
document.body.append(waiting);
addEventListener("tanya:waiting", ({ detail }) => {
  waiting.hidden = !detail;
  waiting.textContent = detail;
});

// On paper: where it comes from and when; and nothing can be opened there, so notes are printed open.
const paper = el("p", { class: "paper-head print-only" });
main.before(paper);
addEventListener("beforeprint", () => {
  const where = new URL(location.pathname + location.hash, location.origin).href;
  paper.replaceChildren(el("strong", {}, "Tanya Pasal"), el("span", {}, t("printed", { day: day(new Date().toISOString()), where }), el("br"), t("not_official")));
  document.querySelectorAll("details.warnings").forEach((note) => (note.open = true));
});

for (const link of document.querySelectorAll("[data-icon]")) link.prepend(icon(link.dataset.icon));
// Not awaited here: views import `go` from this module, so it must be finished before they load.
paintLanguage(kept()).then(() => show(true));
