// The order of an answer on the page: verdict, conditions, what is still asked, then figures, pictures and the law's words.
// An answer may hold several calculations; each is put in order by itself, and what is long is shortened.
import { el } from "./dom.js";
import { fold } from "./fold.js";
import { t } from "./i18n.js";

const MOST = { checks: [10, 8], lines: [16, 12], quotes: [6, 4], rows: [14, 10] }; // [this many stand, else only so many]

/** Put the parts of an answer's body in the order in which people look for them. */
export function arrange(body) {
  for (const part of partsOf(body)) {
    const verdict = part.find((node) => node.matches(".verdict"));
    const list = part.find((node) => node.matches(".checklist"));
    if (!verdict) continue;
    if (part[0] !== verdict) part[0].before(verdict);
    if (!list) continue;
    const head = list.previousElementSibling;
    const conditions = head?.matches(".answer-head") ? [head, list] : [list];
    const said = part.filter((node) => node.matches("p") && node.compareDocumentPosition(list) & Node.DOCUMENT_POSITION_FOLLOWING);
    verdict.after(...said, ...conditions);
    const asked = part.find((node) => node.matches(".asked-for"));
    if (asked) list.after(...(asked.previousElementSibling?.matches(".answer-head") ? [asked.previousElementSibling, asked] : [asked]));
  }
}

// The children between rules and between the headings of parts.
function partsOf(body) {
  const found = [[]];
  for (const node of body.children) {
    if (node.matches("hr, .part-head")) found.push([]);
    else found.at(-1).push(node);
  }
  return found.filter((part) => part.length);
}

/** Fold away what is long, so that the whole answer can be overlooked. */
export function shorten(body) {
  body.querySelectorAll(".checklist").forEach(shortenChecks);
  body.querySelectorAll(".law-quote").forEach((quote) => after(quote, [...quote.children], MOST.lines, "fold_lines"));
  body.querySelectorAll("table").forEach((table) => after(table.parentElement, [...table.tBodies[0].rows], MOST.rows, "fold_rows"));
  for (const part of partsOf(body)) {
    const quotes = part.filter((node) => node.matches(".quoted"));
    if (quotes.length) after(quotes.at(-1), quotes, MOST.quotes, "fold_quotes");
  }
}

function after(place, items, [most, kept], words) {
  if (items.length <= most) return;
  place.after(el("p", { class: "fold-row" }, fold(items.slice(kept), t(words, { count: items.length - kept }))));
}

// Conditions not met always stand; the button counts what the others are.
function shortenChecks(list) {
  const checks = [...list.children];
  const [most, kept] = MOST.checks;
  if (checks.length <= most) return;
  const standing = new Set(checks.filter((check) => check.matches(".bad")));
  for (const check of checks) if (standing.size < kept) standing.add(check);
  const rest = checks.filter((check) => !standing.has(check));
  const counted = [["good", "status_terpenuhi"], ["open", "status_tidak_diketahui"]].map(([tone, words]) => [rest.filter((check) => check.matches(`.${tone}`)).length, t(words)]);
  const kinds = counted.filter(([count]) => count).map(([count, words]) => `${count} ${words}`).join(", ");
  list.after(el("p", { class: "fold-row" }, fold(rest, `${t("fold_checks", { count: rest.length })}: ${kinds}`)));
}
