// An input of many rows: activities are picked by typing, volumes entered beside them.
import { button, el, quiet } from "./dom.js";
import { once } from "./api.js";
import { combobox } from "./combobox.js";
import { number, t } from "./i18n.js";
import { show } from "./result.js";

/** An editor of rows: {node, read, write, focus}; `jabatan()` says whose activities to offer. */
export function rowsInput(name, words, columns, changed, jabatan) {
  const body = el("tbody");
  const rows = [];
  const offer = () => activities(jabatan());
  const add = (told = {}) => {
    const inputs = columns.map((column) => cell(column, rows.length + 1, told[column.name] ?? column.preset));
    const row = { inputs };
    const away = quiet(el("span", { class: "unseen" }, t("remove_row", { at: rows.length + 1 })), { title: t("remove_row", { at: rows.length + 1 }) }, "cross");
    row.node = el("tr", {}, inputs.map((input, index) => el("td", {}, columns[index].name === "kegiatan" ? combobox(input, offer, changed) : input)), el("td", {}, away));
    row.node.addEventListener("input", changed);
    away.addEventListener("click", () => {
      rows.splice(rows.indexOf(row), 1);
      row.node.remove();
      changed();
    });
    rows.push(row);
    body.append(row.node);
  };
  const more = button(t("add_row"), { onclick: () => { add(); rows.at(-1).inputs[0].focus(); } }, "plus");
  const head = el("tr", {}, columns.map((column) => el("th", { scope: "col", title: column.help }, column.label)), el("td", {}));
  const node = el("div", { class: "rows", role: "group", "aria-label": words.label, id: name },
    el("div", { class: "table-scroll", tabindex: "0", role: "region", "aria-label": words.label }, el("table", {}, el("thead", {}, head), body)), more);
  add();
  return {
    node,
    grouped: true,
    read: () => {
      const told = rows.map((row) => read(row, columns)).filter(Boolean);
      return told.length ? told : null;
    },
    write: (values) => {
      rows.splice(0).forEach((row) => row.node.remove());
      (values?.length ? values : [{}]).forEach(add);
    },
    focus: () => rows[0]?.inputs[0].focus(),
  };
}

function cell(column, at, value) {
  const name = `${column.label}, ${t("row", { at })}`;
  const input = column.choices
    ? el("select", { class: "field", "aria-label": name }, el("option", { value: "" }, ""), column.choices.map((one) => el("option", { value: one }, String(one).replace(/_/g, " "))))
    : el("input", { class: "field", "aria-label": name, inputmode: ["bilangan", "cacah"].includes(column.kind) ? "decimal" : null, placeholder: column.name === "kegiatan" ? t("pick_activity") : null, autocomplete: "off" });
  input.value = value;
  return input;
}

// The activities of a jabatan to pick from, null before one is chosen.
async function activities(whose) {
  if (!whose) return null;
  const known = await once(`/api/activities/${whose}`);
  return known.map((one) => ({ value: `${one.number} ${one.name}`, name: `${one.number}. ${one.name}`, aside: `${show(one.jenjang)} · ${number(one.angka_kredit)}` }));
}

// A row counts once something beside its presets is filled in.
function read(row, columns) {
  const told = {};
  let filled = false;
  columns.forEach((column, index) => {
    const value = row.inputs[index].value.trim();
    if (!value) return;
    if (value !== String(column.preset)) filled = true;
    told[column.name] = column.kind === "bilangan" ? value.replace(",", ".") : column.name === "kegiatan" ? activity(value) : value;
  });
  return filled ? told : null;
}

// A picked activity reads "12 Menyusun ..."; its number is enough and cannot be misread.
function activity(value) {
  return /^(\d+[a-z]?) \D/.exec(value)?.[1] ?? value;
}
