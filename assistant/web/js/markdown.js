// The small markdown of answers, read into blocks and drawn as elements. Text never becomes markup.
// Every piece of text keeps where it stood in the answer, so that the owner of each numeral can be shown.
import { el } from "./dom.js";

const INLINE = /\*\*(?<strong>[^*]+)\*\*|\[(?<label>[^\]]+)\]\((?<url>[^)\s]+)\)|`(?<code>[^`]+)`/g;
const LINKABLE = /^\/(?:peraturan|kalkulator|cari|tentang)(?:[/?#]|$)/;
const STARTS = { quote: /^> ?/, ul: /^[-*] /, ol: /^\d+[.)] /, table: /^\|/, rule: /^-{3,}$/, head: /^#{1,4} / };

/** Blocks of an answer: {kind, lines: [{text, at}]}. */
export function blocks(source) {
  const found = [];
  let at = 0;
  let open = null;
  for (const line of source.split("\n")) {
    const kind = kindOf(line);
    if (kind === "blank") open = null;
    else {
      const cut = kind === "p" || kind === "table" ? 0 : (STARTS[kind].exec(line)?.[0].length ?? 0);
      if (open?.kind !== kind || kind === "rule" || kind === "head") found.push((open = { kind, lines: [] }));
      open.lines.push({ text: line.slice(cut), at: at + cut });
    }
    at += line.length + 1;
  }
  return found;
}

function kindOf(line) {
  if (!line.trim()) return "blank";
  return Object.keys(STARTS).find((kind) => STARTS[kind].test(line)) ?? "p";
}

/** Parts of a line: text, strong, link or code, each with where it stands. */
export function parts(line) {
  const found = [];
  let from = 0;
  for (const match of line.text.matchAll(INLINE)) {
    if (match.index > from) found.push({ kind: "text", text: line.text.slice(from, match.index), at: line.at + from });
    const { strong, label, url, code } = match.groups;
    if (strong !== undefined) found.push({ kind: "strong", text: strong, at: line.at + match.index + 2 });
    else if (code !== undefined) found.push({ kind: "code", text: code, at: line.at + match.index + 1 });
    else if (LINKABLE.test(url)) found.push({ kind: "link", text: label, url, at: line.at + match.index + 1 });
    else found.push({ kind: "text", text: label, at: line.at + match.index + 1 });
    from = match.index + match[0].length;
  }
  if (from < line.text.length) found.push({ kind: "text", text: line.text.slice(from), at: line.at + from });
  return found;
}

/** A line drawn; `write(text, at)` gives the nodes of plain text. */
export function inline(line, write) {
  return parts(line).map((part) => draw(part, write));
}

/** One part drawn. */
export function draw(part, write) {
  switch (part.kind) {
    case "strong":
      return el("strong", {}, write(part.text, part.at));
    case "code":
      return el("code", {}, part.text);
    case "link":
      return el("a", { href: part.url, class: part.url.startsWith("/peraturan") ? "cite" : "" }, part.text);
    default:
      return write(part.text, part.at);
  }
}

/** Cells of a table block: the heads and the rows. */
export function cells(block) {
  const rows = block.lines.map(({ text, at }) => splitRow(text, at));
  const ruled = rows[1]?.every((cell) => /^:?-+:?$/.test(cell.text.trim()));
  return ruled ? { heads: rows[0], rows: rows.slice(2) } : { heads: null, rows };
}

function splitRow(text, at) {
  const found = [];
  let from = 1;
  for (let i = 1; i <= text.length; i++) {
    if (i !== text.length && text[i] !== "|") continue;
    if (i === text.length && from >= text.length) break;
    const raw = text.slice(from, i);
    found.push({ text: raw.trim(), at: at + from + (raw.length - raw.trimStart().length) });
    from = i + 1;
  }
  return found;
}
