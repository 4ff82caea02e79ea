// Conversations kept: go on with one, delete one, delete all.
import { announce, button, el, icon, quiet } from "./dom.js";
import { get, remove } from "./api.js";
import { remember } from "./chat.js";
import { day, t } from "./i18n.js";

/** Draw the list of this browser's conversations. */
export async function show(main) {
  document.title = `${t("history_title")} · Tanya Pasal`;
  const { sessions } = await get("/api/sessions");
  const list = el("ul", { class: "sessions" }, sessions.map((known) => row(known, main)));
  const all = button(t("delete_all"), { class: "button danger", onclick: () => deleteAll(main) }, "trash");
  const download = el("a", { class: "button", href: "/api/feedback", download: "penilaian-tanya-pasal.json" }, icon("download"), t("export_feedback"));
  main.append(el("div", { class: "page narrow" }, el("h1", {}, t("history_title")), el("p", { class: "lead" }, t("history_lead")),
    sessions.length ? [list, el("p", { class: "actions" }, all, download)] : el("p", { class: "empty" }, t("history_none"), " ", el("a", { href: "/" }, t("nav_ask")))));
}

function row(known, main) {
  const resume = el("a", { class: "session-open", href: "/", onclick: () => remember(known.id) }, el("strong", { lang: "id" }, known.title), el("span", { class: "small" }, `${day(known.touched)} · ${t("turns", { count: known.turns })}`));
  const away = quiet(el("span", { class: "unseen" }, `${t("delete")}: ${known.title.slice(0, 80)}`), { title: t("delete"), onclick: () => deleteOne(known.id, main) }, "trash");
  return el("li", { class: "session sheet" }, resume, away);
}

async function deleteOne(id, main) {
  if (!confirm(t("delete_sure"))) return;
  await remove(`/api/sessions/${encodeURIComponent(id)}`);
  if (localStorage.getItem("tanya.sesi") === id) remember(null);
  again(main);
}

async function deleteAll(main) {
  if (!confirm(t("delete_all_sure"))) return;
  await remove("/api/sessions");
  remember(null);
  again(main);
}

function again(main) {
  announce(t("deleted"));
  main.replaceChildren();
  show(main);
}
