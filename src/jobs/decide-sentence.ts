import { choiceOf, choicesOf } from "../narrative/choices.js";
import type { SentenceRef } from "../narrative/section.js";
import type { Confirmation } from "../report/confirmation.js";
import type { Report } from "../report/report.js";

/** What she wants with a composed sentence; `open` takes back what she decided before. */
export type SentenceDecision = "declined" | "accepted" | "open";

/** Something for the workbook's list, with what people read there. */
interface ListedDecision {
  readonly confirmation: Confirmation;
  readonly words: { readonly place: string; readonly sentence: string };
}

/**
 * What is to be kept in the workbook's list (`keepInList`), in this order, so that a decision about a
 * sentence counts; nothing where it does already.
 */
export function decisionsAbout(
  report: Pick<Report, "confirmations">,
  { sentence, text }: SentenceRef,
  decision: SentenceDecision,
): readonly ListedDecision[] {
  const choices = choicesOf(report);
  // Of two decisions the list would count the one further down, whichever was made last.
  const takenBack = (["declined", "accepted"] as const)
    .filter((kind) => kind !== decision && isListed(report, kind, sentence))
    .map((kind) => ({ ...choiceOf(kind, sentence), reason: "" }));
  const kept = decision === "open" || choices[decision].has(sentence) ? [] : [choiceOf(decision, sentence)];
  const words = { place: "Báo cáo", sentence: text };
  return [...takenBack, ...kept].map((confirmation) => ({ confirmation, words }));
}

function isListed(
  { confirmations }: Pick<Report, "confirmations">,
  kind: Exclude<SentenceDecision, "open">,
  sentence: string,
): boolean {
  const { finding } = choiceOf(kind, sentence);
  return confirmations.some((one) => one.finding === finding);
}
