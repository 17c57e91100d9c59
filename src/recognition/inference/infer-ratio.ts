import { childrenOf, type DraftForm, type DraftKind, type DraftRow, type Verdict } from "./draft-row.js";
import { saying, TOTAL } from "./label-words.js";

/** The parts of a ratio row, by their codes. */
type RatioParts =
  | { readonly kind: "none" }
  | { readonly kind: "ratio"; readonly numerator: string; readonly denominator: string }
  | { readonly kind: "reduction"; readonly from: string; readonly to: string };

/** Words of the whole that a share is taken of: all there was, planned, found, received, due. */
const WHOLE = saying(
  "tổng số",
  "tổng",
  "kế hoạch được giao",
  "đề ra",
  "phát hiện qua",
  "đã tiếp nhận",
  "được giao",
  "cần phải",
);
/** Words of the part: what was done of it. */
const PART = saying("đã", "đúng hạn", "đang", "xong", "được xử lý", "đạt");
const REDUCTION = /giảm(?!\p{L}).* so với(?!\p{L})/u;
const STATE = saying("tại thời điểm", "hiện có", "hiện nay", "hiện tại", "còn lại", "sau khi");

/**
 * The two rows that a ratio is made of. Forms print them directly under it, the whole first
 * ("Tổng số ...", then "Số ... đã ..."); a ratio without such rows has no parts in the form.
 */
export function inferRatio(
  row: DraftRow,
  form: DraftForm,
  kindOf: (row: DraftRow) => DraftKind,
): Verdict<RatioParts> {
  const below = childrenOf(row, form).filter(
    (other) => kindOf(other) === "count" || kindOf(other) === "money",
  );
  const [first, second] = below;
  if (first === undefined || second === undefined) {
    const certain = first === undefined;
    return {
      value: { kind: "none" },
      inferences: [{ property: "ratio", certain, reason: certain ? "no-parts" : "parts-unclear" }],
    };
  }
  if (REDUCTION.test(row.plain)) {
    const certain = below.length === 2 && WHOLE.test(first.plain) && STATE.test(second.plain);
    return {
      value: { kind: "reduction", from: first.code, to: second.code },
      inferences: [{ property: "reduction", certain, reason: certain ? "reduction-words" : "parts-unclear" }],
    };
  }
  const turned = !WHOLE.test(first.plain) && WHOLE.test(second.plain) && !PART.test(second.plain);
  const [denominator, numerator] = turned ? [second, first] : [first, second];
  const certain = WHOLE.test(denominator.plain) && PART.test(numerator.plain) && !TOTAL.test(numerator.plain);
  return {
    value: { kind: "ratio", numerator: numerator.code, denominator: denominator.code },
    inferences: [{ property: "ratio", certain, reason: certain ? "parts-below" : "parts-below-order" }],
  };
}
