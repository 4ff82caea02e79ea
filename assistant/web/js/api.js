// Calls to the HTTP interface; a refusal becomes a Problem with words fit for people.
import { t } from "./i18n.js";

export class Problem extends Error {
  constructor(status, error) {
    super(error.message);
    this.status = status;
    this.code = error.code;
    this.fields = error.fields ?? {};
  }
}

const PAUSE = 1200;

async function call(path, options = {}) {
  for (;;) {
    const answer = await reach(path, options);
    if (answer.ok) return answer;
    const found = await problem(answer);
    if (found.code !== "not_ready") throw found;
    dispatchEvent(new CustomEvent("tanya:waiting", { detail: found.message }));
    await new Promise((done) => setTimeout(done, PAUSE));
  }
}

async function reach(path, options) {
  try {
    return await fetch(path, options);
  } catch {
    throw new Problem(0, { code: "offline", message: t("offline") });
  } finally {
    dispatchEvent(new CustomEvent("tanya:waiting", { detail: "" }));
  }
}

async function problem(answer) {
  const content = await answer.json().catch(() => null);
  return new Problem(answer.status, content?.error ?? { code: "fault", message: t("fault") });
}

const JSON_HEADERS = { "content-type": "application/json" };

export async function get(path) {
  return (await call(path)).json();
}

export async function post(path, body, options = {}) {
  return (await call(path, { method: "POST", headers: JSON_HEADERS, body: JSON.stringify(body), ...options })).json();
}

export async function remove(path) {
  return (await call(path, { method: "DELETE" })).json();
}

const remembered = new Map();

/** As `get`, asked for only once while the page is open; for what does not change meanwhile. */
export function once(path) {
  if (!remembered.has(path)) {
    const asked = get(path);
    asked.catch(() => remembered.delete(path));
    remembered.set(path, asked);
  }
  return remembered.get(path);
}

/** Ask and hear the answer as it comes: `hear` gets each event, the promise the final answer object. */
export async function ask(body, hear) {
  const headers = { ...JSON_HEADERS, accept: "text/event-stream" };
  const answer = await call("/api/chat", { method: "POST", headers, body: JSON.stringify(body) });
  let final = null;
  for await (const [name, data] of events(answer.body)) {
    if (name === "error") throw new Problem(500, data.error);
    if (name === "answer") final = data;
    hear(name, data);
  }
  if (final === null) throw new Problem(0, { code: "cut_off", message: t("cut_off") });
  return final;
}

async function* events(stream) {
  const reader = stream.pipeThrough(new TextDecoderStream()).getReader();
  let waiting = "";
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    waiting += value;
    const blocks = waiting.split("\n\n");
    waiting = blocks.pop();
    for (const block of blocks) {
      const [, name, data] = /^event: (.*)\ndata: (.*)$/s.exec(block) ?? [];
      if (name) yield [name, JSON.parse(data)];
    }
  }
}
