import { describe, expect, it } from "@jest/globals";
import { recognitionWords } from "../../src/jobs/recognition-words.js";
import type { Signals } from "../../src/recognition/evidence.js";
import type { Inference, Reason } from "../../src/recognition/inference/draft-row.js";
import type { BlockDoubt } from "../../src/recognition/inference/infer-edition.js";
import type { TableDoubt } from "../../src/recognition/recognise-tables.js";
import type { PlacedDoubt } from "../../src/recognition/recognition.js";
import type { RecognitionWords } from "../../src/recognition/words/wording.js";

/** What is said of a stranger's forms, in both languages. */

const signals: Signals = { label: "slips", slips: 2, code: true, unit: false, parent: null, rows: 3 };
const cell = { sheet: "Biểu số 3", row: 9, column: 4 };
const other = { ...cell, row: 11 };
const binding = { form: 3, code: "1.4", address: cell, confidence: 0.878, signals };
const block = { sheet: "Biểu số 3", row: 4 } as const;

const doubts: readonly PlacedDoubt[] = [
  { kind: "weak", ...binding },
  { kind: "several", form: 3, code: "1.4", candidates: [binding, { ...binding, address: other }] },
  { kind: "value-columns", ...block, columns: [4, 6] },
  { kind: "value-column-unheaded", ...block, column: 5 },
  { kind: "no-value-column", ...block },
  { kind: "repeated-code", sheet: "Biểu số 3", code: "2.2", rows: [8, 12] },
  { kind: "number-for-label", ...block },
  { kind: "named-otherwise", form: 3, code: "1.4", address: cell, named: other, ...rest() },
] as readonly PlacedDoubt[];

function rest() {
  return { confidence: 0.9, signals };
}

const tableDoubts: readonly TableDoubt[] = [
  { kind: "table-several", ...block, tables: ["documents", "standing-documents"] },
  { kind: "table-columns", ...block, table: "staff", missing: ["assigned", "present"] },
] as readonly TableDoubt[];

const reasons: readonly Reason[] = [
  ...(["unit-percent", "unit-money", "unit-counted", "unit-choices", "unit-unknown", "label-ratio"] as const),
  ...(["label-count", "label-total", "no-unit-with-rows-below", "no-unit-count-or-heading"] as const),
  ...([
    "no-unit-beside-money",
    "no-unit-no-rows",
    "choices-one",
    "parts-below",
    "parts-below-order",
  ] as const),
  ...([
    "no-parts",
    "parts-unclear",
    "reduction-words",
    "total-of-rows-below",
    "count-of-rows-below",
  ] as const),
  ...([
    "group-with-figures",
    "total-of-classes-beside",
    "total-of-outcomes-beside",
    "total-of-named",
  ] as const),
  ...(["opposites-beside", "subset-of-row-above", "present-within-assigned", "code-repeated"] as const),
  "code-derived",
];
const properties: readonly Inference["property"][] = [
  ...(["code", "kind", "choices", "ratio", "reduction", "parts", "atMost", "span"] as const),
];

const drafts: readonly (Inference | BlockDoubt)[] = [
  ...properties.map((property) => ({ form: 1, code: "2.1", property, reason: "parts-unclear" })),
  ...doubts.filter(({ kind }) =>
    /^(value-columns|no-value-column|repeated-code|number-for-label)$/.test(kind),
  ),
] as readonly (Inference | BlockDoubt)[];

const labels: readonly Signals["label"][] = [
  ...(["same", "slips", "without-marks", "without-notes", "similar", "different"] as const),
];

/** Everything that can be said. */
function all(words: RecognitionWords): readonly string[] {
  return [
    ...doubts.map(words.doubt),
    ...tableDoubts.map(words.tableDoubt),
    words.table({
      table: "staff",
      area: { sheet: "Nhân sự", top: 5, bottom: 9, left: 1, right: 8 },
    } as never),
    ...reasons.map(words.inferred),
    ...drafts.map(words.draftDoubt),
    ...labels.flatMap((label) => words.reasons({ ...signals, label })),
    ...words.reasons({ ...signals, code: false, unit: true, parent: true, rows: 1 }),
    ...words.reasons({ ...signals, slips: 1, parent: false }),
  ];
}

describe("what is said of a stranger's forms", () => {
  const [vi, en] = [all(recognitionWords("vi")), all(recognitionWords("en"))];

  it("is said in both languages, each in its own", () => {
    expect(en.length).toBe(vi.length);
    for (const text of en) {
      expect(text).not.toMatch(/undefined|\[object| {2}|\.\./);
      expect(text.replace(/"[^"]*"/g, "")).not.toMatch(/[^\x20-\x7e]/);
      expect(vi).not.toContain(text);
    }
    for (const text of vi) expect(text).not.toMatch(/undefined|\[object| {2}|\.\./);
    expect(new Set(en.slice(0, doubts.length + tableDoubts.length)).size).toBe(
      doubts.length + tableDoubts.length,
    );
  });

  it.each([
    [
      "vi",
      "Biểu mẫu 3, dòng 1.4: có lẽ là ô D9 trang tính Biểu số 3 (chắc 87 %: tên chỉ tiêu lệch 2 chữ cái; STT trùng; đơn vị tính khác; tên trải trên 3 dòng). Chưa ghi nhớ ô này; xem lại tên dòng rồi xác nhận.",
    ],
    [
      "en",
      "Form 3, row 1.4: perhaps cell D9 of the sheet \"Biểu số 3\" (87 % sure: the row's name differs in 2 letters; the row number is the same; the unit differs; the name runs over 3 rows). Not bound; look at the row's name, then confirm.",
    ],
  ] as const)("a weak one, with all that speaks for and against it: %s", (language, sentence) => {
    const [weak] = doubts;
    expect(weak === undefined ? "" : recognitionWords(language).doubt(weak)).toBe(sentence);
  });

  it("a table that lacks columns, by their printed headers", () => {
    const [, lacking] = tableDoubts;
    expect(lacking === undefined ? "" : recognitionWords("en").tableDoubt(lacking)).toMatch(
      /^Sheet "Biểu số 3", row 4: this looks like the table "Đội ngũ cán bộ, công chức", but these columns were not found: ".+", ".+"\. Not bound; /,
    );
  });
});
