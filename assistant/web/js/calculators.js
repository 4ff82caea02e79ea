// The calculators, findable by what people call them.
import { announce, el, icon } from "./dom.js";
import { once } from "./api.js";
import { language, t } from "./i18n.js";
import { said } from "./result.js";
import { GROUPS } from "./text/groups.js";

/** Draw the list of calculators. */
export async function show(main) {
  document.title = `${t("calculators_title")} · Tanya Pasal`;
  const groups = grouped(await once("/api/tools")).map(([name, tools]) => group(name, tools));
  const field = el("input", { class: "field", type: "search", "aria-label": t("filter"), placeholder: t("filter"), autocomplete: "off" });
  field.addEventListener("input", () => {
    const words = field.value.toLowerCase().split(/\s+/).filter(Boolean);
    groups.forEach((one) => one.sift(words));
    none.hidden = groups.some(({ node }) => !node.hidden);
    announce(none.hidden ? "" : none.textContent);
  });
  const none = el("p", { class: "empty", hidden: true }, t("filter_none"), " ", el("a", { href: "/" }, t("nav_ask")));
  main.append(el("div", { class: "page" }, el("h1", {}, t("calculators_title")), el("p", { class: "lead" }, t("calculators_lead")), el("div", { class: "filter" }, field), none, groups.map(({ node }) => node)));
}

function grouped(tools) {
  const left = new Map(tools.map((tool) => [tool.name, tool]));
  const found = GROUPS.map(([id, en, names]) => {
    const mine = names.filter((name) => left.has(name)).map((name) => left.get(name));
    mine.forEach(({ name }) => left.delete(name));
    return [language() === "id" ? id : en, mine];
  });
  return [...found, [t("other"), [...left.values()]]].filter(([, mine]) => mine.length);
}

function group(name, tools) {
  const cards = tools.map((tool) => ({ text: `${tool.name} ${tool.description} ${name}`.toLowerCase().replace(/_/g, " "), node: card(tool) }));
  const node = el("section", { class: "tool-group" }, el("h2", {}, name), el("ul", { class: "tools" }, cards.map((one) => one.node)));
  const sift = (words) => {
    for (const one of cards) one.node.hidden = !words.every((word) => one.text.includes(word));
    node.hidden = cards.every((one) => one.node.hidden);
  };
  return { node, sift };
}

function card(tool) {
  return el("li", { class: "tool sheet" }, el("h3", {}, el("a", { href: `/kalkulator/${tool.name}` }, said(tool.name))), el("p", { lang: "id" }, tool.description.split("\n")[0]), icon("right"));
}
