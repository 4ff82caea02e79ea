// Search inside the regulation being read; matches are painted without touching the text.
import { announce, el, quiet } from "./dom.js";
import { t } from "./i18n.js";

const SHORTEST = 2;

/** A search box for the text below `root`: {node, field}. */
export function finder(root) {
  const field = el("input", { class: "field", type: "search", placeholder: t(innerWidth < 520 ? "search_button" : "search_inside"), "aria-label": t("search_inside"), autocomplete: "off", spellcheck: "false" });
  const count = el("span", { class: "small find-count", "aria-live": "polite" });
  let found = [];
  let at = -1;
  const go = (by) => {
    if (!found.length) return;
    at = (at + by + found.length) % found.length;
    count.textContent = t("found_count", { at: at + 1, count: found.length });
    paint("ditemukan", found);
    paint("sekarang", [found[at]]);
    found[at].startContainer.parentElement.scrollIntoView({ block: "center", behavior: "instant" });
  };
  const back = quiet(el("span", { class: "unseen" }, t("previous_match")), { title: t("previous_match"), onclick: () => go(-1), hidden: true }, "left");
  const on = quiet(el("span", { class: "unseen" }, t("next_match")), { title: t("next_match"), onclick: () => go(1), hidden: true }, "right");
  const look = () => {
    found = matches(root, field.value.trim());
    at = -1;
    paint("ditemukan", found);
    paint("sekarang", []);
    back.hidden = on.hidden = found.length === 0;
    count.textContent = field.value.trim().length < SHORTEST ? "" : t("found_none");
    if (found.length) go(1);
  };
  let due = 0;
  field.addEventListener("input", () => {
    clearTimeout(due);
    due = setTimeout(look, 180);
  });
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter") go(event.shiftKey ? -1 : 1);
    if (event.key === "Escape") {
      field.value = "";
      look();
      announce("");
    }
  });
  return { field, node: el("div", { class: "find", role: "search" }, field, count, back, on) };
}

function matches(root, wanted) {
  if (wanted.length < SHORTEST) return [];
  const pattern = new RegExp(wanted.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/\s+/g, "\\s+"), "gi");
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) {
    for (const match of walker.currentNode.data.matchAll(pattern)) {
      const range = new Range();
      range.setStart(walker.currentNode, match.index);
      range.setEnd(walker.currentNode, match.index + match[0].length);
      found.push(range);
    }
  }
  return found;
}

function paint(name, ranges) {
  if (!globalThis.CSS?.highlights) return;
  if (ranges.length) CSS.highlights.set(name, new Highlight(...ranges));
  else CSS.highlights.delete(name);
}
