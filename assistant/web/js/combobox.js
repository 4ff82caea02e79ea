// Picking from a long list by typing a few of its words: an input with a list below it (the ARIA combobox pattern).
import { announce, el } from "./dom.js";
import { t } from "./i18n.js";

const MOST = 40;
const EDGE = 8; // px to the edge of the window
let made = 0;

/** Let `input` be filled from a list; `offer()` gives its [{value, name, aside}], or null while it cannot be known. */
export function combobox(input, offer, changed) {
  const list = el("ul", { class: "options", role: "listbox", id: `pilihan-${++made}`, "aria-label": t("options"), hidden: true });
  const node = el("div", { class: "combobox" }, input, list);
  for (const [name, value] of Object.entries({ role: "combobox", autocomplete: "off", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id })) input.setAttribute(name, value);
  const box = { input, list, offer, changed, at: -1 };
  input.addEventListener("focus", () => open(box));
  input.addEventListener("click", () => open(box));
  input.addEventListener("input", () => open(box));
  input.addEventListener("blur", () => close(box));
  input.addEventListener("keydown", (event) => key(box, event));
  list.addEventListener("pointerdown", (event) => event.preventDefault()); // the input keeps the focus
  list.addEventListener("click", (event) => pick(box, event.target.closest("[data-value]")));
  return node;
}

// Asked for anew with every key; only the latest list is shown.
async function open(box) {
  const mine = (box.turn = (box.turn ?? 0) + 1);
  const offered = await box.offer();
  if (mine !== box.turn || document.activeElement !== box.input) return;
  const found = offered ? matching(offered, box.input.value) : [];
  const rows = found.slice(0, MOST).map((one, index) => el("li", { role: "option", id: `${box.list.id}-${index}`, "data-value": one.value, "aria-selected": "false" }, el("span", {}, one.name), el("span", { class: "aside" }, one.aside)));
  const said = offered ? t(found.length ? "options_count" : "options_none", { count: found.length }) : t("options_first");
  box.list.replaceChildren(...rows, ...(found.length && found.length <= MOST ? [] : [el("li", { role: "option", class: "said", "aria-disabled": "true", "aria-selected": "false" }, found.length ? t("options_more", { count: found.length - MOST }) : said)]));
  box.at = -1;
  box.input.removeAttribute("aria-activedescendant");
  box.list.hidden = false;
  box.input.setAttribute("aria-expanded", "true");
  place(box);
  announce(said);
}

// Every typed word must occur; what was picked before offers all again.
function matching(offered, typed) {
  if (offered.some(({ value }) => value === typed.trim())) return offered;
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  return offered.filter(({ name, aside }) => words.every((word) => `${name} ${aside}`.toLowerCase().includes(word)));
}

function place({ input, list }) {
  const field = input.getBoundingClientRect();
  const room = innerWidth - 2 * EDGE;
  const width = Math.min(Math.max(field.width, 480), room);
  const below = innerHeight - field.bottom > 220 || field.top < 220;
  Object.assign(list.style, {
    width: `${width}px`,
    left: `${Math.min(field.left, innerWidth - EDGE - width)}px`,
    top: below ? `${field.bottom + 4}px` : "auto",
    bottom: below ? "auto" : `${innerHeight - field.top + 4}px`,
    maxHeight: `${Math.min(320, (below ? innerHeight - field.bottom : field.top) - 2 * EDGE)}px`,
  });
}

function close(box) {
  box.list.hidden = true;
  box.at = -1;
  box.input.setAttribute("aria-expanded", "false");
  box.input.removeAttribute("aria-activedescendant");
}

function key(box, event) {
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    event.preventDefault();
    const by = event.key === "ArrowDown" ? 1 : -1;
    if (box.list.hidden) open(box).then(() => move(box, by));
    else move(box, by);
  } else if (event.key === "Enter" && !box.list.hidden && box.at >= 0) {
    event.preventDefault();
    pick(box, box.list.children[box.at]);
  } else if (event.key === "Escape" && !box.list.hidden) {
    event.stopPropagation();
    close(box);
  }
}

function move(box, by) {
  const options = [...box.list.querySelectorAll("[data-value]")];
  if (!options.length || box.list.hidden) return;
  box.at = box.at < 0 && by < 0 ? options.length - 1 : (box.at + by + options.length) % options.length;
  options.forEach((option, index) => option.setAttribute("aria-selected", String(index === box.at)));
  box.input.setAttribute("aria-activedescendant", options[box.at].id);
  options[box.at].scrollIntoView({ block: "nearest" });
}

function pick(box, option) {
  if (!option) return;
  box.input.value = option.dataset.value;
  close(box);
  box.changed();
}

// A list hangs at its input while the page scrolls below it.
addEventListener("scroll", () => {
  const input = document.activeElement;
  const list = input?.matches?.("[role=combobox][aria-expanded=true]") && document.getElementById(input.getAttribute("aria-controls"));
  if (list) place({ input, list });
}, { capture: true, passive: true });
