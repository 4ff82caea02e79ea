// A regulation to be read from beginning to end: outline, search inside, a link for every ayat and huruf.
import { announce, el, quiet } from "./dom.js";
import { get, once } from "./api.js";
import { day, t } from "./i18n.js";
import { place, provision, setting } from "./law.js";
import { regulationNotes } from "./notes.js";
import { finder } from "./find.js";
import { place as showTools } from "./placetools.js";

/** Draw a regulation and go to the place that the address names. */
export async function show(main, identity) {
  const [known, text, definitions] = await Promise.all([
    once(`/api/regulations/${encodeURIComponent(identity)}`),
    once(`/api/regulations/${encodeURIComponent(identity)}/text`),
    once(`/api/regulations/${encodeURIComponent(identity)}/definitions`).catch(() => []),
  ]);
  const reader = new Reader(main, known, text, definitions);
  await reader.go(location.hash.slice(1));
  return () => reader.leave();
}

class Reader {
  constructor(main, known, text, definitions) {
    this.known = known;
    this.how = setting({ regulation: known.id, errata: text.errata, definitions, short: known.short });
    document.title = `${known.short} · Tanya Pasal`;
    main.classList.add("reader");
    this.law = el("div", { class: "law", lang: "id" }, text.children.map((node) => provision(node, this.how)), this.attachments());
    const find = finder(this.law);
    this.field = find.field;
    this.outline = this.contents();
    main.append(this.side(find), el("article", { class: "reading" }, this.head(), this.law));
    this.listen();
    this.watch();
  }

  side(find) {
    const shut = quiet(t("outline"), { class: "button outline-toggle", "aria-expanded": "false", "aria-controls": "kerangka" }, "lines");
    const box = el("nav", { class: "outline", id: "kerangka", "aria-label": t("outline") }, this.outline);
    shut.addEventListener("click", () => {
      const open = box.classList.toggle("open");
      shut.setAttribute("aria-expanded", String(open));
    });
    box.addEventListener("click", (event) => {
      if (event.target.closest("a")) {
        box.classList.remove("open");
        shut.setAttribute("aria-expanded", "false");
      }
    });
    const move = el("div", { class: "move" },
      quiet(el("span", { class: "unseen" }, t("previous_pasal")), { title: t("previous_pasal"), onclick: () => this.step(-1) }, "left"),
      this.here = el("span", { class: "here" }, this.known.short),
      quiet(el("span", { class: "unseen" }, t("next_pasal")), { title: t("next_pasal"), onclick: () => this.step(1) }, "right"));
    return el("div", { class: "side" }, el("div", { class: "side-tools" }, shut, find.node, move), box);
  }

  contents() {
    const entry = (node) => {
      const words = [node.label, node.title].filter(Boolean).join(" ") || node.kind;
      const anchor = node.anchor || null;
      if (node.kind === "pasal") return el("li", { class: "to-pasal" }, el("a", { href: `#${anchor}`, title: words }, words.replace(/^Pasal /, "")));
      const inner = node.children.length ? el("ul", {}, node.children.filter((child) => node.kind !== "lampiran" || child.kind !== "penutup").map(entry)) : null;
      const said = [el("b", {}, node.label || t(`part_${node.kind}`)), " ", node.title];
      const link = anchor ? el("a", { href: `#${anchor}` }, said) : el("span", {}, said);
      return el("li", { class: `to-${node.kind}` }, link, inner);
    };
    return el("ul", { lang: "id" }, this.known.outline.map(entry));
  }

  head() {
    const dates = [this.known.ditetapkan && `${t("stated")} ${day(this.known.ditetapkan)}`, this.known.diundangkan && `${t("promulgated")} ${day(this.known.diundangkan)}`].filter(Boolean);
    const absent = this.known.absent.map((gap) => el("p", { class: "notice small", id: gap.anchor, lang: "id" }, gap.reason));
    return el("header", { class: "reading-head" },
      el("p", { class: "over" }, this.known.short),
      el("h1", { lang: "id" }, this.known.title),
      dates.length ? el("p", { class: "small" }, dates.join(", ")) : null,
      regulationNotes(this.known), absent,
      el("p", { class: "small keys" }, t("keys_hint")));
  }

  attachments() {
    return this.known.outline.filter((node) => node.kind === "lampiran").map((node) => {
      const box = el("section", { class: "attachment", id: node.anchor, "data-anchor": node.anchor, "data-label": place(node.anchor) }, el("h2", { class: "div-head" }, el("span", { class: "div-label" }, node.label), el("span", { class: "div-title" }, node.title)));
      const opened = quiet(t("lampiran_open"), { class: "button", onclick: () => this.attach(node.anchor) }, "book");
      box.append(el("p", { class: "attach-open" }, opened));
      return box;
    });
  }

  async attach(anchor) {
    const box = this.law.querySelector(`.attachment[id="${CSS.escape(anchor)}"]`);
    if (!box || box.dataset.open) return;
    box.dataset.open = "1";
    box.querySelector(".attach-open").replaceChildren(t("loading"));
    const found = await get(`/api/regulations/${this.known.id}/lampiran/${anchor.replace("lampiran-", "")}`);
    box.querySelector(".attach-open").remove();
    box.append(...found.children.map((node) => provision(node, this.how)));
  }

  /** Go to an anchor, opening the attachment it stands in. */
  async go(anchor) {
    const mine = (this.turn = (this.turn ?? 0) + 1);
    this.law.querySelectorAll(".cited").forEach((node) => node.classList.remove("cited"));
    this.law.querySelectorAll(".place-tools").forEach((node) => node.remove());
    if (!anchor) return;
    const [lampiran] = /^lampiran-[ivx]+/.exec(anchor) ?? [];
    if (lampiran) await this.attach(lampiran);
    if (mine !== this.turn) return;
    const target = document.getElementById(decodeURIComponent(anchor)) ?? this.nearest(anchor);
    if (!target) return announce(t("found_none"));
    target.classList.add("cited");
    target.scrollIntoView({ block: "start", behavior: "instant" });
    if (target.dataset.anchor) showTools(target, this.known, () => mine === this.turn);
  }

  // A link to an item that the tree does not hold leads to the provision around it.
  nearest(anchor) {
    const steps = anchor.split("-");
    while (steps.length > 1) {
      steps.pop();
      const found = document.getElementById(steps.join("-"));
      if (found) return found;
    }
    return null;
  }

  step(by) {
    const pasals = [...this.law.querySelectorAll(".pasal, .attachment")];
    const line = parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) + 8;
    const at = pasals.findLastIndex((node) => node.getBoundingClientRect().top < line);
    const next = pasals[Math.min(Math.max(at + by, 0), pasals.length - 1)];
    if (!next?.id) return;
    history.replaceState({}, "", `#${next.id}`);
    this.go(next.id);
    announce(next.dataset.label ?? next.id);
  }

  listen() {
    this.keys = (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input, textarea, select")) return;
      if (event.key === "n" || event.key === "ArrowRight") this.step(1);
      else if (event.key === "p" || event.key === "ArrowLeft") this.step(-1);
      else if (event.key === "/") {
        event.preventDefault();
        this.field.focus();
      }
    };
    this.moved = () => this.go(location.hash.slice(1));
    addEventListener("keydown", this.keys);
    addEventListener("hashchange", this.moved);
  }

  // Marks in the outline the Pasal that is being read.
  watch() {
    const links = new Map([...this.outline.querySelectorAll("a")].map((link) => [link.getAttribute("href").slice(1), link]));
    let current = null;
    this.sight = new IntersectionObserver((seen) => {
      const top = seen.filter((one) => one.isIntersecting).sort((a, b) => a.boundingClientRect.top - b.boundingClientRect.top)[0];
      const link = top && links.get(top.target.id);
      if (!link || link === current) return;
      current?.removeAttribute("aria-current");
      current = link;
      link.setAttribute("aria-current", "true");
      this.here.textContent = top.target.dataset.label ?? "";
      const box = this.outline.parentElement;
      if (box && box.scrollHeight > box.clientHeight) box.scrollTop = link.offsetTop - box.clientHeight / 3;
    }, { rootMargin: "-80px 0px -70% 0px" });
    this.law.querySelectorAll(".pasal, .attachment").forEach((node) => this.sight.observe(node));
  }

  leave() {
    this.sight.disconnect();
    removeEventListener("keydown", this.keys);
    removeEventListener("hashchange", this.moved);
  }
}
