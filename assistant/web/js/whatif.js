// "And if?": the calculation of an answer once more, with credits and time on sliders; the conversation stays as it was.
import { el } from "./dom.js";
import { once, post } from "./api.js";
import { calculationView } from "./result.js";
import { months } from "./input.js";
import { number, t } from "./i18n.js";

const SLIDING = { bilangan: { step: 0.5, room: 2 }, lama: { step: 1, room: 2 } };
const MOST = 3;

/** Sliders for the numeric facts of the answer's calculation, "" where there are none. */
export function whatIf(answer) {
  const found = answer.calculations?.at(-1);
  if (!found || (!found.verdict && !Object.keys(found.result).length)) return "";
  const holder = el("details", { class: "what-if" }, el("summary", {}, t("what_if")));
  once("/api/facts").then((vocabulary) => {
    const fields = Object.keys(found.inputs).filter((name) => SLIDING[vocabulary[name]?.kind] && Number.isFinite(Number(found.inputs[name]))).slice(0, MOST);
    if (!fields.length) return holder.remove();
    fillIn(holder, found, fields, vocabulary);
  });
  return holder;
}

function fillIn(holder, found, fields, vocabulary) {
  const inputs = { ...found.inputs };
  const result = el("div", { class: "what-if-result", "aria-live": "polite" });
  let turn = 0;
  const compute = async () => {
    const mine = ++turn;
    try {
      const computed = await post(`/api/tools/${found.tool}`, inputs);
      if (mine === turn) result.replaceChildren(calculationView(computed, { brief: true }));
    } catch (error) {
      if (mine === turn) result.replaceChildren(el("p", { class: "notice bad" }, error.message));
    }
  };
  const sliders = fields.map((name) => slider(name, vocabulary[name], inputs, compute));
  holder.append(el("p", { class: "small" }, t("what_if_said")), el("div", { class: "sliders" }, sliders), result);
  holder.addEventListener("toggle", () => holder.open && !result.childElementCount && compute());
}

function slider(name, words, inputs, compute) {
  const { step, room } = SLIDING[words.kind];
  const start = Number(inputs[name]);
  const say = (value) => (words.kind === "lama" ? months(Number(value)) : number(value));
  const output = el("output", { for: `andai-${name}` }, say(start));
  const input = el("input", { type: "range", id: `andai-${name}`, min: "0", max: String(Math.max(Math.ceil(start * room), 60)), step: String(step), value: String(start), "aria-valuetext": say(start) });
  input.addEventListener("input", () => {
    inputs[name] = words.kind === "lama" ? Number(input.value) : input.value;
    output.textContent = say(input.value);
    input.setAttribute("aria-valuetext", say(input.value));
    compute();
  });
  return el("div", { class: "slider" }, el("label", { for: `andai-${name}` }, words.label), output, input);
}
