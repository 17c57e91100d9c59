import type { Confirmation } from "../report/confirmation.js";
import type { Report } from "../report/report.js";

/** What the officer decided about composed sentences, by their ids. */
interface Choices {
  /** Sentences that she does not want. */
  readonly declined: ReadonlySet<string>;
  /** Suggestions that she wants. */
  readonly accepted: ReadonlySet<string>;
}

const KEYS = { declined: "narrative.declined ", accepted: "narrative.accepted " } as const;
/** What stands beside a decision on the sheet of confirmations, which a person may read. */
const REASONS = {
  declined: "Không đưa câu này vào báo cáo",
  accepted: "Đưa câu gợi ý này vào báo cáo",
} as const;

/** A decision about a sentence as the workbook keeps it, in the list of what the officer confirmed. */
export function choiceOf(kind: keyof Choices, sentence: string): Confirmation {
  return { finding: `${KEYS[kind]}${sentence}`, numbers: "", reason: REASONS[kind] };
}

/** The decisions that a workbook keeps; of several about one sentence the last counts. */
export function choicesOf({ confirmations }: Pick<Report, "confirmations">): Choices {
  const declined = new Set<string>();
  const accepted = new Set<string>();
  for (const { finding } of confirmations) {
    if (finding.startsWith(KEYS.declined)) {
      const sentence = finding.slice(KEYS.declined.length);
      declined.add(sentence);
      accepted.delete(sentence);
    } else if (finding.startsWith(KEYS.accepted)) {
      const sentence = finding.slice(KEYS.accepted.length);
      accepted.add(sentence);
      declined.delete(sentence);
    }
  }
  return { declined, accepted };
}
