// Facts told, as chips that can be corrected, and facts missing, as quick replies.
import { button, el, icon, quiet } from "./dom.js";
import { once } from "./api.js";
import { factInput, shown } from "./input.js";
import { t } from "./i18n.js";
import { rowsInput } from "./rows.js";
import { fields } from "./schema.js";

/** The missing facts of an answer with their English questions beside the Indonesian ones. */
export async function withQuestions(answer) {
  if (!answer.missing?.length) return answer;
  const vocabulary = await once("/api/facts");
  return { ...answer, missing: answer.missing.map((item) => ({ ...item, question_en: vocabulary[item.field]?.question_en })) };
}

// A number that can mean several things is asked for with its meanings in the question: these become buttons.
const MEANINGS = [[/^(.+) itu untuk apa: (.+)\?$/, "; "], [/^(.+) maksudnya (.+)\?$/, " atau "]];

/** Small inputs for what the answer asks, each with its reason; `send(words, facts, read)` goes on with the conversation. */
export function missingFields(answer, reasons, send) {
  const holder = el("div", { class: "asking" });
  const round = new Round(send);
  once("/api/facts").then((vocabulary) => {
    const known = answer.missing.filter(({ field }) => vocabulary[field]);
    const asked = known.filter(({ field }) => reasons.has(field));
    holder.append(...(asked.length ? asked : known.slice(0, 2)).map((item) => question(item, vocabulary[item.field], reasons.get(item.field), answer.language, round)));
  });
  return holder;
}

// The questions of one answer: what is typed into one of them travels along when another is answered.
class Round {
  constructor(send) {
    this.send = send;
    this.inputs = [];
  }

  told(except) {
    return this.inputs.map((one) => ({ ...one, value: one.input.read() })).filter(({ field, value }) => field !== except && value !== null);
  }

  /** Send a fact that was picked, if any, and every fact typed. */
  reply(picked = null) {
    const told = [...(picked ? [picked] : []), ...this.told(picked?.field)];
    if (told.length) this.send(told.map(({ words, value }) => `${words.label}: ${shown(words, value)}`).join("; "), facts(told));
  }

  /** Send words that the server must read, with every fact typed beside them. */
  say(words, field) {
    this.send(words, facts(this.told(field)), true);
  }
}

function facts(told) {
  return Object.fromEntries(told.map(({ field, value }) => [field, value]));
}

function question({ field, question: asked, options }, words, reason, spoken, round) {
  const why = reason?.length ? el("p", { class: "ask-why small" }, reason) : null;
  const said = spoken === "en" ? words.question_en : options ? asked.replace(/:[^:]*\?$/, "?") : asked; // the buttons name the choices
  const skip = quiet(t("do_not_know"), { onclick: () => round.say(t("do_not_know_said", { label: words.label }), field) });
  const buttons = options ? options.map(({ label, value }) => button(label, { class: "button reply", onclick: () => round.reply({ field, words, value }) })) : replies(field, asked, words, round);
  if (buttons.length) return el("fieldset", { class: "ask-one" }, el("legend", {}, said), el("div", { class: "replies" }, buttons, skip), why);
  const input = factInput(`jawab-${field}`, words);
  round.inputs.push({ field, words, input });
  const form = el("form", { class: "replies" }, input.node, el("button", { type: "submit", class: "button" }, t("reply")), skip);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (input.read() === null) input.focus();
    else round.reply();
  });
  const label = input.grouped ? el("p", { class: "ask-said" }, said) : el("label", { class: "ask-said", for: `jawab-${field}` }, said);
  return el("div", { class: "ask-one" }, label, form, why);
}

function replies(field, asked, words, round) {
  for (const [pattern, between] of MEANINGS) {
    const [, what, meanings] = pattern.exec(asked) ?? [];
    if (meanings) return meanings.split(between).map((meaning) => button(meaning, { class: "button reply", onclick: () => meant(what, meaning, round, field) }));
  }
  const options = words.kind === "ya_tidak" ? [[true, t("yes")], [false, t("no")]] : Object.entries(words.kind === "pilihan" ? words.choices : {});
  return options.map(([value, label]) => button(label, { class: "button reply", onclick: () => round.reply({ field, words, value }) }));
}

// A meaning that is the label of one fact is told as that fact; others ("2 tahun 3 bulan") are read by the server.
async function meant(what, meaning, round, field) {
  const named = Object.entries(await once("/api/facts")).filter(([, words]) => words.label === meaning && ["bilangan", "cacah"].includes(words.kind));
  const value = what.replace(",", ".");
  if (named.length !== 1 || !/^\d+(\.\d+)?$/.test(value)) return round.say(`${what}: ${meaning}`, field);
  const [[name, words]] = named;
  round.reply({ field: name, words, value: words.kind === "cacah" ? Number(value) : value });
}

/** Facts known in this conversation; with `send` each can be corrected or withdrawn. */
export function factChips(answer, send) {
  if (!answer.facts?.length || !send) return "";
  const list = el("ul", { class: "fact-chips" });
  const holder = el("section", { class: "facts only-last", "aria-label": t("facts_known"), "data-tool": answer.calculations?.at(-1)?.tool, "data-jabatan": answer.facts.find(({ field }) => field === "jabatan")?.value }, el("h3", { class: "answer-head" }, t("facts_known")), list);
  once("/api/facts").then((vocabulary) => {
    list.append(...answer.facts.filter(({ field }) => vocabulary[field]).map((fact) => chip(fact, vocabulary[fact.field], send, holder)));
  });
  return holder;
}

function chip({ field, value }, words, send, holder) {
  const label = el("button", { type: "button", class: "fact", title: t("correct") }, el("span", {}, words.label), el("strong", {}, shown(words, value)), icon("edit"));
  label.addEventListener("click", () => correct(field, value, words, send, holder));
  return el("li", {}, label);
}

async function correct(field, value, words, send, holder) {
  const input = words.kind === "baris" ? await rowsOf(field, words, holder) : factInput(`ubah-${field}`, words);
  holder.querySelector("form")?.remove();
  input.write(value);
  const withdraw = quiet(t("withdraw"), { onclick: () => send(t("withdraw_said", { label: words.label }), {}, [field]) }, "trash");
  const form = el("form", { class: "correct" }, input.grouped ? el("span", {}, words.label) : el("label", { for: `ubah-${field}` }, words.label), input.node, el("button", { type: "submit", class: "button main" }, t("recompute")), withdraw);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const told = input.read();
    if (told !== null) send(`${words.label}: ${shown(words, told)}`, { [field]: told });
  });
  holder.append(form);
  input.focus();
}

// A fact of many rows is corrected in the same editor that its calculator uses.
async function rowsOf(field, words, holder) {
  const tools = await once("/api/tools");
  const tool = tools.find((one) => one.name === holder.dataset.tool && field in one.schema.properties) ?? tools.find((one) => field in one.schema.properties);
  const { rows } = fields(tool, { [field]: words }).find((one) => one.name === field);
  return rowsInput(`ubah-${field}`, words, rows, () => {}, () => holder.dataset.jabatan);
}
