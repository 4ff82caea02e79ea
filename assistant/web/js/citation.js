// Citations in the forms that people paste: into a memo, or below an answer.

/** One citation as memos write it: label, then the words in quotation marks. */
export function memo(citation) {
  const words = citation.quote.replace(/\s+/g, " ").trim();
  return words ? `${citation.label}: “${words}”` : citation.label;
}

/** A link that works elsewhere. */
export function absolute(citation) {
  return new URL(citation.url, location.origin).href;
}

/** An answer as plain text with its citations below. */
export function plainAnswer(question, answer, words) {
  const text = answer.answer
    .replace(/\[([^\]]+)\]\([^)]+\)/g, "$1")
    .replace(/\*\*([^*]+)\*\*/g, "$1")
    .replace(/^> ?/gm, "    ");
  const cited = answer.citations.map((citation) => `- ${citation.label} (${absolute(citation)})`);
  return [question, "", text, cited.length ? `\n${words}\n${cited.join("\n")}` : ""].join("\n").trim();
}
