import {
  childrenOf,
  type DraftForm,
  type DraftKind,
  type DraftRow,
  type Reason,
  type Verdict,
} from "./draft-row.js";
import { type Choice, readChoices } from "./infer-choices.js";
import { AMOUNT, COUNT, RATIO, TOTAL } from "./label-words.js";

/** What kind of value a row holds, with its options where it is a choice. */
interface KindOf {
  readonly kind: DraftKind;
  readonly choices: readonly Choice[];
}

/** Reads the kind off the unit first, off the label where the unit says nothing. */
export function inferKind(row: DraftRow, form: DraftForm): Verdict<KindOf> {
  switch (row.unitKind) {
    case "percent":
      return verdict("ratio", true, "unit-percent");
    case "money":
      return verdict("money", true, "unit-money");
    case "choices":
      return choiceVerdict(row);
    case "count":
      // A share counted in things is a slip of the form, or a count worded as a share.
      return RATIO.test(row.plain)
        ? verdict("ratio", false, "label-ratio")
        : verdict("count", true, "unit-counted");
    case "unknown":
      if (RATIO.test(row.plain)) return verdict("ratio", false, "label-ratio");
      return COUNT.test(row.plain) && /\p{L}/u.test(row.unit)
        ? verdict("count", true, "label-count")
        : verdict("count", false, "unit-unknown");
    case "none":
      return withoutUnit(row, form);
  }
}

function withoutUnit(row: DraftRow, form: DraftForm): Verdict<KindOf> {
  const below = childrenOf(row, form);
  if (RATIO.test(row.plain)) return verdict("ratio", false, "label-ratio");
  if (TOTAL.test(row.plain)) return verdict("count", below.length === 0, "label-total");
  if (below.length > 0) {
    if (!COUNT.test(row.plain)) return verdict("heading", true, "no-unit-with-rows-below");
    // "Số ... bị kỷ luật" above its own classes is a count; above a total of its own it is a heading.
    const ownTotal = below.some((other) => TOTAL.test(other.plain));
    return verdict(ownTotal ? "heading" : "count", false, "no-unit-count-or-heading");
  }
  const money = form.rows.some((other) => other.parent === row.parent && other.unitKind === "money");
  // A heading beside amounts is still a heading: only words of amounts make a row without a unit one.
  if (money && AMOUNT.test(row.plain)) return verdict("money", false, "no-unit-beside-money");
  return COUNT.test(row.plain)
    ? verdict("count", false, "label-count")
    : verdict("heading", false, "no-unit-no-rows");
}

function choiceVerdict(row: DraftRow): Verdict<KindOf> {
  const choices = readChoices(row.unit);
  const values = new Set(choices.map(({ value }) => value));
  const labels = new Set(choices.map(({ label }) => label.toLowerCase()));
  const sound = choices.length >= 2 && values.size === choices.length && labels.size === choices.length;
  if (sound) {
    return {
      value: { kind: "choice", choices },
      inferences: [
        { property: "kind", certain: true, reason: "unit-choices" },
        { property: "choices", certain: true, reason: "unit-choices" },
      ],
    };
  }
  // One option is no choice: the print has lost the others.
  return {
    value: { kind: "text", choices },
    inferences: [
      { property: "kind", certain: false, reason: "choices-one" },
      { property: "choices", certain: false, reason: "choices-one" },
    ],
  };
}

function verdict(kind: DraftKind, certain: boolean, reason: Reason): Verdict<KindOf> {
  return { value: { kind, choices: [] }, inferences: [{ property: "kind", certain, reason }] };
}
