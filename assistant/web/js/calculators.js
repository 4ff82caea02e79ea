// The calculators, findable by what people call them.
import { el, icon } from "./dom.js";
import { once } from "./api.js";
import { t } from "./i18n.js";
import { said } from "./result.js";

/** Draw the list of calculators. */
export async function show(main) {
  document.title = `${t("calculators_title")} · Tanya Pasal`;
  const tools = await once("/api/tools");
  const cards = tools.map((tool) => ({ tool, node: card(tool) }));
  const field = el("input", { class: "field", type: "search", "aria-label": t("filter"), placeholder: t("filter"), autocomplete: "off" });
  field.addEventListener("input", () => {
    const words = field.value.toLowerCase().split(/\s+/).filter(Boolean);
    for (const { tool, node } of cards) {
      const text = `${tool.name} ${tool.description}`.toLowerCase().replace(/_/g, " ");
      node.hidden = !words.every((word) => text.includes(word));
    }
  });
  main.append(el("div", { class: "page" }, el("h1", {}, t("calculators_title")), el("p", { class: "lead" }, t("calculators_lead")), el("div", { class: "filter" }, field), el("ul", { class: "tools" }, cards.map(({ node }) => node))));
}

function card(tool) {
  return el("li", { class: "tool sheet" }, el("h2", {}, el("a", { href: `/kalkulator/${tool.name}` }, said(tool.name))), el("p", { lang: "id" }, tool.description.split("\n")[0]), icon("right"));
}
