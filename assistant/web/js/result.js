// A calculation object drawn: verdict, figures, conditions, working, warnings, and a picture where it helps.
import { el, icon } from "./dom.js";
import { day, number, t } from "./i18n.js";
import { pictures } from "./pictures.js";

const TONES = { memenuhi: ["good", "check"], belum: ["bad", "cross"], tidak_dapat_ditentukan: ["open", "question"] };
const LEVEL = /^ahli_(pertama|muda|madya|utama)$/; // the law writes these with capitals
const SIGNS = { terpenuhi: ["good", "check"], belum: ["bad", "cross"], tidak_diketahui: ["open", "question"] };

/** The whole calculation, or with `brief` only verdict, figures and conditions. */
export function calculationView(found, { brief = false } = {}) {
  return el("div", { class: "calculation", lang: "id" },
    verdict(found), checklist(found.requirements), figures(found.result), pictures(found), tables(found.result),
    !brief && asking(found.missing), !brief && working(found.steps), !brief && warnings(found.warnings));
}

function verdict({ verdict: said }) {
  if (!said) return null;
  const [tone, sign] = TONES[said];
  return el("div", { class: `verdict ${tone}` }, el("span", { class: "verdict-sign" }, icon(sign)), el("p", {}, el("strong", { class: "verdict-word" }, t(`verdict_${said}`)), el("span", {}, t(`verdict_${said}_said`))));
}

function figures(result) {
  const simple = Object.entries(result).filter(([, value]) => value !== null && brief(value));
  const nested = Object.entries(result).filter(([, value]) => value && typeof value === "object" && !Array.isArray(value));
  return [
    simple.length ? el("dl", { class: "figures" }, simple.map(([name, value]) => el("div", {}, el("dt", {}, said(name)), el("dd", {}, show(value))))) : null,
    ...nested.map(([name, value]) => [el("h3", { class: "answer-head" }, said(name)), figures(value)]),
  ];
}

// Whether a result reads well as one figure: a value, or a few short words.
function brief(value) {
  if (!Array.isArray(value)) return typeof value !== "object";
  return value.length > 0 && value.length < 4 && value.every((one) => typeof one !== "object" && String(one).length < 40);
}

function tables(result) {
  const lists = Object.entries(result).filter(([, value]) => Array.isArray(value) && value.length && !brief(value));
  return lists.map(([name, rows]) => [el("h3", { class: "answer-head" }, said(name)), listed(rows)]);
}

function listed(rows) {
  if (rows.some((row) => typeof row !== "object" || row === null)) return el("ul", {}, rows.map((row) => el("li", {}, show(row))));
  const heads = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const columns = heads.map((head) => el("th", { scope: "col", role: "columnheader", class: rows.every((row) => isNumber(row[head])) ? "number" : null }, said(head)));
  return el("div", { class: `table-scroll${heads.length > 3 ? " stacks" : ""}`, tabindex: "0", role: "region", "aria-label": t("table") },
    el("table", { role: "table" }, el("thead", { role: "rowgroup" }, el("tr", { role: "row" }, columns)),
      el("tbody", { role: "rowgroup" }, rows.map((row) => el("tr", { role: "row" }, heads.map((head) => el("td", { role: "cell", "data-head": said(head), class: isNumber(row[head]) ? "number" : null }, el("span", {}, show(row[head])))))))));
}

function checklist(requirements) {
  if (!requirements.length) return null;
  return [el("h3", { class: "answer-head" }, t("conditions")), el("ul", { class: "checklist" }, requirements.map(({ text, status, citation }) => {
    const [tone, sign] = SIGNS[status];
    return el("li", { class: `check ${tone}` }, el("span", { class: "check-sign" }, icon(sign)), el("span", { class: "check-words" }, text, " ", el("span", { class: "check-status" }, `(${t(`status_${status}`)})`)), cite(citation));
  }))];
}

function working(steps) {
  if (!steps.length) return null;
  const rows = steps.map((step, index) => el("tr", {}, el("td", { class: "step-number" }, String(index + 1)), el("td", {}, step.text), el("td", { class: "step-value" }, el("strong", {}, step.value)), el("td", { class: "step-cite" }, cite(step.citation))));
  const head = [["step-number", "№"], ["", t("step")], ["step-value", t("value")], ["step-cite", t("basis")]];
  return [el("h3", { class: "answer-head" }, t("steps")), el("div", { class: "table-scroll steps", tabindex: "0", role: "region", "aria-label": t("steps") },
    el("table", {}, el("thead", {}, el("tr", {}, head.map(([style, words]) => el("th", { scope: "col", class: style }, words)))), el("tbody", {}, rows)))];
}

function asking(missing) {
  if (!missing?.length) return null;
  return el("div", { class: "notice" }, el("strong", {}, t("still_needed")), el("ul", {}, missing.map(({ question }) => el("li", {}, question))));
}

function warnings(list) {
  if (!list.length) return null;
  return el("details", { class: "warnings", open: list.length < 3 }, el("summary", {}, icon("warning"), list.length === 1 ? t("one_note") : t("many_notes", { count: list.length })),
    el("ul", {}, list.map((warning) => el("li", {}, warning.message, " ", cite(warning.citation)))));
}

function cite(citation) {
  return citation && el("a", { class: "cite", href: citation.url }, citation.label);
}

/** A name of the law's vocabulary as words. */
export function said(name) {
  const words = String(name).replace(/_/g, " ").replace(/\bak\b/g, "AK").replace(/\bukt\b/g, "UKT").replace(/\bukmsk\b/g, "UKMSK").replace(/\btrade corpu\b/g, "Trade CorpU").replace(/\b(asn|bkn|dupak|hkm|jf|jp|jpt|pak|pns|ppk|pppk|pupr|skp)\b/g, (short) => short.toUpperCase());
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function isNumber(value) {
  return typeof value === "number" || /^-?\d+(\.\d+)?$/.test(String(value));
}

/** A value of a result as people read it. */
export function show(value) {
  if (value === true) return t("yes");
  if (value === false) return t("no");
  if (value === null || value === undefined) return "–";
  if (Array.isArray(value)) return value.map(show).join(", ");
  if (typeof value === "object") return Object.entries(value).map(([name, inner]) => `${said(name)}: ${show(inner)}`).join("; ");
  if (isNumber(value)) return number(value);
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return day(value);
  if (LEVEL.test(value)) return value.replace(/(^|_)([a-z])/g, (_, gap, letter) => `${gap && " "}${letter.toUpperCase()}`);
  return /^[a-z_]+$/.test(value) ? value.replace(/_/g, " ") : String(value);
}
