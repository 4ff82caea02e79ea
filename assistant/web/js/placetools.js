// What can be done with one provision: copy it as a memo cites it, link to it, see its source and who refers to it.
import { copy, el, icon, quiet } from "./dom.js";
import { t } from "./i18n.js";
import { place as said } from "./law.js";
import { sourceLines } from "./notes.js";
import { get } from "./api.js";

// Only the provision that is marked, not the whole regulation.
function printed() {
  document.documentElement.classList.add("one-place");
  addEventListener("afterprint", () => document.documentElement.classList.remove("one-place"), { once: true });
  print();
}

/** Put the tools below a provision, unless the reader has gone on meanwhile. */
export async function place(target, known, still) {
  const anchor = target.dataset.anchor;
  const found = await get(`/api/regulations/${known.id}/part/${encodeURIComponent(anchor)}`).catch(() => null);
  if (!found || !still()) return;
  const { citation, lines, referred_by: referrers = [] } = found;
  const memo = `${citation.label}: “${citation.quote.replace(/\s+/g, " ").trim()}”`;
  const link = new URL(citation.url, location.origin).href;
  const tools = el("div", { class: "place-tools", role: "group", "aria-label": t("tools_of", { place: said(anchor) }), lang: document.documentElement.lang },
    el("strong", { class: "place-label" }, citation.label),
    quiet(t("copy_words"), { onclick: (event) => copy(memo, event.currentTarget) }, "quote"),
    quiet(t("copy_link"), { onclick: (event) => copy(link, event.currentTarget) }, "link"),
    quiet(t("print"), { onclick: printed, title: t("print_place") }, "printer"),
    el("a", { class: "quiet", href: `/#tanya=${encodeURIComponent(`Apa isi ${citation.label}?`)}` }, icon("chat"), t("ask_about")),
    sourceLines(known.id, lines),
    referrers.length ? el("p", { class: "small referrers" }, `${t("referred_by")}: `, referrers.map((one, index) => [index ? ", " : "", el("a", { href: one.url }, one.label)])) : null);
  if (target.matches("tr")) target.closest(".table-holder").append(tools);
  else (target.querySelector(":scope > .item-body") ?? target).append(tools);
}
