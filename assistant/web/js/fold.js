// Long lists shortened: the rest stands behind a button that says what it holds, and is all there on paper.
import { el, quiet } from "./dom.js";
import { t } from "./i18n.js";

/** Fold these elements away behind a button; `words` say what they are. */
export function fold(items, words) {
  items.forEach((item) => item.classList.add("folded"));
  const label = el("span", {}, words);
  const button = quiet(label, { class: "quiet fold", "aria-expanded": "false" }, "chevron");
  button.addEventListener("click", () => {
    const open = button.getAttribute("aria-expanded") === "false";
    items.forEach((item) => item.classList.toggle("folded", !open));
    button.setAttribute("aria-expanded", String(open));
    label.textContent = open ? t("fold_less") : words;
    if (!open) return;
    items[0].tabIndex = -1; // reading goes on where the list was cut
    items[0].focus({ preventScroll: true });
  });
  return button;
}
