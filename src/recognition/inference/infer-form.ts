import type { DraftForm, DraftKind, DraftRow, Inference } from "./draft-row.js";
import type { Choice } from "./infer-choices.js";
import { inferKind } from "./infer-kind.js";
import { inferRatio } from "./infer-ratio.js";
import { inferTotal } from "./infer-total.js";
import { saying } from "./label-words.js";

interface InferredForm {
  /** Indicators as an edition file holds them. */
  readonly indicators: readonly object[];
  readonly inferences: readonly Inference[];
}

const CUMULATIVE = saying("lũy kế", "luỹ kế", "từ đầu năm", "giai đoạn");
const MOMENT = saying("tại thời điểm", "có mặt", "hiện có", "đang có hiệu lực", "đang cung cấp");

/** Everything that a form's own words tell of its rows. */
export function inferForm(form: DraftForm): InferredForm {
  const kinds = new Map(form.rows.map((row) => [row, inferKind(row, form)]));
  const kindOf = (row: DraftRow): DraftKind => kinds.get(row)?.value.kind ?? "text";
  const ratios = new Map(
    form.rows.filter((row) => kindOf(row) === "ratio").map((row) => [row, inferRatio(row, form, kindOf)]),
  );
  const denominators = new Set(
    [...ratios.values()].flatMap(({ value }) => (value.kind === "ratio" ? [value.denominator] : [])),
  );
  const rows = form.rows.map((row) => {
    const kind = kinds.get(row);
    const ratio = ratios.get(row) ?? null;
    const counted = kindOf(row) === "count" || kindOf(row) === "money";
    const total = counted ? inferTotal(row, form, kindOf, denominators) : null;
    const said = [
      ...(row.uncoded ? [{ property: "code", certain: true, reason: "code-derived" } as const] : []),
      ...(kind?.inferences ?? []),
      ...(ratio?.inferences ?? []),
      ...(total?.inferences ?? []),
    ];
    const indicator = {
      ...indicatorOf(row, kindOf(row), kind?.value.choices ?? []),
      ...(ratio === null ? {} : partsOf(ratio.value)),
      ...(total?.value.parts ? { parts: total.value.parts } : {}),
      ...(total?.value.atMost ? { atMost: total.value.atMost } : {}),
    };
    return { indicator, said: said.map((one) => ({ form: form.number, code: row.code, ...one })) };
  });
  return {
    indicators: rows.map(({ indicator }) => indicator),
    inferences: [...rows.flatMap(({ said }) => said), ...repeatedCodes(form)],
  };
}

/** What an edition file says of a row of that kind, without its relations to other rows. */
function indicatorOf(row: DraftRow, kind: DraftKind, choices: readonly Choice[]): object {
  const { code, label, uncoded, unit } = row;
  const common = { code, label, kind, ...(uncoded ? { uncoded } : {}) };
  if (kind === "heading") return common;
  const span = spanOf(row);
  return kind === "choice"
    ? { ...common, span, choices }
    : { ...common, span, unit: unit === "" ? null : unit };
}

function partsOf(parts: ReturnType<typeof inferRatio>["value"]): object {
  switch (parts.kind) {
    case "none":
      return {};
    case "ratio":
      return { ratio: { numerator: parts.numerator, denominator: parts.denominator } };
    case "reduction":
      return { reduction: { from: parts.from, to: parts.to } };
  }
}

/** What a value covers, as far as the label says; the period alone where it says nothing. */
function spanOf(row: DraftRow): "period" | "cumulative" | "moment" {
  const label = row.label.toLowerCase();
  return CUMULATIVE.test(label) ? "cumulative" : MOMENT.test(label) ? "moment" : "period";
}

function repeatedCodes(form: DraftForm): readonly Inference[] {
  return form.rows
    .filter(({ code }, at) => form.rows.findIndex((other) => other.code === code) < at)
    .map(({ code }) => ({
      form: form.number,
      code,
      property: "code",
      certain: false,
      reason: "code-repeated",
    }));
}
