// The list of regulations, each with what is known of its validity.
import { el, icon } from "./dom.js";
import { once } from "./api.js";
import { day, t } from "./i18n.js";
import { regulationNotes } from "./notes.js";
import { topic } from "./welcome.js";

/** Draw the list. */
export async function show(main) {
  document.title = `${t("regulations_title")} · Tanya Pasal`;
  const regulations = await once("/api/regulations");
  main.append(el("div", { class: "page" }, el("h1", {}, t("regulations_title")), el("p", { class: "lead" }, t("regulations_lead")), el("div", { class: "shelf" }, regulations.map(card))));
}

function card(known) {
  const dates = [known.ditetapkan && `${t("stated")} ${day(known.ditetapkan)}`, known.diundangkan && `${t("promulgated")} ${day(known.diundangkan)}`].filter(Boolean);
  const { pasal, ayat, lampiran, baris, kekeliruan_naskah: flaws, perbaikan_pindaian: repairs } = known.counts;
  const counted = [["count_pasal", pasal], ["count_ayat", ayat], ["count_lampiran", lampiran], ["count_rows", baris], ["count_flaws", flaws], ["count_repairs", repairs]];
  return el("article", { class: "volume sheet" },
    el("div", { class: "volume-spine", "aria-hidden": "true" }, String(known.year)),
    el("div", { class: "volume-body" },
      el("h2", {}, el("a", { href: known.url }, known.short)),
      el("p", { class: "volume-topic", lang: "id" }, topic(known.title)),
      dates.length ? el("p", { class: "small" }, dates.join(", ")) : null,
      el("p", { class: "chips" }, counted.filter(([, count]) => count).map(([key, count]) => el("span", { class: "chip" }, t(key, { count })))),
      regulationNotes(known),
      el("p", { class: "volume-foot" }, el("a", { class: "button", href: known.url }, icon("book"), t("read")))));
}
