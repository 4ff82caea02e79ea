// A provision drawn as lawyers set it: labels hanging, lists inside lists, tables as tables.
import { el, icon } from "./dom.js";
import { t } from "./i18n.js";
import { explained } from "./tip.js";

const READING = "_bacaan"; // a column that says how a misprinted value of the column before it reads
const DIVISIONS = new Set(["bab", "bagian", "paragraf"]);

/** What drawing needs beside the tree: errata by anchor, terms to explain, and whether labels are links. */
export function setting({ regulation, errata = [], definitions = [], links = true, short = "" }) {
  const byAnchor = new Map();
  for (const erratum of errata) {
    for (const place of erratum.places) byAnchor.set(place.anchor, [...(byAnchor.get(place.anchor) ?? []), erratum]);
  }
  const terms = definitions.flatMap(({ term, short: name, meaning, anchor }) => [term, name].filter((one) => one && one.length > 2).map((one) => ({ term: one, meaning, anchor })));
  terms.sort((a, b) => b.term.length - a.term.length);
  return { regulation, byAnchor, terms, links, short, explained: new Set() };
}

/** One node of the tree with all below it. */
export function provision(node, how) {
  if (DIVISIONS.has(node.kind)) return division(node, how);
  switch (node.kind) {
    case "pasal":
      return pasal(node, how);
    case "tabel":
      return table(node, how);
    case "baris":
      return row(node);
    case "pembukaan":
    case "penutup":
    case "lampiran":
    case "bagian_lampiran":
      return section(node, how);
    default:
      return item(node, how);
  }
}

function division(node, how) {
  const head = el("h2", { class: `div-head ${node.kind}` }, el("span", { class: "div-label" }, node.label), node.title && el("span", { class: "div-title" }, node.title));
  return el("section", { class: `division ${node.kind}`, id: node.anchor || null }, head, inner(node, how));
}

function pasal(node, how) {
  how.explained.clear();
  return el("section", { class: "pasal", id: node.anchor || null, "data-anchor": node.anchor, "data-label": node.label },
    el("h3", { class: "pasal-head" }, label(node, how), node.title && el("span", { class: "pasal-title" }, node.title)),
    words(node, how), inner(node, how), tail(node, how), notes(node, how));
}

function section(node, how) {
  const name = [node.label, node.title].filter(Boolean);
  const head = name.length ? el("h3", { class: "section-head" }, name.map((line) => el("span", {}, line))) : null;
  return el("section", { class: `part ${node.kind}`, id: node.anchor || null, "data-anchor": node.anchor }, head, words(node, how), inner(node, how), tail(node, how), notes(node, how));
}

function item(node, how) {
  const body = el("div", { class: "item-body" }, node.title && el("strong", { class: "item-title" }, node.title), words(node, how), inner(node, how), tail(node, how), notes(node, how));
  if (!node.label) return el("div", { class: `plain ${node.kind}`, id: node.anchor || null, "data-anchor": node.anchor }, body);
  return el("div", { class: `item ${node.kind}`, id: node.anchor || null, "data-anchor": node.anchor }, label(node, how), body);
}

function label(node, how) {
  const restored = node.restored ? { title: t("label_restored") } : {};
  const mark = node.restored ? " restored" : "";
  if (!how.links || !node.anchor) return el("span", { class: `label${mark}`, ...restored }, node.label);
  const name = place(node.anchor);
  return el("a", { class: `label${mark}`, href: `/peraturan/${how.regulation}#${node.anchor}`, "aria-label": name, ...restored }, node.label);
}

/** An anchor in words: "pasal-72-ayat-3" is "Pasal 72 ayat (3)". */
export function place(anchor) {
  const said = anchor.replace(/-/g, " ").replace(/ayat (\d+)/, "ayat ($1)").replace(/^lampiran ([ivx]+)/, (_, roman) => `Lampiran ${roman.toUpperCase()}`);
  return said.charAt(0).toUpperCase() + said.slice(1);
}

function inner(node, how) {
  const drawn = [];
  let rows = [];
  const flush = () => {
    if (rows.length) drawn.push(table({ kind: "tabel", anchor: "", text: "", children: rows }, how));
    rows = [];
  };
  for (const child of node.children) {
    if (child.kind === "baris" && child.cells) rows.push(child);
    else {
      flush();
      drawn.push(provision(child, how));
    }
  }
  flush();
  return drawn;
}

function words(node, how) {
  if (!node.text) return null;
  return node.text.split("\n").map((line, index, all) => {
    const start = all.slice(0, index).join("\n").length + (index ? 1 : 0);
    return el("p", { class: "words", lang: "id" }, marked(line, start, node, how, "text"));
  });
}

function tail(node, how) {
  if (!node.tail) return null;
  return node.tail.split("\n").map((line, index, all) => {
    const start = all.slice(0, index).join("\n").length + (index ? 1 : 0);
    return el("p", { class: "words tail", lang: "id" }, marked(line, start, node, how, "tail"));
  });
}

// Cross-references become links, repaired words are marked, defined terms explained: found as ranges, then cut once.
function marked(line, start, node, how, within) {
  const end = start + line.length;
  const found = (node.refers_to ?? [])
    .filter((r) => r.within === within && r.start >= start && r.end <= end && (r.targets.length || r.absent))
    .map((r) => ({ from: r.start - start, to: r.end - start, draw: (text) => reference(r, text) }));
  for (const erratum of how.byAnchor.get(node.anchor) ?? []) {
    const wanted = erratum.kind === "pindaian" ? erratum.reading : erratum.words;
    const at = wanted ? line.indexOf(wanted) : -1;
    if (at >= 0) found.push({ from: at, to: at + wanted.length, draw: (text) => flawed(erratum, text) });
  }
  found.push(...terms(line, how, node));
  found.sort((a, b) => a.from - b.from || b.to - a.to);
  const pieces = [];
  let done = 0;
  for (const range of found) {
    if (range.from < done) continue;
    pieces.push(line.slice(done, range.from), range.draw(line.slice(range.from, range.to)));
    done = range.to;
  }
  return [...pieces, line.slice(done)];
}

function reference(found, text) {
  if (!found.targets.length) return el("span", { class: "dangling", title: found.absent }, text);
  return el("a", { class: "xref", href: found.targets[0].url, title: found.targets.map((target) => target.label).join(", ") }, text);
}

function flawed(erratum, text) {
  const repaired = erratum.kind === "pindaian";
  const title = repaired ? t("repaired", { words: erratum.words }) : erratum.note;
  return explained("mark", repaired ? "repair" : "flaw", text, title);
}

// Each term once in a Pasal, and never where it is itself defined.
function terms(line, how, node) {
  const found = [];
  for (const { term, meaning, anchor } of how.terms) {
    if (how.explained.has(term) || node.anchor === anchor) continue;
    const at = line.indexOf(term);
    if (at < 0 || /\w/.test(line[at - 1] ?? "") || /\w/.test(line[at + term.length] ?? "")) continue;
    if (found.some((other) => at < other.to && at + term.length > other.from)) continue;
    how.explained.add(term);
    found.push({ from: at, to: at + term.length, draw: (text) => explained("span", "term", text, `${t("definition")}: ${meaning}`, defined(anchor, how)) });
  }
  return found;
}

function defined(anchor, how) {
  return anchor && how.links ? { href: `/peraturan/${how.regulation}#${anchor}`, label: place(anchor) } : null;
}

function notes(node, how) {
  const flaws = (how.byAnchor.get(node.anchor) ?? []).filter((e) => e.kind === "pembentuk" && e.note && e.severity !== "L");
  if (!flaws.length) return null;
  return flaws.map((e) => el("p", { class: "flaw-note", lang: "id" }, icon("warning"), el("span", {}, e.note)));
}

function table(node, how) {
  const rows = node.children.filter((child) => child.cells);
  const rest = node.children.filter((child) => !child.cells);
  const all = [...new Set(rows.flatMap((row) => row.cells.map(([head]) => head)))];
  const heads = all.filter((head) => !(head.endsWith(READING) && all.includes(head.slice(0, -READING.length))));
  const titled = heads.some(Boolean);
  const caption = node.title;
  const body = rows.map((row) => {
    const byHead = new Map();
    for (const [head, text] of row.cells) byHead.set(head, [...(byHead.get(head) ?? []), text]);
    return el("tr", { id: row.anchor || null, "data-anchor": row.anchor }, heads.map((head, index) => cell(byHead.get(head)?.join("\n") ?? "", index, row, how, byHead.get(head + READING)?.[0])));
  });
  const drawn = el("table", { lang: "id" }, caption && el("caption", {}, caption),
    titled && el("thead", {}, el("tr", {}, heads.map((head) => el("th", { scope: "col" }, nice(head))))), el("tbody", {}, body));
  const holder = el("div", { class: "table-scroll law-table", tabindex: "0", role: "region", "aria-label": caption || t("table") }, drawn);
  return el("div", { class: "table-holder", id: node.anchor || null, "data-anchor": node.anchor }, rows.length ? holder : null, rest.map((child) => provision(child, how)));
}

// A row by itself: every cell under its own head.
function row(node) {
  const pairs = (node.cells ?? []).map(([head, text]) => [el("dt", {}, nice(head)), el("dd", {}, text.split("\n").map((line) => el("div", {}, line)))]);
  return el("dl", { class: "row", lang: "id", "data-anchor": node.anchor }, pairs);
}

// `reading` is what a printed value should say, where the register of mistakes knows it.
function cell(text, index, row, how, reading) {
  const short = text.length < 14 && /^[\d.,%\s/–-]*\d[\d.,%\s/–-]*$/.test(text);
  const lines = text.split("\n").map((line) => el("div", {}, line));
  if (index === 0 && row.anchor && how.links) {
    return el("td", { class: short ? "number" : null }, el("a", { href: `/peraturan/${how.regulation}#${row.anchor}`, class: "row-link", "aria-label": place(row.anchor) }, text || "¶"));
  }
  if (reading) lines.push(el("div", { class: "reading-note" }, t("read_as", { reading })));
  return el("td", { class: short ? "number" : null }, lines);
}

function nice(head) {
  const said = head.replace(/_/g, " ").replace(/\bak\b/g, "AK");
  return said.charAt(0).toUpperCase() + said.slice(1);
}
