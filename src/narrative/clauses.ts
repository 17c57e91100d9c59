import { messageFault, messageNames } from "./message.js";

/**
 * Clauses that a sentence can do without. An outline puts them in square brackets, as in
 * `đã hoàn thành {done}/{planned} nhiệm vụ[, đạt {rate}].`: a clause stands only where all that it
 * names is known.
 */
const CLAUSE = /\[([^[\]]*)\]/g;

/** The ICU message with the clauses whose names are all known, and without the others. */
export function withClauses(text: string, isKnown: (name: string) => boolean): string {
  return text.replace(CLAUSE, (_, clause: string) => (messageNames(clause).every(isKnown) ? clause : ""));
}

/** The names that a sentence cannot do without. */
export function requiredNames(text: string): readonly string[] {
  return messageNames(text.replace(CLAUSE, ""));
}

/** Every name that a sentence holds, those of its clauses included. */
export function allNames(text: string): readonly string[] {
  return messageNames(withClauses(text, () => true));
}

/** What is wrong with a sentence and its clauses, in Vietnamese, or null. */
export function clausesFault(text: string): string | null {
  const clauses = [...text.matchAll(CLAUSE)].map((match) => match[1] ?? "");
  if (/[[\]]/.test(text.replace(CLAUSE, ""))) return "ngoặc vuông không thành cặp hoặc lồng nhau";
  const unsound = [text.replace(CLAUSE, ""), ...clauses, text.replace(CLAUSE, "$1")]
    .map(messageFault)
    .find((fault) => fault !== null);
  if (unsound !== undefined) return unsound;
  return clauses.some((clause) => messageNames(clause).length === 0)
    ? "phần trong ngoặc vuông không nêu chỉ tiêu nào"
    : null;
}
