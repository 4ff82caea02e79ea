// The conversation: ask, read, answer what is missing, look the law up beside it.
import { announce, copy, el, icon, quiet } from "./dom.js";
import { ask, get, Problem } from "./api.js";
import { answerBody, origins } from "./answer.js";
import { shorten } from "./arrange.js";
import { plainAnswer } from "./citation.js";
import { judge } from "./feedback.js";
import { factChips, missingFields, withQuestions } from "./facts.js";
import { language, t } from "./i18n.js";
import { open } from "./panel.js";
import { welcome } from "./welcome.js";
import { Writing } from "./writing.js";
import { whatIf } from "./whatif.js";

const SESSION = "tanya.sesi";
const TYPED = "tanya.ketikan";
const LONGEST = 4000;
const ANSWERS = new WeakMap();

/** Draw the conversation that was going on, or the welcome. */
export async function show(main) {
  document.title = "Tanya Pasal";
  const chat = new Chat(main);
  await chat.restore();
  const shared = new URLSearchParams(location.hash.slice(1)).get("tanya");
  if (shared) {
    history.replaceState({}, "", "/");
    chat.begin();
    await chat.send(shared.slice(0, LONGEST));
  }
  return () => chat.leave();
}

/** Start the next visit of the chat with a certain conversation, or (null) with a new one. */
export function remember(session) {
  if (session) localStorage.setItem(SESSION, session);
  else localStorage.removeItem(SESSION);
}

class Chat {
  constructor(main) {
    this.main = main;
    this.session = localStorage.getItem(SESSION);
    this.busy = false;
    this.log = el("div", { class: "log", role: "log", "aria-label": t("conversation"), "aria-live": "off" });
    this.main.classList.add("chat");
    this.main.append(el("h1", { class: "unseen" }, t("conversation")), this.head(), this.log, this.composer());
    this.log.addEventListener("click", (event) => this.cite(event));
  }

  head() {
    const fresh = quiet(t("new_conversation"), { onclick: () => this.begin() }, "plus");
    const print = quiet(t("print"), { onclick: () => window.print() }, "printer");
    this.tools = el("div", { class: "chat-head", hidden: true }, fresh, print);
    return this.tools;
  }

  composer() {
    this.field = el("textarea", { class: "field", id: "pertanyaan", rows: "1", maxlength: String(LONGEST), placeholder: t(innerWidth < 520 ? "ask_short" : "ask_placeholder"), "aria-describedby": "batas" });
    this.field.value = localStorage.getItem(TYPED) ?? "";
    this.note = el("p", { class: "composer-note", id: "batas" }, t("composer_note"));
    this.submit = el("button", { type: "submit", class: "button main send", "aria-label": t("send") }, icon("send"));
    const form = el("form", { class: "composer" }, el("label", { class: "unseen", for: "pertanyaan" }, t("your_question")), el("div", { class: "composer-row" }, this.field, this.submit), this.note);
    this.field.addEventListener("input", () => this.typed());
    this.field.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      form.requestSubmit();
    });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.send(this.field.value);
    });
    requestAnimationFrame(() => this.typed());
    return form;
  }

  typed() {
    localStorage.setItem(TYPED, this.field.value);
    this.field.style.height = "auto";
    this.field.style.height = `${Math.min(this.field.scrollHeight + 2, 200)}px`;
    const left = LONGEST - this.field.value.length;
    this.note.textContent = left < 400 ? t("letters_left", { left }) : t("composer_note");
  }

  async restore() {
    if (!this.session) return this.empty();
    try {
      const kept = await get(`/api/sessions/${encodeURIComponent(this.session)}`);
      if (!kept.turns.length) return this.empty();
      this.tools.hidden = false;
      const last = kept.turns.length - 1;
      kept.turns[last].answer = await withQuestions(kept.turns[last].answer);
      kept.turns.forEach((turn, index) => this.turn(turn, index === last));
      this.toEnd();
    } catch (error) {
      if (error.status !== 404) this.log.append(this.trouble(error));
      this.forget();
      this.empty();
    }
  }

  empty() {
    this.log.replaceChildren(welcome((question) => this.send(question)));
  }

  begin() {
    this.forget();
    this.tools.hidden = true;
    this.empty();
    this.field.focus();
  }

  forget() {
    this.session = null;
    remember(null);
  }

  leave() {
    this.gone = true;
  }

  turn({ number, message, answer, verdict, comment }, last) {
    const holder = el("article", { class: "turn" }, this.question(message));
    holder.append(this.answer(message, { ...answer, turn: number, verdict_given: verdict, comment_given: comment }, last));
    this.log.append(holder);
  }

  question(message) {
    return el("div", { class: "asked" }, el("h2", { class: "unseen" }, t("you_asked")), el("p", {}, message));
  }

  /** Send one message; facts set by hand travel beside it. */
  async send(words, facts = {}, forget = [], read = false) {
    const byHand = !read && (Object.keys(facts).length > 0 || forget.length > 0); // the server says these itself and computes again
    const message = words.trim();
    if (this.busy || (!message && !Object.keys(facts).length && !forget.length)) return this.field.focus();
    this.busy = true;
    this.submit.disabled = true;
    const inside = this.log.contains(document.activeElement); // a reply was picked here: its button is about to go
    if (!this.session) this.log.replaceChildren();
    this.log.querySelectorAll(".only-last").forEach((node) => node.remove());
    this.log.querySelectorAll(".static-asking").forEach((node) => (node.hidden = false));
    const holder = el("article", { class: "turn appear" }, message ? this.question(message) : "");
    const coming = el("div", { class: "answer coming" }, el("p", { class: "stage-word" }, el("span", { class: "dots", "aria-hidden": "true" }), t("stage_searching")));
    holder.append(coming);
    this.log.append(holder);
    this.field.value = "";
    this.typed();
    this.toEnd();
    try {
      const answer = await withQuestions(await this.hear({ message: byHand ? "" : message, session_id: this.session, facts, forget }, coming));
      this.session = answer.session_id;
      remember(this.session);
      this.tools.hidden = false;
      const drawn = this.answer(message, answer, true);
      coming.replaceWith(drawn);
      if (inside) focusOn(drawn);
      announce(t("answer_ready"));
      if (!this.gone) holder.scrollIntoView({ block: "start" });
    } catch (error) {
      coming.replaceWith(this.trouble(error));
      if (!byHand) this.field.value = message;
      this.typed();
    } finally {
      this.busy = false;
      this.submit.disabled = false;
    }
  }

  // The answer appears line by line, quickly enough that nobody waits for it.
  async hear(body, coming) {
    const writing = new Writing(coming);
    const answer = await ask(body, (name, data) => {
      if (name === "stage") writing.stage(t(`stage_${data.stage}`));
      if (name === "piece") writing.add(data.text);
    });
    await writing.done();
    return answer;
  }

  answer(question, answer, last) {
    const replies = (words, facts, read) => this.send(words, facts, [], read);
    const body = answerBody(answer, last ? (reasons) => missingFields(answer, reasons, replies) : null);
    shorten(body);
    const unasked = last && answer.missing.length > 0 && !body.querySelector(".asking");
    if (unasked) askBeside(body, el("div", { class: "only-last" }, missingFields(answer, new Map(), replies)));
    const drawn = el("section", { class: "answer sheet", "aria-label": t("answer") },
      body,
      last && el("div", { class: "only-last" }, whatIf(answer)),
      this.warnings(answer),
      factChips(answer, last && ((words, facts, forget) => this.send(words, facts, forget))),
      origins(answer),
      this.basis(answer),
      answer.mode && answer.citations.length > 0 && el("p", { class: "mode" }, t(`mode_${answer.mode}`)),
      this.actions(question, answer));
    ANSWERS.set(drawn, answer);
    return drawn;
  }

  warnings(answer) {
    if (!answer.warnings.length) return "";
    const rows = answer.warnings.map((warning) => el("li", { lang: "id" }, warning.message, " ", warning.citation && el("a", { class: "cite", href: warning.citation.url }, warning.citation.label)));
    const words = answer.warnings.length === 1 ? t("one_note") : t("many_notes", { count: answer.warnings.length });
    return el("details", { class: "warnings", open: answer.warnings.length === 1 }, el("summary", {}, icon("warning"), words), el("ul", {}, rows));
  }

  // On paper a link cannot be followed: the provisions are listed with their places on this site, and the receipt by its number.
  basis(answer) {
    if (!answer.citations.length) return "";
    const rows = answer.citations.map((citation) => el("li", {}, citation.label, " ", el("span", { class: "address" }, citation.url)));
    return el("div", { class: "basis print-only" }, el("h3", { class: "answer-head" }, t("citations").replace(/:$/, "")), el("ul", {}, rows), answer.receipt && el("p", {}, t("receipt_number", { id: answer.receipt })));
  }

  actions(question, answer) {
    const copyAnswer = quiet(t("copy_answer"), { onclick: (event) => copy(plainAnswer(question, answer, t("citations")), event.currentTarget) }, "copy");
    const link = new URL(`/#tanya=${encodeURIComponent(question)}`, location.origin).href;
    const share = question ? quiet(t("share"), { onclick: (event) => copy(link, event.currentTarget), title: t("share_hint") }, "share") : "";
    const at = `/api/sessions/${answer.session_id}/receipts/${answer.turn}`;
    const receipts = answer.receipt && [["receipt_pdf", `${at}?format=pdf`], ["receipt", at]].map(([words, href]) => el("a", { class: "quiet", href, download: "", title: t(`${words}_hint`) }, icon("download"), t(words)));
    return el("div", { class: "actions-row" }, copyAnswer, share, receipts, judge(answer));
  }

  trouble(error) {
    const words = error instanceof Problem ? error.message : t("fault");
    if (!(error instanceof Problem)) console.error(error);
    announce(words);
    return el("div", { class: "answer" }, el("p", { class: "notice bad", role: "alert" }, words));
  }

  cite(event) {
    const link = event.target.closest?.("a[href^='/peraturan/']");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    const url = link.getAttribute("href");
    open(url, quoted(ANSWERS.get(link.closest(".answer")), url));
  }

  toEnd() {
    requestAnimationFrame(() => this.log.lastElementChild?.scrollIntoView({ block: "start", behavior: "instant" }));
  }
}

function focusOn(node) {
  node.tabIndex = -1;
  node.focus({ preventScroll: true });
}

// What the answer's own words do not ask stands before the first of its parts, or at its end.
function askBeside(body, asking) {
  const part = body.querySelector(".part-head");
  if (part) part.before(asking);
  else body.append(asking);
}

// The citation object behind a link of an answer, null where the answer only names the provision.
function quoted(answer, url) {
  if (!answer) return null;
  const inside = answer.calculations.flatMap((found) => [...found.requirements, ...found.steps].map((line) => line.citation));
  return [...answer.citations, ...inside].find((citation) => citation?.url === url) ?? null;
}
