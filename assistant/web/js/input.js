// One input for one fact, made from the shared vocabulary; forms and quick replies are built of these.
import { button, el } from "./dom.js";
import { day, number, t, typed } from "./i18n.js";

const FEW = 4;

/** An input for a fact: {node, read() -> value or null, write(value), focus()}. `changed` hears every change. */
export function factInput(name, words, changed = () => {}) {
  const make = { pilihan: choice, daftar: many, lama: span, ya_tidak: yesNo, tanggal: date, cacah: count, bilangan: decimal }[words.kind] ?? text;
  return make(name, words, changed);
}

/** How a value of a fact reads. */
export function shown(words, value) {
  if (value === true) return t("yes");
  if (value === false) return t("no");
  if (Array.isArray(value)) return value.map((one) => shown(words, one)).join(words.kind === "baris" ? "; " : ", ");
  if (value && typeof value === "object") return Object.values(value).filter((one) => one !== null).map((one) => number(one)).join(" × ");
  if (words.choices?.[value]) return words.choices[value];
  if (words.kind === "lama") return months(Number(value));
  if (words.kind === "tanggal") return day(value);
  return words.kind === "bilangan" ? number(value) : String(value);
}

/** A number of months in words. */
export function months(count) {
  const years = Math.floor(count / 12);
  const rest = count % 12;
  const said = [years && t("years", { count: years }), (rest || !years) && t("months", { count: rest })];
  return said.filter(Boolean).join(" ");
}

function choice(name, words, changed) {
  const options = Object.entries(words.choices);
  if (options.length && options.length <= FEW) return radios(name, words.label, options, changed);
  const node = el("select", { class: "field", id: name, name }, el("option", { value: "" }, t("not_told")), options.map(([value, label]) => el("option", { value }, label)));
  node.addEventListener("change", changed);
  return { node, read: () => node.value || null, write: (value) => (node.value = value ?? ""), focus: () => node.focus() };
}

function yesNo(name, words, changed) {
  const made = radios(name, words.label, [["true", t("yes")], ["false", t("no")]], changed);
  return { ...made, read: () => ({ true: true, false: false })[made.read()] ?? null, write: (value) => made.write(value === null || value === undefined ? null : String(value).toLowerCase()) };
}

function radios(name, label, options, changed) {
  const inputs = [["", t("not_told")], ...options].map(([value, words]) => {
    const input = el("input", { type: "radio", name, value, checked: value === "" });
    input.addEventListener("change", changed);
    return el("label", {}, input, el("span", {}, words));
  });
  const node = el("div", { class: "segments", role: "radiogroup", "aria-label": label, id: name }, inputs);
  const all = () => [...node.querySelectorAll("input")];
  return {
    node,
    grouped: true,
    read: () => all().find((input) => input.checked)?.value || null,
    write: (value) => all().forEach((input) => (input.checked = input.value === (value ?? ""))),
    focus: () => all()[0].focus(),
  };
}

function many(name, words, changed) {
  const options = Object.entries(words.choices ?? {});
  const node = el("div", { class: "many", id: name, role: "group", "aria-label": words.label });
  const rows = [];
  const add = (value = "") => {
    const picked = options.length
      ? el("select", { class: "field", "aria-label": `${words.label} ${rows.length + 1}` }, el("option", { value: "" }, t("not_told")), options.map(([key, label]) => el("option", { value: key }, label)))
      : el("input", { class: "field", "aria-label": `${words.label} ${rows.length + 1}` });
    picked.value = value;
    picked.addEventListener("change", changed);
    rows.push(picked);
    more.before(picked);
  };
  const more = button(t("add"), { class: "quiet", onclick: () => add() }, "plus");
  node.append(more);
  add();
  add();
  return {
    node,
    grouped: true,
    read: () => {
      const told = rows.map((row) => row.value.trim()).filter(Boolean);
      return told.length ? told : null;
    },
    write: (values) => (values ?? []).forEach((value, index) => {
      if (!rows[index]) add();
      rows[index].value = value;
    }),
    focus: () => rows[0].focus(),
  };
}

function span(name, words, changed) {
  const part = (label, most) => el("input", { class: "field", inputmode: "numeric", "aria-label": `${words.label}: ${label}`, size: "3", maxlength: most });
  const years = part(t("year_unit"), "2");
  const rest = part(t("month_unit"), "3");
  years.id = name;
  const node = el("div", { class: "span", role: "group", "aria-label": words.label }, years, el("span", {}, t("year_unit")), rest, el("span", {}, t("month_unit")));
  node.addEventListener("input", changed);
  const whole = (input) => (/^\d+$/.test(input.value.trim()) ? Number(input.value) : 0);
  return {
    node,
    grouped: true,
    read: () => (years.value.trim() || rest.value.trim() ? whole(years) * 12 + whole(rest) : null),
    write: (value) => {
      years.value = value === null || value === undefined ? "" : String(Math.floor(value / 12));
      rest.value = value === null || value === undefined ? "" : String(value % 12);
    },
    focus: () => years.focus(),
  };
}

function plain(name, words, changed, attributes, read) {
  const input = el("input", { class: "field", id: name, name, autocomplete: "off", ...attributes });
  input.addEventListener("input", changed);
  const node = words.unit && words.kind !== "tanggal" ? el("div", { class: "with-unit" }, input, el("span", {}, words.unit)) : input;
  return { node, read: () => read(input.value.trim()), write: (value) => (input.value = value ?? ""), focus: () => input.focus() };
}

function date(name, words, changed) {
  return plain(name, words, changed, { type: "date" }, (value) => value || null);
}

function count(name, words, changed) {
  return plain(name, words, changed, { inputmode: "numeric" }, (value) => (value === "" ? null : /^\d+$/.test(value) ? Number(value) : value));
}

// "1.250,5" and "37,5" and "37.5" are all numbers to an Indonesian reader.
function decimal(name, words, changed) {
  const made = plain(name, words, changed, { inputmode: "decimal" }, (value) => {
    if (value === "") return null;
    if (/^\d{1,3}(\.\d{3})+(,\d+)?$/.test(value)) return value.replace(/\./g, "").replace(",", ".");
    return value.replace(",", ".");
  });
  return { ...made, write: (value) => made.write(value === null || value === undefined ? "" : typed(value)) };
}

function text(name, words, changed) {
  return plain(name, words, changed, {}, (value) => value || null);
}
