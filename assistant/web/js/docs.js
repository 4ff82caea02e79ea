// The HTTP interface described from /openapi.json, with a way to try each call; nothing is loaded from elsewhere.
import { button, el } from "./dom.js";

const main = document.getElementById("isi");
const described = await (await fetch("/openapi.json")).json();
main.append(el("p", { class: "lead" }, described.info.description), el("p", {}, el("a", { href: "/openapi.json" }, "/openapi.json")));

const groups = new Map();
for (const [path, calls] of Object.entries(described.paths)) {
  for (const [verb, call] of Object.entries(calls)) {
    const group = call.tags?.[0] ?? "lain";
    groups.set(group, [...(groups.get(group) ?? []), { path, verb: verb.toUpperCase(), call }]);
  }
}
for (const [group, calls] of groups) main.append(el("h2", {}, group), ...calls.map(card));

function card({ path, verb, call }) {
  const parameters = call.parameters ?? [];
  const inputs = parameters.map((one) => ({ one, field: el("input", { class: "field", value: one.schema?.default ?? "", "aria-label": one.name }) }));
  const schema = call.requestBody?.content?.["application/json"]?.schema;
  const body = schema && el("textarea", { class: "field", rows: "5", "aria-label": "body", spellcheck: "false" });
  if (body) body.value = JSON.stringify(sample(resolve(schema)), null, 2);
  const output = el("pre", { hidden: true, tabindex: "0" });
  const run = button("Coba", { class: "button main", onclick: () => call_(path, verb, inputs, body, output) });
  return el("details", { class: "call sheet" },
    el("summary", {}, el("span", { class: `verb ${verb}` }, verb), el("code", {}, path), el("span", { class: "small" }, call.summary ?? "")),
    el("div", { class: "call-body" }, el("p", {}, call.description ?? ""),
      inputs.length ? el("div", { class: "params" }, inputs.map(({ one, field }) => el("label", {}, el("span", {}, el("code", {}, one.name), ` (${one.in}${one.required ? ", wajib" : ""}) ${one.description ?? one.schema?.description ?? ""}`), field))) : null,
      body && el("label", {}, el("span", { class: "small" }, "Isi permintaan (JSON)"), body), el("p", {}, run), output));
}

async function call_(path, verb, inputs, body, output) {
  let address = path;
  const query = new URLSearchParams();
  for (const { one, field } of inputs) {
    if (one.in === "path") address = address.replace(`{${one.name}}`, encodeURIComponent(field.value));
    else if (field.value) query.set(one.name, field.value);
  }
  const options = body ? { method: verb, headers: { "content-type": "application/json" }, body: body.value } : { method: verb };
  const answer = await fetch(query.size ? `${address}?${query}` : address, options);
  const text = await answer.text();
  output.hidden = false;
  output.textContent = `${answer.status}\n${pretty(text)}`;
}

function pretty(text) {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

function resolve(schema) {
  return schema.$ref ? described.components.schemas[schema.$ref.split("/").pop()] : schema;
}

function sample(schema) {
  if (!schema.properties) return {};
  return Object.fromEntries(Object.entries(schema.properties).map(([name, property]) => [name, property.default ?? example(property)]));
}

function example(property) {
  if (property.enum) return property.enum[0];
  return { string: "", integer: 1, number: 0, boolean: false, array: [], object: {} }[property.type] ?? null;
}
