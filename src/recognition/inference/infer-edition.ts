import type { FileFault } from "../../forms/faults.js";
import { parseEdition } from "../../forms/parse-edition.js";
import { periodIds } from "../../forms/period-ids.js";
import type { Edition } from "../../forms/schema.js";
import type { WorkbookSnapshot } from "../../workbook/snapshot.js";
import { blockDoubts } from "../block-doubts.js";
import { type Block, findBlocks } from "../blocks.js";
import type { Doubt } from "../recognition.js";
import { draftForms } from "./draft-forms.js";
import type { DraftForm, Inference } from "./draft-row.js";
import { inferForm } from "./infer-form.js";

/** A draft edition made from blocks without an edition, for a person to correct. */
export interface EditionDraft {
  /** The edition file: what `parseEdition` takes once it has no fault. */
  readonly json: object;
  /** The edition, or null while the draft has faults. */
  readonly edition: Edition | null;
  readonly faults: readonly FileFault[];
  readonly inferences: readonly Inference[];
  /** Inferences that are not certain, and what is doubtful about the blocks. */
  readonly doubts: readonly (Inference | BlockDoubt)[];
  readonly forms: readonly DraftForm[];
}

export type BlockDoubt = Extract<
  Doubt,
  { kind: "value-columns" | "no-value-column" | "repeated-code" | "number-for-label" }
>;

export type InferenceOutcome =
  | { readonly kind: "inferred"; readonly draft: EditionDraft }
  | { readonly kind: "nothing"; readonly sheets: readonly string[] };

export interface DraftMeta {
  readonly id: string;
  readonly name: string;
}

const HEADS = {
  code: "STT",
  label: "Chỉ tiêu thống kê",
  labelNote: "(sử dụng cho kỳ báo cáo hàng quý, 6 tháng, năm)",
  result: "Kết quả thống kê",
  unit: "Đơn vị tính",
  value: "Số lượng/ Tỷ lệ",
  note: "Ghi chú",
} as const;

/** Calendar windows, which the superior's guidance usually shifts. */
const periods = [
  { id: periodIds[0], name: "Quý I", from: day(1, 1), to: day(31, 3) },
  { id: periodIds[1], name: "6 tháng đầu năm", from: day(1, 1), to: day(30, 6) },
  { id: periodIds[2], name: "Quý III", from: day(1, 7), to: day(30, 9) },
  { id: periodIds[3], name: "Năm", from: day(1, 1), to: day(31, 12) },
];

/**
 * Makes a draft edition from the blocks without an edition of a workbook. Whatever the blocks' words do not settle
 * is a doubt, never guessed past silently.
 */
export function inferEdition(snapshot: WorkbookSnapshot, meta: DraftMeta): InferenceOutcome {
  const blocks = findBlocks(snapshot);
  const { forms, continuous } = draftForms(blocks);
  if (forms.length === 0) return { kind: "nothing", sheets: snapshot.sheets.map(({ name }) => name) };
  const inferred = forms.map((form) => ({ form, ...inferForm(form) }));
  const inferences = inferred.flatMap((form) => form.inferences);
  const used = new Set(forms.flatMap(({ rows }) => rows.map(({ sheet }) => sheet)));
  const json = {
    ...meta,
    source: { status: "proposed", basis: `Suy ra từ bảng ở trang tính ${[...used].join(", ")}` },
    superior: "UBND cấp trên",
    ...(continuous === null ? {} : { layout: layoutOf(continuous) }),
    columns: HEADS,
    periods,
    // The other outlines take numbers by row number and would say of strange rows what is not so.
    outlines: ["own-text"],
    forms: inferred.map(({ form, indicators }) => ({ number: form.number, title: form.title, indicators })),
  };
  const parsed = parseEdition(`${meta.id}.json`, json);
  const doubtful = inferences.filter(({ certain }) => !certain);
  return {
    kind: "inferred",
    draft: {
      json,
      edition: parsed.ok ? parsed.value : null,
      faults: parsed.ok ? [] : parsed.fault.faults,
      inferences,
      doubts: [
        ...blockDoubts(blocks.filter(({ sheet }) => used.has(sheet))).filter(isBlockDoubt),
        ...doubtful,
      ],
      forms,
    },
  };
}

function layoutOf({ sheet, titles }: Block): object {
  const name = sheet.replace(/['[\]:*?/\\]/g, " ").trim();
  return { kind: "continuous", sheet: name, title: titles.at(-1)?.trim() || name, detail: "Trong đó" };
}

function isBlockDoubt(doubt: Doubt): doubt is BlockDoubt {
  return ["value-columns", "no-value-column", "repeated-code", "number-for-label"].includes(doubt.kind);
}

function day(
  date: number,
  month: number,
): { readonly day: number; readonly month: number; readonly year: number } {
  return { day: date, month, year: 0 };
}
