// An answer drawn from its markdown: verdict as a banner, conditions as a checklist, working as a table, law as quotes.
// The words are the verified ones; nothing is said here that the answer does not say.
import { copy, el, icon, quiet } from "./dom.js";
import { memo } from "./citation.js";
import { t } from "./i18n.js";
import { saidBy } from "./tip.js";
import { arrange } from "./arrange.js";
import { said as headed } from "./result.js";
import { pictures } from "./pictures.js";
import { blocks, cells, draw, inline, parts } from "./markdown.js";

const MARKS = { "✅": ["good", "check"], "❌": ["bad", "cross"], "❔": ["open", "question"] };
const VERDICTS = { memenuhi: ["good", "check"], belum: ["bad", "cross"], tidak_dapat_ditentukan: ["open", "question"] };
const LONG_CELL = 60;
const LONG_VALUE = 32;
const LABELLED = /^(\(\d+\)|[a-z]{1,2}\.|\d{1,3}\.|[a-z]\)|\d{1,3}\))\s+(.*)$/s;

/** The body of an answer object (or of as much of it as has arrived); `ask` may turn its questions into inputs. */
export function answerBody(answer, ask = null) {
  const verdicts = (answer.calculations ?? []).filter((found) => found.verdict).map((found) => found.verdict);
  const write = owners(answer);
  const drawn = [];
  for (const block of blocks(answer.answer)) {
    const asked = questions(block, answer.missing ?? []);
    drawn.push(...(asked ? [asking(block, asked, write, ask)] : drawBlock(block, write, verdicts)));
  }
  const body = el("div", { class: "answer-body", lang: answer.language ?? "id" }, framed(drawn));
  arrange(body);
  const picture = (answer.calculations ?? []).map(pictures).filter(Boolean).flat().filter((one, index, all) => all.findIndex((other) => other.textContent === one.textContent) === index);
  if (picture.length) beforePictures(body)?.after(...picture);
  return body;
}

// Pictures follow the figures or the conditions; without these they go before the first table.
function beforePictures(body) {
  const table = body.querySelector(".table-scroll");
  const before = table?.previousElementSibling?.matches(".answer-head") ? table.previousElementSibling.previousElementSibling : table?.previousElementSibling;
  return body.querySelector(".figures") ?? body.querySelector(".asked-for, .checklist:not(:has(~ .asked-for))") ?? before ?? body.lastElementChild;
}

// A list that asks for what is missing: the missing facts it asks for, in its order, with their reasons.
function questions(block, missing) {
  if (block.kind !== "ul" || !missing.length) return null;
  const found = block.lines.map((line) => {
    const item = missing.find(({ question, question_en: english }) => line.text.startsWith(question) || (english && line.text.startsWith(english)));
    return item && { line, item, from: line.text.startsWith(item.question) ? item.question.length : item.question_en.length };
  });
  return found.every(Boolean) ? found : null;
}

function asking(block, asked, write, ask) {
  const reasons = new Map(asked.map(({ line, item, from }) => {
    return [item.field, inline({ text: line.text.slice(from).trim().replace(/^\(|\)$/g, ""), at: line.at + from }, (text) => [text])];
  }));
  const still = list(block, write);
  if (!ask) return el("div", { class: "asked-for" }, still);
  still.classList.add("static-asking");
  still.hidden = true;
  return el("div", { class: "asked-for" }, still, el("div", { class: "only-last" }, ask(reasons)));
}

const isLink = (node) => node?.classList?.contains("source-link");
const isQuote = (node) => node?.classList?.contains("law-quote");

// A quote and the link to its place, whichever comes first, become one figure.
function framed(nodes) {
  const found = [];
  for (let i = 0; i < nodes.length; i++) {
    const [one, two] = [nodes[i], nodes[i + 1]];
    const next = nodes[i + 2];
    if (isLink(one) && isQuote(two)) found.push(figure(one, two)), i++;
    else if (isQuote(one) && isLink(two) && !isQuote(next)) found.push(figure(two, one)), i++;
    else found.push(one);
  }
  return found;
}

// The words with their place above them, to be copied together as memos cite them.
function figure(link, words) {
  const label = link.textContent;
  const take = quiet(el("span", { class: "unseen" }, `${t("copy_citation")}: ${label}`), { title: t("copy_citation"), onclick: (event) => copy(memo({ label, quote: spoken(words) }), event.currentTarget) }, "quote");
  return el("figure", { class: "quoted" }, el("figcaption", {}, link, take), words);
}

function spoken(words) {
  return [...words.querySelectorAll("p")].map((line) => [...line.childNodes].map((node) => node.textContent).join(line.matches(".hanging") ? " " : "")).join(" ");
}

function drawBlock(block, write, verdicts) {
  switch (block.kind) {
    case "rule":
      return [el("hr")];
    case "head":
      return [el("h3", {}, inline(block.lines[0], write))];
    case "quote":
      return [quote(block, write)];
    case "ul":
      return [list(block, write)];
    case "ol":
      return [steps(block, write)];
    case "table":
      return [table(block, write)];
  }
  return block.lines.map((line) => paragraph(line, write, verdicts));
}

function paragraph(line, write, verdicts) {
  const found = parts(line);
  if (found[0]?.kind === "strong" && /[.!]$/.test(found[0].text) && verdicts.length) return banner(found, verdicts.shift(), write);
  const nodes = found.map((part) => draw(part, write));
  if (found.length === 1 && found[0].kind === "link") return el("p", { class: "source-link" }, icon("book"), nodes);
  if (found.length === 1 && found[0].kind === "strong" && !/[.!?:]$/.test(found[0].text)) return el("h3", { class: "part-head" }, nodes);
  if (found.length === 1 && found[0].kind === "text" && /:$/.test(line.text) && line.text.length < 60) return el("h3", { class: "answer-head" }, line.text.slice(0, -1));
  return seeAlso(found, write) ?? enumerated(found, write) ?? el("p", {}, nodes);
}

// "See also: [a]; [b]." as links in a row, which need no marks between them.
function seeAlso([intro, ...rest], write) {
  const links = rest.filter((part) => part.kind === "link");
  if (!/^[^:]{3,40}: $/.test(intro?.text ?? "") || !links.length || rest.some((part) => part.kind !== "link" && !/^(; |\.)$/.test(part.text))) return null;
  return el("p", { class: "see-also" }, el("span", {}, write(intro.text, intro.at)), links.map((part) => draw(part, write)));
}

// "Told before: this; that; those." with three things or more reads better as a list.
function enumerated(found, write) {
  if (found.length !== 1 || found[0].kind !== "text") return null;
  const [, intro, rest] = /^([^:;]{3,60}:) (.+)$/s.exec(found[0].text) ?? [];
  const things = rest?.split("; ");
  if (!things || things.length < 3) return null;
  let at = found[0].at + intro.length + 1;
  const items = things.map((thing) => {
    const item = el("li", {}, write(thing, at));
    at += thing.length + 2;
    return item;
  });
  return el("div", {}, el("p", {}, write(intro, found[0].at)), el("ul", {}, items));
}

function banner([head, ...rest], verdict, write) {
  const [tone, sign] = VERDICTS[verdict] ?? VERDICTS.tidak_dapat_ditentukan;
  const said = rest.map((part) => draw(part, write));
  return el("div", { class: `verdict ${tone}` }, el("span", { class: "verdict-sign" }, icon(sign)), el("p", {}, el("strong", { class: "verdict-word" }, head.text.replace(/\.$/, "")), el("span", {}, said)));
}

function list(block, write) {
  const marked = block.lines.every((line) => MARKS[[...line.text][0]]);
  if (marked) return checklist(block, write);
  const valued = block.lines.map((line) => parts(line)).map((found) => found.length === 2 && found[0].kind === "text" && found[0].text.endsWith(": ") && found[1].kind === "strong" && found);
  if (valued.every(Boolean)) return figures(valued, write);
  return el("ul", {}, block.lines.map((line) => el("li", {}, inline(line, write))));
}

// "label: **value**" lines as figures side by side.
function figures(rows, write) {
  return el("dl", { class: "figures" }, rows.map(([label, value]) => el("div", {}, el("dt", {}, label.text.slice(0, 1).toUpperCase() + label.text.slice(1, -2)), el("dd", {}, write(value.text, value.at)))));
}

function checklist(block, write) {
  const rows = block.lines.map((line) => {
    const sign = [...line.text][0];
    const [tone, name] = MARKS[sign];
    const rest = { text: line.text.slice(sign.length + 1), at: line.at + sign.length + 1 };
    const { before, cite } = citeAtEnd(parts(rest));
    return el("li", { class: `check ${tone}` }, el("span", { class: "check-sign" }, icon(name)), el("span", { class: "check-words" }, before.map((part) => withStatus(part, write))), cite && draw(cite, write));
  });
  return el("ul", { class: "checklist" }, rows);
}

// The status in brackets at the end of a condition stays for those who do not see its sign, and steps back for those who do.
function withStatus(part, write) {
  const found = part.kind === "text" && / \([^()\d]+\)$/.exec(part.text);
  if (!found) return draw(part, write);
  return [write(part.text.slice(0, found.index), part.at), el("span", { class: "check-status" }, found[0])];
}

// "text: **value** ([Pasal ...](...))" as a row of text, value and citation.
function steps(block, write) {
  const rows = block.lines.map((line, index) => {
    const { before, cite } = citeAtEnd(parts(line));
    const value = before.at(-1)?.kind === "strong" ? before.pop() : null;
    const said = before.map((part) => draw(part.kind === "text" ? { ...part, text: part.text.replace(/[:\s]+$/, "") } : part, write));
    return el("tr", {}, el("td", { class: "step-number" }, String(index + 1)), el("td", {}, said), el("td", { class: value?.text.length > LONG_VALUE ? "step-value long" : "step-value" }, value && draw(value, write)), el("td", { class: "step-cite" }, cite && draw(cite, write)));
  });
  const head = [["step-number", "№"], ["", t("step")], ["step-value", t("value")], ["step-cite", t("basis")]];
  return el("div", { class: "table-scroll steps", tabindex: "0", role: "region", "aria-label": t("steps") },
    el("table", {}, el("thead", {}, el("tr", {}, head.map(([style, words]) => el("th", { scope: "col", class: style }, words)))), el("tbody", {}, rows)));
}

// Takes a link, with the bracket or colon around it, off the end.
function citeAtEnd(found) {
  const trimmed = [...found];
  if (trimmed.at(-1)?.kind === "text" && /^\)?\.?$/.test(trimmed.at(-1).text.trim())) trimmed.pop();
  if (trimmed.at(-1)?.kind !== "link") return { before: found, cite: null };
  const cite = trimmed.pop();
  const last = trimmed.at(-1);
  if (last?.kind === "text") {
    const text = last.text.replace(/[\s:(]+$/, "");
    if (text) trimmed[trimmed.length - 1] = { ...last, text };
    else trimmed.pop();
  }
  return { before: trimmed, cite };
}

function quote(block, write) {
  const lines = block.lines.map(({ text, at: from }) => {
    const dash = /^- /.exec(text)?.[0].length ?? 0; // an item that the source gives no label but a dash
    const line = { text: text.slice(dash), at: from + dash };
    if (line.text.includes("\t")) return row(line, write);
    const match = LABELLED.exec(line.text);
    if (!match) return el("p", { class: dash ? "dashed" : null }, inline(line, write));
    const at = line.at + line.text.length - match[2].length;
    return el("p", { class: `hanging ${depth(match[1])}` }, el("span", { class: "label" }, match[1]), el("span", {}, inline({ text: match[2], at }, write)));
  });
  return el("blockquote", { class: "law-quote", lang: "id" }, lines);
}

// A row of a Lampiran: its cells one beside the other, told apart.
function row(line, write) {
  let at = line.at;
  const cut = line.text.split("\t");
  const tall = cut.some((cell) => cell.length > LONG_CELL);
  return el("p", { class: tall ? "row-cells tall" : "row-cells" }, cut.map((cell) => {
    const drawn = el("span", {}, write(cell, at));
    at += cell.length + 1;
    return [drawn, " "];
  }));
}

function depth(label) {
  if (label.startsWith("(")) return "ayat";
  return /^[a-z]+\.$/.test(label) ? "huruf" : "angka";
}

function table(block, write) {
  const { heads, rows } = cells(block);
  const wide = (cell) => /^[\d.,%\s/–-]*\d[\d.,%\s/–-]*$/.test(cell.text);
  const names = heads?.map((cell) => headed(cell.text));
  const body = rows.map((row) => el("tr", { role: "row" }, row.map((cell, index) => el("td", { role: "cell", class: wide(cell) ? "number" : null, "data-head": names?.[index] }, cell.text ? el("span", {}, inline(cell, write)) : ""))));
  const columns = names?.map((name, index) => el("th", { scope: "col", role: "columnheader", class: rows.length && rows.every((row) => !row[index] || wide(row[index])) ? "number" : null }, name));
  return el("div", { class: `table-scroll${names?.length > 3 ? " stacks" : ""}`, tabindex: "0", role: "region", "aria-label": t("table") },
    el("table", { role: "table" }, columns && el("thead", { role: "rowgroup" }, el("tr", { role: "row" }, columns)), el("tbody", { role: "rowgroup" }, body)));
}

// Each numeral shows who owns it: a provision, a calculation, or the question.
function owners(answer) {
  const numbers = (answer.numbers ?? []).filter((number) => number.end > number.start).sort((a, b) => a.start - b.start);
  return (text, at) => {
    const pieces = [];
    let done = 0;
    for (const number of numbers) {
      const from = number.start - at;
      const to = number.end - at;
      if (from < done || to > text.length) continue;
      pieces.push(text.slice(done, from), saidBy(el("span", { class: "owned" }, text.slice(from, to)), owner(answer, number)));
      done = to;
    }
    pieces.push(text.slice(done));
    return pieces;
  };
}

function owner(answer, number) {
  return t("from", { source: source(answer, number) });
}

function source(answer, { source: kind, ref }) {
  if (kind === "citation") return answer.citations[ref]?.label ?? "";
  return t(kind === "calculation" ? "source_calculation" : "source_question");
}

/** Where each numeral of the answer comes from, as a list for those who do not point at them. */
export function origins(answer) {
  const owned = (answer.numbers ?? []).filter((number) => number.end > number.start);
  if (!owned.length) return "";
  const known = new Map(owned.map((number) => [`${number.text} ${number.source} ${number.ref}`, number]));
  const rows = [...known.values()].map((number) => el("li", {}, el("strong", {}, number.text), `: ${source(answer, number)}`));
  return el("details", { class: "origins" }, el("summary", {}, t("origins", { count: rows.length })), el("ul", {}, rows));
}
