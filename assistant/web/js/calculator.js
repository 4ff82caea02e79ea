// One calculator as a form made of its schema; the result grows while the form is filled in.
import { announce, button, el, icon } from "./dom.js";
import { once, post, Problem } from "./api.js";
import { factInput, shown } from "./input.js";
import { language, t } from "./i18n.js";
import { open } from "./panel.js";
import { calculationView, said, show as read } from "./result.js";
import { rowsInput } from "./rows.js";
import { fields } from "./schema.js";

const KEPT = "tanya.kalkulator.";
const PAUSE = 250;

/** Draw the form and the result beside it. */
export async function show(main, name) {
  const [tools, vocabulary] = await Promise.all([once("/api/tools"), once("/api/facts")]);
  const tool = tools.find((one) => one.name === name);
  if (!tool) throw new Problem(404, { code: "unknown_tool", message: t("lost") });
  document.title = `${said(name)} · Tanya Pasal`;
  new Form(main, tool, fields(tool, vocabulary));
}

class Form {
  constructor(main, tool, asked) {
    this.view = main;
    this.tool = tool;
    this.turn = 0;
    this.inputs = new Map();
    this.labels = new Map();
    this.result = el("div", { class: "calc-result sheet", "aria-live": "polite" }, el("h2", {}, t("result")), el("p", { class: "small" }, t("result_empty")));
    this.result.addEventListener("click", (event) => this.cite(event));
    this.live = el("button", { type: "button", class: "calc-live", hidden: true, onclick: () => this.result.scrollIntoView({ block: "start" }) });
    const form = el("form", { class: "calc-form sheet", novalidate: true }, asked.map((field) => this.row(field)), this.buttons());
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.compute(true);
    });
    main.append(el("div", { class: "page" },
      el("p", { class: "over" }, el("a", { href: "/kalkulator" }, icon("left"), t("all_calculators"))),
      el("h1", { lang: "id" }, said(tool.name)), el("p", { class: "lead", lang: "id" }, tool.description),
      el("div", { class: "calc" }, form, this.result), this.live));
    this.restore();
  }

  row({ name, words, help, rows }) {
    const changed = () => this.changed();
    const input = rows ? rowsInput(name, words, rows, changed, () => this.inputs.get("jabatan")?.read()) : factInput(name, words, changed);
    this.inputs.set(name, input);
    this.labels.set(name, words);
    const label = input.grouped ? el("span", { class: "field-label" }, words.label) : el("label", { class: "field-label", for: name }, words.label);
    const asked = language() === "en" ? words.question_en ?? help : words.question ?? help;
    const wrong = el("p", { class: "field-wrong", id: `${name}-salah`, role: "alert" });
    return el("div", { class: rows ? "form-row wide" : "form-row", "data-field": name }, label, asked && el("p", { class: "field-help" }, asked), input.node, wrong);
  }

  buttons() {
    const clear = button(t("clear"), { onclick: () => this.clear() });
    return el("p", { class: "actions" }, el("button", { type: "submit", class: "button main" }, icon("calculator"), t("calculate")), clear);
  }

  told() {
    const told = {};
    for (const [name, input] of this.inputs) {
      const value = input.read();
      if (value !== null) told[name] = value;
    }
    return told;
  }

  changed() {
    sessionStorage.setItem(KEPT + this.tool.name, JSON.stringify(this.told()));
    clearTimeout(this.due);
    this.due = setTimeout(() => this.compute(false), PAUSE);
  }

  restore() {
    const asked = Object.fromEntries(new URLSearchParams(location.search));
    const kept = JSON.parse(sessionStorage.getItem(KEPT + this.tool.name) ?? "{}");
    const told = Object.keys(asked).length ? asked : kept;
    for (const [name, value] of Object.entries(told)) this.inputs.get(name)?.write(value);
    if (Object.keys(told).length) this.compute(false);
    const today = this.inputs.get("tanggal");
    if (today && today.read() === null) today.write(new Date().toLocaleDateString("sv-SE")); // year-month-day
  }

  clear() {
    sessionStorage.removeItem(KEPT + this.tool.name);
    history.replaceState({}, "", location.pathname);
    this.view.replaceChildren();
    show(this.view, this.tool.name);
  }

  async compute(asked) {
    const told = this.told();
    const mine = ++this.turn;
    if (!Object.keys(told).length && !asked) return;
    try {
      const found = await post(`/api/tools/${this.tool.name}`, told);
      if (mine !== this.turn) return;
      this.wrong({});
      this.result.replaceChildren(el("h2", {}, t("result")), this.used(told), calculationView(found));
      this.summary(found);
    } catch (error) {
      if (mine !== this.turn) return;
      this.wrong(error.fields ?? {});
      const placed = Object.keys(error.fields ?? {}).some((name) => this.inputs.has(name.split(".")[0]));
      if (!placed || asked) this.result.replaceChildren(el("h2", {}, t("result")), el("p", { class: "notice bad" }, placed ? t("wrong_fields") : error.message));
      if (asked) announce(error.message);
    }
  }

  // On paper the form is left out: what was entered is said in words.
  used(told) {
    const rows = Object.entries(told).map(([name, value]) => el("li", {}, `${this.labels.get(name).label}: ${shown(this.labels.get(name), value)}`));
    return el("div", { class: "print-only" }, el("h3", { class: "answer-head" }, t("facts_known")), el("ul", {}, rows));
  }

  // Where the result stands below the form, its verdict or main figure stays in sight.
  summary({ verdict, result }) {
    const [name, value] = "total" in result ? ["total", result.total] : Object.entries(result).find(([, one]) => /^-?\d/.test(one)) ?? [];
    const words = verdict ? t(`verdict_${verdict}`) : name ? `${name === "total" ? t("total") : said(name)}: ${read(value)}` : "";
    this.live.hidden = !words;
    this.live.replaceChildren(el("strong", {}, words), el("span", {}, t("result")), icon("chevron"));
  }

  wrong(messages) {
    for (const holder of this.result.parentElement.querySelectorAll("[data-field]")) {
      const name = holder.dataset.field;
      const found = Object.entries(messages).filter(([field]) => field.split(".")[0] === name).map(([, words]) => words);
      holder.querySelector(".field-wrong").textContent = found.join(" ");
      const input = holder.querySelector("input, select");
      if (found.length) input?.setAttribute("aria-invalid", "true");
      else input?.removeAttribute("aria-invalid");
      if (input && found.length) input.setAttribute("aria-describedby", `${name}-salah`);
    }
  }

  cite(event) {
    const link = event.target.closest?.("a[href^='/peraturan/']");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    open(link.getAttribute("href"));
  }
}
