import { describe, expect, it } from "@jest/globals";
import { decisionsAbout, type SentenceDecision } from "../../src/jobs/decide-sentence.js";
import { choiceOf, choicesOf } from "../../src/narrative/choices.js";
import type { Confirmation } from "../../src/report/confirmation.js";

const ref = { section: "1", sentence: "1.2.1", text: "Đã giải quyết 905 hồ sơ." };

/** The list as it stands after decisions, each in the first blank row as the workbook keeps them. */
function listAfter(...decisions: readonly SentenceDecision[]): readonly (Confirmation | null)[] {
  const rows: (Confirmation | null)[] = [null, null, null];
  for (const decision of decisions) {
    const standing = rows.filter((row) => row !== null);
    for (const { confirmation } of decisionsAbout({ confirmations: standing }, ref, decision)) {
      const known = rows.findIndex((row) => row?.finding === confirmation.finding);
      const target = known >= 0 ? known : rows.indexOf(null);
      rows[target] = confirmation.reason === "" ? null : confirmation;
    }
  }
  return rows;
}

const counted = (rows: readonly (Confirmation | null)[]) =>
  choicesOf({ confirmations: rows.filter((row) => row !== null) });

describe("a decision about a sentence", () => {
  it("is kept once, with the sentence for people to read", () => {
    const kept = decisionsAbout({ confirmations: [] }, ref, "declined");
    expect(kept).toEqual([
      {
        confirmation: choiceOf("declined", "1.2.1"),
        words: { place: "Báo cáo", sentence: "Đã giải quyết 905 hồ sơ." },
      },
    ]);
    expect(decisionsAbout({ confirmations: [choiceOf("declined", "1.2.1")] }, ref, "declined")).toEqual([]);
  });

  it("counts as the last one made, whichever row each took", () => {
    expect(counted(listAfter("declined", "accepted", "declined")).declined).toEqual(new Set(["1.2.1"]));
    expect(counted(listAfter("declined", "accepted", "declined")).accepted).toEqual(new Set());
    expect(counted(listAfter("accepted", "declined", "accepted")).accepted).toEqual(new Set(["1.2.1"]));
  });

  it("leaves nothing when it is taken back", () => {
    expect(listAfter("declined", "open")).toEqual([null, null, null]);
    expect(listAfter("accepted", "declined", "open")).toEqual([null, null, null]);
    expect(decisionsAbout({ confirmations: [] }, ref, "open")).toEqual([]);
  });
});
