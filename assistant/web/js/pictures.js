// Pictures of a calculation where they help.
import { svg } from "./dom.js";
import { figure, text, wide } from "./drawing.js";
import { day, number, t } from "./i18n.js";

/** The pictures that fit a calculation, null where none helps. */
export function pictures(found) {
  const drawn = [progress(found), target(found), projection(found), milestones(found), people(found), weights(found)].filter(Boolean);
  return drawn.length ? drawn : null;
}

// Credits held against credits required, as one bar.
function progress({ result, inputs }) {
  const needed = Number(result.angka_kredit_disyaratkan);
  const held = Number(result.angka_kredit_diperhitungkan ?? inputs.angka_kredit);
  const aim = result.golongan_tujuan ?? result.jenjang_tujuan;
  if (!(needed > 0) || !Number.isFinite(held)) return null;
  const width = wide();
  const full = Math.max(needed, held);
  const share = Math.min(100, Math.floor((held / needed) * 100));
  const bar = (to) => (to / full) * width;
  const mark = Math.min(bar(needed), width - 1);
  const drawing = svg("svg", { viewBox: `0 0 ${width} 62` },
    svg("rect", { x: 0, y: 22, width, height: 18, rx: 9, fill: "var(--well)", stroke: "var(--line-2)" }),
    svg("rect", { x: 0, y: 22, width: Math.max(bar(held), 6), height: 18, rx: 9, fill: held >= needed ? "var(--good)" : "var(--nila)" }),
    svg("line", { x1: mark, x2: mark, y1: 16, y2: 46, stroke: "var(--ink)", "stroke-width": 2 }),
    text(mark, 11, `${number(needed)} ${t("needed")}`, { "text-anchor": mark > width / 2 ? "end" : "start", fill: "var(--ink)" }),
    text(Math.min(bar(held), width), 58, `${number(held)} ${t("held")}`, { "text-anchor": bar(held) > width / 3 ? "end" : "start", "font-weight": 700, fill: "var(--ink)" }));
  return figure(aim ? t("chart_progress_to", { to: named(aim) }) : t("chart_progress"), t("chart_held", { held: number(held), needed: number(needed), share }), drawing);
}

// "III/b" and "Ahli Madya" as they are written in the law.
function named(rank) {
  return String(rank).replace(/_/g, " ").replace(/(^| )[a-z]/g, (letter) => letter.toUpperCase());
}

// A year's credits against the least that is asked and the most that counts.
function target({ result }) {
  const [least, most] = [Number(result.target_minimal), Number(result.batas_maksimal)];
  const held = Number(result.total ?? Number(result.dihitung) + Number(result.tidak_dihitung ?? 0));
  if (!(least > 0) || !(most > least) || !Number.isFinite(held)) return null;
  const width = wide();
  const full = Math.max(most, held) * 1.06;
  const at = (value) => (value / full) * width;
  const mark = (value, words, y, anchor) => [
    svg("line", { x1: at(value), x2: at(value), y1: 20, y2: 48, stroke: "var(--ink)", "stroke-width": 2, "stroke-dasharray": value === most ? "3 3" : null }),
    text(at(value), y, `${number(String(value))} ${words}`, { "text-anchor": anchor, fill: "var(--ink)" }),
  ];
  const counted = Math.min(held, most);
  const drawing = svg("svg", { viewBox: `0 0 ${width} 82` },
    svg("rect", { x: 0, y: 25, width, height: 18, rx: 9, fill: "var(--well)", stroke: "var(--line-2)" }),
    held > most ? svg("rect", { x: 0, y: 25, width: at(held), height: 18, rx: 9, fill: "var(--line-2)" }) : null,
    svg("rect", { x: 0, y: 25, width: Math.max(at(counted), 6), height: 18, rx: 9, fill: held >= least ? "var(--good)" : "var(--nila)" }),
    mark(least, t("chart_least"), 13, "middle"), mark(most, t("chart_most"), 62, at(most) > width * 0.8 ? "end" : "middle"),
    text(0, 78, `${number(String(held))} ${t("chart_collected")}`, { "font-weight": 700, fill: "var(--ink)" }));
  const share = Math.floor((held / least) * 100);
  return figure(t("chart_target"), t("chart_target_said", { held: number(String(held)), least: number(String(least)), most: number(String(most)), share }), drawing);
}

const LINES = ["var(--nila)", "var(--gold)", "var(--good)", "var(--bad)"];

// Credits expected at each round, one line for each plan, against what is required.
function projection({ series }) {
  if (!series?.length || !series[0].tanggal || series[0].angka_kredit === undefined) return null;
  const plans = [...Map.groupBy(series, (point) => point.rencana)];
  const needed = Number(series[0].disyaratkan);
  const times = series.map((point) => new Date(point.tanggal).getTime());
  const [from, to] = [Math.min(...times), Math.max(...times)];
  const width = wide();
  const [left, right, top, foot] = [34, 12, 14, 172];
  const low = Math.max(0, Math.min(...series.map((point) => Number(point.angka_kredit))) * 0.9);
  const high = Math.max(needed, ...series.map((point) => Number(point.angka_kredit))) * 1.05;
  const x = (date) => left + ((new Date(date).getTime() - from) / Math.max(to - from, 1)) * (width - left - right);
  const y = (value) => foot - ((value - low) / (high - low)) * (foot - top);
  const ticks = plans.reduce((longest, [, points]) => (points.length > longest.length ? points : longest), []);
  const drawing = svg("svg", { viewBox: `0 0 ${width} ${foot + 26 + plans.length * 18}` },
    svg("line", { x1: left, x2: width - right, y1: foot, y2: foot, stroke: "var(--line-2)" }),
    svg("line", { x1: left, x2: width - right, y1: y(needed), y2: y(needed), stroke: "var(--ink-2)", "stroke-dasharray": "5 4" }),
    text(left + 4, y(needed) - 5, `${number(needed)} ${t("needed")}`, { fill: "var(--ink)" }),
    text(left - 5, foot, number(Math.round(low)), { "text-anchor": "end" }),
    spaced(ticks, (point) => x(point.tanggal)).map((point) => [
      svg("line", { x1: x(point.tanggal), x2: x(point.tanggal), y1: foot, y2: foot + 4, stroke: "var(--line-2)" }),
      text(x(point.tanggal), foot + 17, point.label, { "text-anchor": point === ticks[0] ? "start" : point === ticks.at(-1) ? "end" : "middle", "font-size": 11 }),
    ]),
    plans.map(([name, points], index) => plan(name, points, LINES[index % LINES.length], x, y, foot + 34 + index * 18)));
  const said = plans.map(([name, points]) => `${name}: ${points.at(-1).label}, ${number(points.at(-1).angka_kredit)} ${t("held")}`).join("; ");
  return figure(t("chart_series"), `${said}.`, drawing, series);
}

const APART = 76;

// Labels that do not run into each other; the last is always there.
function spaced(points, x) {
  const kept = [];
  for (const point of [...points].reverse()) {
    if (!kept.length || x(kept.at(-1)) - x(point) >= APART) kept.push(point);
  }
  return kept.reverse();
}

function plan(name, points, colour, x, y, at) {
  const path = points.map((point, index) => `${index ? "L" : "M"}${x(point.tanggal).toFixed(1)} ${y(Number(point.angka_kredit)).toFixed(1)}`).join(" ");
  const last = points.at(-1);
  return [
    svg("path", { d: path, fill: "none", stroke: colour, "stroke-width": 2.5, "stroke-linejoin": "round" }),
    points.map((point) => svg("circle", { cx: x(point.tanggal), cy: y(Number(point.angka_kredit)), r: point === last ? 5 : 3, fill: point === last ? colour : "var(--sheet)", stroke: colour, "stroke-width": 2 })),
    svg("line", { x1: 34, x2: 52, y1: at, y2: at, stroke: colour, "stroke-width": 3 }),
    text(58, at + 4, `${name}: ${last.label}`),
  ];
}

const MILESTONES = { angka_kredit_terkumpul: "angka_kredit", masa_terpenuhi: "masa", nilai_terpenuhi: "nilai", dupak_paling_lambat: "", mulai_periode: "" };

// The days on the way to a round, the one that decides marked.
function milestones({ result }) {
  const days = Object.keys(MILESTONES).filter((name) => /^\d{4}-/.test(result[name] ?? "")).map((name) => ({ name, day: result[name] }));
  if (days.length < 3) return null;
  days.sort((a, b) => a.day.localeCompare(b.day));
  const binding = (result.penentu ?? []).map(String);
  const width = wide();
  const step = 30;
  const line = 150;
  const y = (index) => 16 + index * step;
  const decides = (name) => binding.some((one) => MILESTONES[name] && one.includes(MILESTONES[name]));
  const drawing = svg("svg", { viewBox: `0 0 ${width} ${days.length * step + 6}` },
    svg("line", { x1: line, x2: line, y1: y(0), y2: y(days.length - 1), stroke: "var(--line-2)", "stroke-width": 2 }),
    days.map(({ name, day: date }, index) => [
      svg("circle", { cx: line, cy: y(index), r: decides(name) ? 7 : 5, fill: decides(name) ? "var(--gold)" : "var(--nila)", stroke: "var(--sheet)", "stroke-width": 2 }),
      text(line - 14, y(index) + 4, day(date), { "text-anchor": "end" }),
      text(line + 14, y(index) + 4, t(`milestone_${name}`), { fill: "var(--ink)", "font-weight": decides(name) ? 700 : 500 }),
    ]));
  const words = [days.map(({ name, day: date }) => `${t(`milestone_${name}`)} ${day(date)}`).join("; "), binding.length ? t("chart_binding", { words: binding.join(", ").replace(/_/g, " ") }) : ""].filter(Boolean).join(". ");
  return figure(t("chart_milestones"), `${words}.`, drawing);
}

// How many people each level needs.
function people({ result, tool }) {
  if (!tool.includes("formasi")) return null;
  const rows = Object.values(result).find((value) => Array.isArray(value) && value.length > 1 && value[0]?.jenjang && Number.isFinite(Number(value[0].formasi)));
  return rows ? bars(t("chart_people"), rows.map((row) => [String(row.jenjang).replace(/_/g, " "), row.formasi])) : null;
}

// Weights of a selection beside each other.
function weights({ result }) {
  const found = Object.entries(result).filter(([name, value]) => name.startsWith("bobot_") && Number.isFinite(Number(value)));
  return found.length > 1 ? bars(t("chart_weights"), found.map(([name, value]) => [name.replace("bobot_", "").replace(/_/g, " "), value])) : null;
}

function bars(title, pairs) {
  const values = pairs.map(([, value]) => Number(value));
  const most = Math.max(...values, 1);
  const width = wide();
  const left = Math.min(150, width / 2.4);
  const room = width - left - 40;
  const drawing = svg("svg", { viewBox: `0 0 ${width} ${pairs.length * 30}` }, pairs.map(([name, value], index) => [
    text(0, index * 30 + 18, name, { fill: "var(--ink)" }),
    svg("rect", { x: left, y: index * 30 + 5, width: Math.max((values[index] / most) * room, 2), height: 18, rx: 3, fill: "var(--nila)" }),
    text(left + 6 + (values[index] / most) * room, index * 30 + 18, number(value), { fill: "var(--ink)", "font-weight": 700 }),
  ]));
  return figure(title, `${pairs.map(([name, value]) => `${name} ${number(value)}`).join(", ")}.`, drawing);
}
