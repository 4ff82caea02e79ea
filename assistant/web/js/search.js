// Search: provisions by meaning and words, with the regulation as a filter.
import { announce, el, icon, quiet } from "./dom.js";
import { get, once } from "./api.js";
import { go } from "./main.js";
import { t } from "./i18n.js";
import { open } from "./panel.js";
import { HINTS } from "./text/examples.js";

const MANY = 20;

/** Draw the search page, with results when the address asks for some. */
export async function show(main) {
  document.title = `${t("search_title")} · Tanya Pasal`;
  const asked = new URLSearchParams(location.search);
  const [regulations, kinds] = await Promise.all([once("/api/regulations"), once("/api/kinds")]);
  const field = el("input", { class: "field", type: "search", id: "cari", name: "q", placeholder: t("search_field"), maxlength: "500", value: asked.get("q") ?? "", autocomplete: "off" });
  const scope = el("select", { class: "field", name: "regulation", "aria-label": t("nav_regulations") }, el("option", { value: "" }, t("all_regulations")), regulations.map((known) => el("option", { value: known.id }, known.short)));
  scope.value = asked.get("regulation") ?? "";
  const kind = el("select", { class: "field", name: "kind", "aria-label": t("kind") }, el("option", { value: "" }, t("all_kinds")), kinds.map((one) => el("option", { value: one.name }, one.label)));
  kind.value = asked.get("kind") ?? "";
  const form = el("form", { class: "search-form", role: "search" }, el("label", { class: "unseen", for: "cari" }, t("search_field")), field, scope, kind, el("button", { type: "submit", class: "button main" }, icon("search"), t("search_button")));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (!field.value.trim()) return field.focus();
    const query = new URLSearchParams({ q: field.value.trim(), ...(scope.value ? { regulation: scope.value } : {}), ...(kind.value ? { kind: kind.value } : {}) });
    go(`/cari?${query}`);
  });
  for (const filter of [scope, kind]) filter.addEventListener("change", () => field.value.trim() && form.requestSubmit());
  const results = el("div", { class: "results" });
  main.append(el("div", { class: "page" }, el("h1", {}, t("search_title")), el("p", { class: "lead" }, t("search_lead")), form, results));
  results.addEventListener("click", (event) => {
    const link = event.target.closest("[data-beside]");
    if (!link) return;
    event.preventDefault();
    open(link.dataset.beside);
  });
  if (asked.get("q")?.trim()) await look(results, asked.get("q").trim(), asked.get("regulation"), asked.get("kind"));
  else {
    results.replaceChildren(...hints());
    if (!matchMedia("(pointer: coarse)").matches) field.focus();
  }
}

async function look(results, query, regulation, kind) {
  results.replaceChildren(el("p", { class: "small" }, t("loading")));
  try {
    const wanted = new URLSearchParams({ q: query, k: String(MANY), ...(regulation ? { regulation } : {}), ...(kind ? { kind } : {}) });
    const { hits, messages } = await get(`/api/search?${wanted}`);
    const said = hits.length ? t("results_count", { count: hits.length, query }) : t("results_none", { query });
    announce(said);
    results.replaceChildren(...messages.map((words) => el("p", { class: "notice", lang: "id" }, words)), el("p", { class: "small results-said" }, said), el("ol", { class: "hits" }, hits.map(found)));
  } catch (error) {
    results.replaceChildren(el("p", { class: "notice bad", role: "alert" }, error.message));
  }
}

function found({ citation, text, exact, marks, see_also: near }) {
  const pasal = quiet(t("read_beside"), { "data-beside": citation.url }, "book");
  return el("li", { class: "hit sheet" }, el("h2", {}, el("a", { href: citation.url }, citation.label), exact && el("span", { class: "chip" }, t("named"))), el("p", { class: "hit-words", lang: "id" }, lit(text, marks)), el("p", { class: "hit-foot" }, pasal, near.length ? el("span", { class: "small" }, `${t("see_also")}: `, near.map((one, index) => [index ? ", " : "", el("a", { href: one.url }, one.label)])) : null));
}

const LONG = 420;
const BEFORE = 90; // letters kept before the first word that fits

// The piece of a provision that holds most of the words asked for, as the server found them, with these set off.
function lit(text, marks) {
  const [from, to] = piece(text, marks);
  const drawn = [];
  let at = from;
  for (const [left, right] of marks.filter(([left, right]) => left >= from && right <= to)) {
    drawn.push(flat(text.slice(at, left)), el("mark", {}, text.slice(left, right)));
    at = right;
  }
  const rest = flat(text.slice(at, to));
  return [from ? "…" : "", drawn, to < text.length ? `${rest.replace(/[\s,;:.]+$/, "")}…` : rest];
}

function flat(words) {
  return words.replace(/\t+/g, " · ").replace(/\s+/g, " ");
}

// Where the piece of a long provision begins and ends, cut between words.
function piece(text, marks) {
  if (text.length <= LONG) return [0, text.length];
  const at = Math.min(Math.max(0, densest(text, marks) - BEFORE), text.length - LONG);
  const from = at ? text.slice(0, at).search(/\s\S*$/) + 1 : 0;
  return from + LONG >= text.length ? [from, text.length] : [from, from + text.slice(from, from + LONG).search(/\s\S*$/)];
}

// Where the most different words stand close together.
function densest(text, marks) {
  let best = { at: 0, count: 0 };
  marks.forEach(([first], index) => {
    const near = marks.slice(index).filter(([left]) => left < first + LONG - BEFORE);
    const count = new Set(near.map(([left, right]) => text.slice(left, right).toLowerCase())).size;
    if (count > best.count) best = { at: first, count };
  });
  return best.at;
}

// What can be typed here, for somebody who sees an empty page.
function hints() {
  const link = (query) => el("li", {}, el("a", { href: `/cari?q=${encodeURIComponent(query)}` }, icon("search"), el("span", { lang: "id" }, query)));
  return [el("h2", { class: "hints-head" }, t("search_hints")), el("ul", { class: "hints" }, HINTS.map(link))];
}
