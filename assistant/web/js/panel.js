// The side reader: the whole Pasal beside the answer, with the cited part marked.
import { copy, el, icon, quiet } from "./dom.js";
import { once } from "./api.js";
import { t } from "./i18n.js";
import { provision, setting } from "./law.js";
import { memo } from "./citation.js";
import { sourceLines, statusNotes } from "./notes.js";

const panel = document.getElementById("panel");
let opener = null;

/** Open a provision by its address on this site ("/peraturan/...#pasal-13-ayat-1-huruf-h"). */
export async function open(url, citation = null) {
  const { regulation, anchor } = read(url);
  if (panel.hidden) opener = document.activeElement;
  panel.hidden = false;
  document.body.classList.add("with-panel");
  frame(t("loading"), "", []);
  try {
    const found = await once(whole(regulation, anchor));
    const foot = [
      citation && quiet(t("copy_citation"), { onclick: (event) => copy(memo(citation), event.currentTarget) }, "quote"),
      el("a", { class: "quiet", href: url }, icon("book"), t("open_in_reader")),
    ];
    frame(found.citation?.label ?? found.label, found.path.map((step) => [step.label, step.title].filter(Boolean).join(" ")).join(" › "), foot);
    const body = panel.querySelector(".panel-body");
    const how = setting({ regulation, errata: found.errata });
    body.append(statusNotes(found.status), el("div", { class: "law" }, provision(found, how)), sourceLines(regulation, found.lines));
    mark(body, anchor);
  } catch (error) {
    panel.querySelector(".panel-body").replaceChildren(el("p", { class: "notice bad" }, error.message));
  }
}

/** Close it and give the focus back to where it was. */
export function close() {
  if (panel.hidden) return;
  panel.hidden = true;
  panel.replaceChildren();
  document.body.classList.remove("with-panel");
  if (opener?.isConnected) opener.focus();
  opener = null;
}

function frame(title, path, foot) {
  const shut = quiet(el("span", { class: "unseen" }, t("close")), { onclick: close, title: t("close_key") }, "cross");
  panel.setAttribute("aria-label", t("side_reader"));
  panel.replaceChildren(
    el("div", { class: "panel-head" }, el("div", {}, el("h2", { tabindex: "-1" }, title), path && el("p", { class: "small" }, path)), shut),
    el("div", { class: "panel-body", tabindex: "0", role: "region", "aria-label": title }),
    foot.length ? el("div", { class: "panel-foot" }, foot) : "",
  );
  panel.querySelector("h2").focus({ preventScroll: true });
}

function read(url) {
  const at = new URL(url, location.href);
  return { regulation: at.pathname.split("/").pop(), anchor: at.hash.slice(1) };
}

function whole(regulation, anchor) {
  const [, pasal] = /^pasal-(\d+)/.exec(anchor) ?? [];
  if (pasal) return `/api/regulations/${regulation}/pasal/${pasal}`;
  return `/api/regulations/${regulation}/part/${encodeURIComponent(anchor)}`;
}

function mark(body, anchor) {
  const cited = anchor && body.querySelector(`[data-anchor="${CSS.escape(anchor)}"]`);
  if (!cited) return;
  cited.classList.add("cited");
  requestAnimationFrame(() => {
    body.scrollTop = Math.max(0, cited.getBoundingClientRect().top - body.getBoundingClientRect().top + body.scrollTop - body.clientHeight / 4);
  });
}

addEventListener("keydown", (event) => {
  if (event.key === "Escape" && !panel.hidden) close();
});
