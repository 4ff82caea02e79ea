// A drawing with its words, the numbers behind it, and a way to save it as SVG or PNG.
import { announce, el, quiet, svg } from "./dom.js";
import { day, number, t } from "./i18n.js";

const SMALL = 12;

/** How many units a drawing is wide: few on a phone, so that its words stay readable. */
export function wide() {
  return innerWidth < 640 ? 300 : 480;
}

/** A drawing as a figure: its words say all that it shows; `rows` are the numbers behind it. */
export function figure(title, words, drawing, rows = null) {
  const name = title.toLowerCase().replace(/[^a-z0-9]+/g, "-");
  drawing.setAttribute("role", "img");
  drawing.setAttribute("aria-label", `${title}. ${words}`);
  const save = el("div", { class: "actions-row" },
    quiet(t("save_svg"), { onclick: () => saveAs(`${name}.svg`, svgBlob(drawing)) }, "download"),
    quiet(t("save_png"), { onclick: async () => saveAs(`${name}.png`, await pngBlob(drawing)) }, "download"));
  return el("figure", { class: "picture" }, el("figcaption", {}, el("strong", {}, title), words), drawing, rows && numbers(rows), save);
}

// The numbers behind a drawing, for those who do not see it or want them exactly.
function numbers(rows) {
  const heads = Object.keys(rows[0]);
  const name = (head) => (head.charAt(0).toUpperCase() + head.slice(1)).replace(/_/g, " ");
  const show = (value) => (/^\d{4}-\d{2}-\d{2}$/.test(value) ? day(value) : number(value));
  return el("details", { class: "numbers" }, el("summary", {}, t("chart_numbers")),
    el("div", { class: "table-scroll", tabindex: "0", role: "region", "aria-label": t("chart_numbers") },
      el("table", {}, el("thead", {}, el("tr", {}, heads.map((head) => el("th", { scope: "col" }, name(head))))),
        el("tbody", {}, rows.map((row) => el("tr", {}, heads.map((head) => el("td", {}, show(row[head])))))))));
}

/** Words in a drawing. */
export function text(x, y, words, attributes = {}) {
  return svg("text", { x, y, "font-size": SMALL, "font-family": "Plus Jakarta Sans, sans-serif", fill: "var(--ink-2)", ...attributes }, words);
}

// The drawing as a file of its own: colours of the page written out.
function svgText(drawing) {
  const copy = drawing.cloneNode(true);
  const [, , width, height] = drawing.getAttribute("viewBox").split(" ");
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  copy.setAttribute("width", width);
  copy.setAttribute("height", height);
  const look = getComputedStyle(document.documentElement);
  const ground = svg("rect", { width: "100%", height: "100%", fill: look.getPropertyValue("--sheet").trim() });
  copy.prepend(ground);
  return new XMLSerializer().serializeToString(copy).replace(/var\((--[\w-]+)\)/g, (whole, name) => look.getPropertyValue(name).trim() || whole);
}

function svgBlob(drawing) {
  return new Blob([svgText(drawing)], { type: "image/svg+xml" });
}

async function pngBlob(drawing) {
  const [, , width, height] = drawing.getAttribute("viewBox").split(" ").map(Number);
  const address = URL.createObjectURL(svgBlob(drawing));
  const image = new Image();
  image.src = address;
  await image.decode();
  const canvas = el("canvas", { width: String(width * 2), height: String(height * 2) });
  canvas.getContext("2d").drawImage(image, 0, 0, width * 2, height * 2);
  URL.revokeObjectURL(address);
  return new Promise((done) => canvas.toBlob(done, "image/png"));
}

function saveAs(name, blob) {
  const link = el("a", { href: URL.createObjectURL(blob), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 5000);
  announce(t("picture_saved"));
}
