import type { Confirmation } from "../report/confirmation.js";
import type { Report } from "../report/report.js";

/** What the officer decided about composed sentences, by their ids. */
interface Choices {
  /** Sentences that she does not want. */
  readonly declined: ReadonlySet<string>;
  /** Suggestions that she wants. */
  readonly accepted: ReadonlySet<string>;
  /** Her own sentences in place of composed ones. */
  readonly replaced: ReadonlyMap<string, string>;
}

const KEYS = {
  declined: "narrative.declined ",
  accepted: "narrative.accepted ",
  replaced: "narrative.replaced ",
} as const;
/** What stands beside a decision on the sheet of confirmations, which a person may read. */
const REASONS = {
  declined: "Không đưa câu này vào báo cáo",
  accepted: "Đưa câu gợi ý này vào báo cáo",
} as const;

/** A decision about a sentence as the workbook keeps it, in the list of what the officer confirmed. */
export function choiceOf(kind: keyof typeof REASONS, sentence: string): Confirmation {
  return { finding: `${KEYS[kind]}${sentence}`, numbers: "", reason: REASONS[kind] };
}

/** Her own sentence in place of a composed one, as the workbook keeps it; an empty one takes it back. */
export function replacementOf(sentence: string, text: string): Confirmation {
  const reason = text.trim() === "" ? "" : "Lời của đơn vị thay câu này";
  return { finding: `${KEYS.replaced}${sentence}`, numbers: text.normalize("NFC").trim(), reason };
}

/** The place that the fields of such a sentence name. */
export function replacementPlace(sentence: string): string {
  return `sentence ${sentence}`;
}

/** The decisions that a workbook keeps; of several about one sentence the last counts. */
export function choicesOf({ confirmations }: Pick<Report, "confirmations">): Choices {
  const declined = new Set<string>();
  const accepted = new Set<string>();
  const replaced = new Map<string, string>();
  for (const { finding, numbers } of confirmations) {
    if (finding.startsWith(KEYS.replaced) && numbers !== "") {
      replaced.set(finding.slice(KEYS.replaced.length), numbers);
    }
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
  return { declined, accepted, replaced };
}
