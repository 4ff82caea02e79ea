// Explanations beside a word: by pointer, by keyboard and by touch alike, and Escape puts them away (WCAG 1.4.13, 2.1.1).
import { el } from "./dom.js";
import { t } from "./i18n.js";

const EDGE = 8; // px to the edge of the window
let open = null; // {from, box, by}: by pointer, focus or click; what a click opened a click closes

/** A word with an explanation that is reached like a button; `place` ({href, label}) leads to where it stands. */
export function explained(tag, style, words, saying, place = null) {
  const node = el(tag, { class: style, role: "button", tabindex: "0", "aria-expanded": "false" }, words);
  return saidBy(node, saying, place);
}

/** Let an element carry an explanation for pointer and touch; its words must be reachable elsewhere as well. */
export function saidBy(node, saying, place = null) {
  node.dataset.tip = saying;
  if (place) Object.assign(node.dataset, { tipUrl: place.href, tipLabel: place.label });
  return node;
}

function show(from, by) {
  if (open?.from === from) return void (by === "pointer" || (open.by = by));
  hide();
  const { tip, tipUrl, tipLabel } = from.dataset;
  const box = el("span", { class: "tip", role: "note", "aria-label": t("explanation") }, tip, tipUrl && el("a", { href: tipUrl }, tipLabel));
  from.after(box);
  if (from.hasAttribute("aria-expanded")) from.setAttribute("aria-expanded", "true");
  open = { from, box, by };
  place(from, box);
}

function place(from, box) {
  const word = from.getClientRects()[0] ?? from.getBoundingClientRect();
  const { width, height } = box.getBoundingClientRect();
  const below = word.bottom + height + EDGE < innerHeight || word.top < height + EDGE;
  box.style.left = `${Math.max(EDGE, Math.min(word.left, innerWidth - width - EDGE))}px`;
  box.style.top = `${below ? word.bottom : word.top - height}px`;
}

function hide() {
  if (!open) return;
  if (open.from.hasAttribute("aria-expanded")) open.from.setAttribute("aria-expanded", "false");
  open.box.remove();
  open = null;
}

const carrier = (event) => event.target.closest?.("[data-tip]");
const inside = (node) => open && node instanceof Node && (open.from.contains(node) || open.box.contains(node));

addEventListener("pointerover", (event) => {
  if (event.pointerType === "touch") return;
  const from = carrier(event);
  if (from) show(from, "pointer");
  else if (open?.by === "pointer" && !inside(event.target)) hide();
});
addEventListener("focusin", (event) => {
  const from = carrier(event);
  if (from?.matches(":focus-visible")) show(from, "focus");
  else if (!inside(event.target)) hide();
});
addEventListener("click", (event) => {
  const from = carrier(event);
  if (!from) return inside(event.target) ? undefined : hide();
  if (open?.from === from && open.by === "click") hide();
  else show(from, "click");
});
addEventListener("keydown", (event) => {
  if (event.key === "Escape" && open) {
    event.stopImmediatePropagation();
    hide();
  } else if ((event.key === "Enter" || event.key === " ") && event.target.matches?.("[data-tip][role=button]")) {
    event.preventDefault();
    event.target.click();
  }
}, true);
addEventListener("scroll", () => open && place(open.from, open.box), { capture: true, passive: true });
