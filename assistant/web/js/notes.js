// Small notes that stand beside the law: what is known of its validity, and the lines it was read from.
import { el, icon, quiet } from "./dom.js";
import { get } from "./api.js";
import { day, t } from "./i18n.js";
import { place } from "./law.js";

/** Notes on validity, each with its evidence one click away. */
export function statusNotes(notes) {
  return notes?.length ? el("div", { class: "status-notes" }, notes.map((note) => statusNote(note))) : "";
}

/** The notes of a whole regulation: what touches all of it stands, what touches some provisions is folded away. */
export function regulationNotes({ id, status }) {
  const whole = status.filter(({ places }) => places === "semua");
  const partly = status.filter(({ places }) => places !== "semua");
  if (!whole.length || partly.length < 2) return statusNotes([...whole, ...partly]);
  return el("div", { class: "status-notes" }, whole.map((note) => statusNote(note)),
    el("details", { class: "more-notes" }, el("summary", {}, t("partly_notes", { count: partly.length })), el("div", { class: "status-notes" }, partly.map((note) => statusNote(note, id)))));
}

function statusNote(note, regulation = null) {
  const touched = regulation && Array.isArray(note.places) ? note.places.map((anchor, index) => [index ? ", " : "", el("a", { href: `/peraturan/${regulation}#${anchor}` }, place(anchor))]) : null;
  return el("details", { class: "status-note" },
    el("summary", {}, icon("warning"), el("span", { lang: "id" }, note.message)),
    el("div", { class: "status-body" },
      el("p", { lang: "id" }, note.detail),
      touched && el("p", { class: "small" }, `${t("touches")}: `, touched),
      el("p", { class: "small", lang: "id" }, `${t("source")}: ${note.source} · ${t("certainty")}: ${note.certainty} · ${t("checked")}: ${day(note.dated)}`)));
}

/** The source lines of a provision, fetched when asked for. */
export function sourceLines(regulation, lines) {
  if (!lines?.length) return "";
  const box = el("div", { class: "source", hidden: true, id: `sumber-${lines[0]}-${Math.random().toString(36).slice(2, 7)}` });
  const toggle = quiet(t("source_lines"), { "aria-expanded": "false", "aria-controls": box.id }, "lines");
  toggle.addEventListener("click", async () => {
    box.hidden = !box.hidden;
    toggle.setAttribute("aria-expanded", String(!box.hidden));
    if (box.hidden || box.childElementCount) return;
    box.replaceChildren(...(await rows(regulation, lines)));
  });
  return el("div", { class: "source-holder" }, toggle, box);
}

async function rows(regulation, lines) {
  const begin = Math.min(...lines);
  const end = Math.max(...lines);
  const wanted = new Set(lines.length > 2 ? lines : []);
  const found = await get(`/api/regulations/${regulation}/source?begin=${begin}&end=${end}`);
  const shown = found.lines.filter(({ line }) => !wanted.size || wanted.has(line));
  return [
    el("p", { class: "small" }, t("source_said", { begin, end })),
    el("ol", { class: "source-rows", lang: "id" }, shown.map(({ line, text }) => el("li", { value: line }, text || " "))),
  ];
}
