// Making elements: text is always text, never markup.

const SVG = "http://www.w3.org/2000/svg";

/** An element with attributes, listeners (on...) and children; false, null and undefined are left out. */
export function el(tag, attributes = {}, ...children) {
  return fill(document.createElement(tag), attributes, children);
}

/** The same for SVG. */
export function svg(tag, attributes = {}, ...children) {
  return fill(document.createElementNS(SVG, tag), attributes, children);
}

function fill(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === false || value === null || value === undefined) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (name === "value" && "value" in node) node.value = value;
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

const ICONS = {
  chat: "M4 5h16v11H9l-5 4z M8 9h8 M8 12.500h5",
  book: "M5 4h11a3 3 0 0 1 3 3v13H8a3 3 0 0 1-3-3z M5 17a3 3 0 0 1 3-3h11 M9 8h6",
  calculator: "M6 3h12v18H6z M9 7h6 M9 12h.01 M12 12h.01 M15 12h.01 M9 16h.01 M12 16h.01 M15 16h.01",
  search: "M11 4a7 7 0 1 1 0 14 7 7 0 0 1 0-14z M16 16l5 5",
  history: "M4 12a8 8 0 1 0 2.500-5.800L4 8.500 M4 4v4.500h4.500 M12 8v4.500l3 2",
  sun: "M12 8a4 4 0 1 1 0 8 4 4 0 0 1 0-8z M12 2v2 M12 20v2 M2 12h2 M20 12h2 M5 5l1.400 1.400 M17.600 17.600L19 19 M5 19l1.400-1.400 M17.600 6.400L19 5",
  moon: "M20 14.500A8.500 8.500 0 0 1 9.500 4 8.500 8.500 0 1 0 20 14.500z",
  check: "M5 12.500l4.500 4.500L19 7",
  cross: "M6 6l12 12 M18 6L6 18",
  question: "M9 9a3 3 0 1 1 4.500 2.600c-1 .6-1.500 1.200-1.500 2.400 M12 17.500v.01",
  copy: "M9 9h11v11H9z M5 15H4V4h11v1",
  quote: "M5 17c3-1 4-3 4-6V7H4v5h4 M15 17c3-1 4-3 4-6V7h-5v5h4",
  link: "M10 14a4 4 0 0 0 6 .4l3-3a4 4 0 0 0-5.700-5.700L12 7 M14 10a4 4 0 0 0-6-.4l-3 3a4 4 0 0 0 5.700 5.700L12 17",
  printer: "M7 9V3h10v6 M7 17H4V9h16v8h-3 M7 14h10v7H7z",
  up: "M7 11v9H4v-9z M7 11l4-8c1.500 0 2.500 1 2.500 2.500L13 9h5.500c1.200 0 2 1 1.700 2.200l-1.500 7c-.2 1-1 1.800-2 1.800H7",
  down: "M17 13V4h3v9z M17 13l-4 8c-1.500 0-2.500-1-2.500-2.500L11 15H5.500c-1.200 0-2-1-1.700-2.200l1.500-7C5.500 4.800 6.300 4 7.300 4H17",
  trash: "M5 7h14 M10 7V4h4v3 M7 7l1 13h8l1-13 M10.500 11v5.500 M13.500 11v5.500",
  left: "M15 5l-7 7 7 7",
  right: "M9 5l7 7-7 7",
  send: "M4 12l16-8-5 16-3-7z M12 13l8-9",
  plus: "M12 5v14 M5 12h14",
  edit: "M4 20l1-4L16 5l3 3L8 19z",
  warning: "M12 4l9 16H3z M12 10v4.500 M12 17.200v.01",
  lines: "M8 6h12 M8 12h12 M8 18h12 M4 6h.01 M4 12h.01 M4 18h.01",
  external: "M14 4h6v6 M20 4l-9 9 M18 14v6H4V6h6",
  share: "M12 15V3 M8 7l4-4 4 4 M5 12v9h14v-9",
  download: "M12 3v12 M8 11l4 4 4-4 M5 20h14",
  chevron: "M6 9l6 6 6-6",
};

/** A line icon; it says nothing to screen readers, the words beside it do. */
export function icon(name) {
  return svg("svg", { viewBox: "0 0 24 24", class: "icon", "aria-hidden": "true" }, svg("path", { d: ICONS[name] }));
}

/** A button with an icon and words. */
export function button(words, attributes = {}, name = null) {
  return el("button", { type: "button", class: "button", ...attributes }, name && icon(name), words);
}

/** A small button without a frame. */
export function quiet(words, attributes = {}, name = null) {
  return button(words, { class: "quiet", ...attributes }, name);
}

/** Tell screen readers something that sighted people see happen. */
export function announce(words) {
  document.getElementById("kabar").textContent = words;
}

/** Copy text and let the button say so for a moment. */
export async function copy(text, from) {
  const { t } = await import("./i18n.js");
  await navigator.clipboard.writeText(text).catch(() => copyOldWay(text));
  announce(t("copied"));
  const label = from?.lastChild;
  if (!label || from.dataset.copied) return;
  const before = label.textContent;
  from.dataset.copied = "1";
  label.textContent = t("copied");
  setTimeout(() => {
    label.textContent = before;
    delete from.dataset.copied;
  }, 1600);
}

// Without HTTPS a browser has no clipboard interface; this old command still works there.
function copyOldWay(text) {
  const field = el("textarea", { class: "unseen", readonly: true });
  field.value = text;
  document.body.append(field);
  field.select();
  document.execCommand("copy");
  field.remove();
}
