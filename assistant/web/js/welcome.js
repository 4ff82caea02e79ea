// What a newcomer sees: what this is, and questions from each regulation to begin with.
import { el, icon } from "./dom.js";
import { once } from "./api.js";
import { t } from "./i18n.js";
import { EXAMPLES } from "./text/examples.js";

/** The welcome; `ask` sends an example as a question. */
export function welcome(ask) {
  const groups = el("div", { class: "examples" });
  once("/api/regulations").then((regulations) => {
    const byId = new Map(regulations.map((known) => [known.id, known]));
    groups.append(...Object.keys(EXAMPLES).filter((id) => byId.has(id)).map((id) => group(byId.get(id), ask)));
  });
  return el("div", { class: "welcome" },
    el("div", { class: "hero" },
      el("p", { class: "hero-over" }, t("hero_over")),
      el("p", { class: "hero-title" }, t("hero_title")),
      el("p", { class: "hero-lead" }, t("hero_lead"))),
    el("h2", { class: "examples-head" }, t("examples_head")),
    groups,
    el("p", { class: "welcome-foot small" }, privacy(), " ", el("a", { href: "/tentang" }, t("about_more"))));
}

/** Whether questions stay on this machine, as the machine says it. */
export function privacy() {
  const said = el("span");
  once("/healthz").then(({ external_model: external }) => (said.textContent = t(external ? "leaves_machine" : "stays_here")));
  return said;
}

function group(known, ask) {
  const questions = EXAMPLES[known.id].map((question) => el("li", {}, el("button", { type: "button", class: "example", lang: "id", onclick: () => ask(question) }, el("span", {}, question), icon("right"))));
  return el("section", { class: "example-card sheet" },
    el("h3", {}, el("a", { href: `/peraturan/${known.id}` }, known.short)),
    el("p", { class: "small", lang: "id" }, topic(known.title)),
    el("ul", {}, questions));
}

/** The subject of a regulation: what its title says after "tentang". */
export function topic(title) {
  return title.split(/\btentang\b/i).slice(1).join("tentang").trim() || title;
}
