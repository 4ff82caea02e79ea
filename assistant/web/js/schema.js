// A JSON schema of a calculator read into fields that a form can show.

/** Fields of a tool: {name, words, rows} in order; `rows` are the columns where a field is a list of rows. */
export function fields(tool, vocabulary) {
  return Object.entries(tool.schema.properties).map(([name, property]) => {
    const options = alternatives(property);
    const known = vocabulary[name] ?? { label: property.description ?? name, question: property.description ?? name, kind: kindOf(options), unit: "", choices: {} };
    const list = options.find((option) => option.type === "array");
    const row = list?.items?.$ref && tool.schema.$defs[list.items.$ref.split("/").pop()];
    const allowed = options.find((option) => option.enum)?.enum ?? list?.items?.enum;
    const choices = allowed ? Object.fromEntries(allowed.map((value) => [value, known.choices[value] ?? String(value).replace(/_/g, " ")])) : known.choices;
    return { name, help: property.description ?? "", words: { ...known, choices }, rows: row ? columns(row) : null };
  });
}

function alternatives(property) {
  return property.anyOf ?? [property];
}

function kindOf(options) {
  const types = options.map((option) => option.type);
  if (options.some((option) => option.enum)) return "pilihan";
  if (options.some((option) => option.format === "date")) return "tanggal";
  if (types.includes("boolean")) return "ya_tidak";
  if (types.includes("integer")) return "cacah";
  if (types.includes("number")) return "bilangan";
  return types.includes("array") ? "daftar" : "teks";
}

function columns(row) {
  return Object.entries(row.properties).map(([name, property]) => {
    const options = alternatives(property);
    const choices = options.find((option) => option.enum)?.enum;
    const label = (property.title ?? name).replace(/_/g, " ").replace(/\bAk\b/, "AK");
    return { name, label, help: property.description ?? "", kind: kindOf(options), choices, preset: property.default ?? "" };
  });
}
