// The interface in Indonesian or English; the law's words stay in Indonesian.
import id from "./text/id.js";

const KEY = "tanya.bahasa";
let current = "id";
let words = id;

/** The words under a key, with {placeholders} filled. */
export function t(key, filled = {}) {
  const found = words[key] ?? id[key] ?? key;
  return found.replace(/\{(\w+)\}/g, (whole, name) => filled[name] ?? whole);
}

/** "id" or "en". */
export function language() {
  return current;
}

/** Choose the language and put it on the frame of the page. */
export async function speak(chosen) {
  current = chosen === "en" ? "en" : "id";
  words = current === "en" ? (await import("./text/en.js")).default : id;
  localStorage.setItem(KEY, current);
  document.documentElement.lang = current;
  for (const node of document.querySelectorAll("[data-text]")) node.lastChild.textContent = t(node.dataset.text);
  for (const node of document.querySelectorAll("[data-label]")) node.setAttribute("aria-label", t(node.dataset.label));
}

/** The language chosen before. */
export function kept() {
  return localStorage.getItem(KEY) ?? "id";
}

/** A number as the reader writes it: "37.5" is 37,5 in Indonesian and 6600 is 6.600; a year keeps its four digits. */
export function number(text) {
  const [, whole, fraction] = /^(-?\d+)(?:\.(\d+))?$/.exec(text) ?? [];
  if (whole === undefined) return String(text);
  const [group, point] = current === "id" ? [".", ","] : [",", "."];
  const year = fraction === undefined && /^(19|20)\d\d$/.test(whole);
  const grouped = year ? whole : whole.replace(/\B(?=(\d{3})+$)/g, group);
  return fraction === undefined ? grouped : `${grouped}${point}${fraction}`;
}

/** A number to be typed over: in the reader's decimal mark, its thousands not set apart. */
export function typed(text) {
  return current === "id" && /^-?\d+\.\d+$/.test(text) ? String(text).replace(".", ",") : String(text);
}

/** A day as the reader writes it. */
export function day(iso) {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return iso;
  return date.toLocaleDateString(current === "id" ? "id-ID" : "en-GB", { day: "numeric", month: "long", year: "numeric" });
}
