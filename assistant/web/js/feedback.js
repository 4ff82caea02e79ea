// What a person thinks of an answer, kept on the machine that answered.
import { announce, el, icon, quiet } from "./dom.js";
import { post } from "./api.js";
import { t } from "./i18n.js";

/** Two buttons, and room for a comment once one is pressed. */
export function judge(answer) {
  if (!answer.turn && !answer.session_id) return "";
  const holder = el("div", { class: "judge", role: "group", "aria-label": t("feedback") });
  const buttons = [["membantu", "up", t("helpful")], ["keliru", "down", t("wrong")]].map(([verdict, name, words]) => {
    const pressed = String(answer.verdict_given === verdict);
    return quiet(words, { "aria-pressed": pressed, "data-verdict": verdict, onclick: () => give(holder, answer, verdict) }, name);
  });
  holder.append(...buttons);
  return holder;
}

async function give(holder, answer, verdict, comment = null) {
  const said = comment ?? answer.comment_given ?? "";
  await post("/api/feedback", { session_id: answer.session_id, turn: answer.turn, verdict, comment: said });
  answer.verdict_given = verdict;
  for (const each of holder.querySelectorAll("[data-verdict]")) each.setAttribute("aria-pressed", String(each.dataset.verdict === verdict));
  announce(t("feedback_kept"));
  if (comment !== null || holder.querySelector("form")) return;
  const form = room(holder, answer);
  holder.append(form);
  form.scrollIntoView({ block: "nearest" });
}

function room(holder, answer) {
  const field = el("input", { class: "field", maxlength: "2000", placeholder: t("feedback_why"), "aria-label": t("feedback_why"), value: answer.comment_given ?? "" });
  const form = el("form", { class: "judge-form" }, field, el("button", { type: "submit", class: "button" }, icon("send"), t("save")));
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    answer.comment_given = field.value;
    await give(holder, answer, answer.verdict_given, field.value);
    form.replaceWith(el("span", { class: "small" }, t("feedback_thanks")));
  });
  return form;
}
