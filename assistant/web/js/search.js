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
    results.replaceChildren(...messages.map((words) => el("p", { class: "notice", lang: "id" }, words)), el("p", { class: "small results-said" }, said), el("ol", { class: "hits" }, hits.map((hit) => found(hit, query))));
  } catch (error) {
    results.replaceChildren(el("p", { class: "notice bad", role: "alert" }, error.message));
  }
}

function found({ citation, text, exact, see_also: near }, query) {
  const pasal = quiet(t("read_beside"), { "data-beside": citation.url }, "book");
  return el("li", { class: "hit sheet" }, el("h2", {}, el("a", { href: citation.url }, citation.label), exact && el("span", { class: "chip" }, t("named"))), el("p", { class: "hit-words", lang: "id" }, shine(snippet(text, query), query)), el("p", { class: "hit-foot" }, pasal, near.length ? el("span", { class: "small" }, `${t("see_also")}: `, near.map((one, index) => [index ? ", " : "", el("a", { href: one.url }, one.label)])) : null));
}

const LONG = 420;
const BEFORE = 90; // letters kept before the first word that fits
const COMMON = new Set("ada adalah apa apakah atas atau bagaimana bagi bahwa berapa bila bisa boleh buat dalam dan dapat dari dengan di harus ini itu jika juga kalau kapan ke mana menurut oleh pada saja saya sebagai siapa sudah supaya tentang the untuk what yang yg".split(" "));

// The piece of a long provision that holds most of the words, cut between words.
function snippet(text, query) {
  const flat = text.replace(/\t+/g, " · ").replace(/\s+/g, " ").trim();
  if (flat.length <= LONG) return flat;
  const at = Math.max(0, densest([...flat.matchAll(pattern(query))]) - BEFORE);
  const from = at ? flat.indexOf(" ", at) + 1 : 0;
  if (from + LONG >= flat.length) return `…${flat.slice(flat.indexOf(" ", flat.length - LONG) + 1)}`;
  const to = flat.lastIndexOf(" ", from + LONG);
  return `${from ? "…" : ""}${flat.slice(from, to).replace(/[\s,;:.]+$/, "")}…`;
}

// Where the most different words stand close together.
function densest(matches) {
  let best = { at: 0, count: 0 };
  matches.forEach((first, index) => {
    const near = matches.slice(index).filter((one) => one.index < first.index + LONG - BEFORE);
    const count = new Set(near.map(([word]) => word.toLowerCase())).size;
    if (count > best.count) best = { at: first.index, count };
  });
  return best.at;
}

// Words of the query that say something; a long one also fits inside its derived forms (pindah in perpindahan).
function pattern(query) {
  const words = [...new Set(query.toLowerCase().match(/[\p{L}\d]+/gu) ?? [])].filter((word) => !COMMON.has(word) && (word.length > 2 || /\d/.test(word)));
  if (!words.length) return /(?!)/g;
  const forms = words.map((word) => (word.length > 4 ? `[\\p{L}]*${word}[\\p{L}]*` : word));
  return new RegExp(`(?<![\\p{L}\\d])(${forms.join("|")})(?![\\p{L}\\d])`, "giu");
}

function shine(text, query) {
  return text.split(pattern(query)).map((piece, index) => (index % 2 ? el("mark", {}, piece) : piece));
}

// What can be typed here, for somebody who sees an empty page.
function hints() {
  const link = (query) => el("li", {}, el("a", { href: `/cari?q=${encodeURIComponent(query)}` }, icon("search"), el("span", { lang: "id" }, query)));
  return [el("h2", { class: "hints-head" }, t("search_hints")), el("ul", { class: "hints" }, HINTS.map(link))];
}
