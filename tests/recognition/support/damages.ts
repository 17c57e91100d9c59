import {
  blankCell,
  CODE,
  isFormRow,
  LABEL,
  type LooseBook,
  type LooseCell,
  type LooseRow,
  UNIT,
  VALUE,
} from "./loose-book.js";
import type { Chance } from "./random.js";
import { damagedText, type TextDamage, textDamages } from "./text-damages.js";

/**
 * Realistic damage to a workbook: what happens to official forms between the province's file and an
 * officer's desk. Where several are combined, texts change first, then rows, then columns, then sheets.
 */
export interface Damage {
  readonly name: string;
  readonly stage: 1 | 2 | 3 | 4;
  apply(book: LooseBook, chance: Chance): void;
}

const eachRow = (book: LooseBook, act: (row: LooseRow) => void) => {
  for (const sheet of book.sheets) for (const row of sheet.rows) if (isFormRow(row)) act(row);
};
/** The row's STT, or an empty string: "Trong đó" stands in the STT column too. */
const codeOf = (row: LooseRow) => {
  const text = String(row[CODE]?.value ?? "").replace(/\.$/, "");
  return /^\d/.test(text) ? text : "";
};
const trueCode = (row: LooseRow) => row.find(({ truth }) => truth !== null)?.truth ?? "";
const put = (row: LooseRow, column: number, value: LooseCell["value"], format = "General") => {
  const cell = row[column];
  if (cell !== undefined) row[column] = { ...cell, value, format };
};

const texts: readonly Damage[] = Object.keys(textDamages).map((name) => ({
  name,
  stage: 1,
  apply: (book, chance) => {
    for (const sheet of book.sheets) {
      for (const row of sheet.rows) {
        for (const column of [LABEL, UNIT]) {
          const text = row[column]?.value;
          if (typeof text !== "string" || text === "") continue;
          // Only what the officer retypes gets mistyped; a header she leaves as it is.
          if (column === UNIT && !isFormRow(row)) continue;
          put(row, column, damagedText(name as TextDamage, text, column === LABEL && isFormRow(row), chance));
        }
      }
    }
  },
}));

const rowsAndCodes: readonly Damage[] = [
  {
    name: "renamed sheets",
    stage: 1,
    apply: (book, chance) => {
      const pattern = chance.pick(["Sheet", "BM", "PL", "Biểu số "]);
      for (const [at, sheet] of book.sheets.entries()) sheet.name = `${pattern}${at + 1}`;
      if (chance.happens(0.5)) book.sheets.reverse();
    },
  },
  {
    name: "filled in",
    stage: 1,
    apply: (book, chance) =>
      eachRow(book, (row) => {
        if (row[UNIT]?.value === "") return;
        const number = chance.below(2000);
        put(row, VALUE, chance.pick([number, String(number), `0${chance.below(9)}`, null, "-", number / 10]));
      }),
  },
  {
    name: "deleted rows",
    stage: 1,
    apply: (book, chance) => {
      for (const sheet of book.sheets) {
        sheet.rows = sheet.rows.filter((row) => !isFormRow(row) || !chance.happens(0.1));
      }
    },
  },
  {
    name: "deleted groups",
    stage: 1,
    apply: (book, chance) => {
      for (const sheet of book.sheets) {
        const codes = sheet.rows
          .filter(isFormRow)
          .map(trueCode)
          .filter((code) => /^\d\/\d+\.\d+$/.test(code));
        const gone = codes.filter(() => chance.happens(0.15));
        sheet.rows = sheet.rows.filter(
          (row) => !isFormRow(row) || !gone.some((code) => `${trueCode(row)}.`.startsWith(`${code}.`)),
        );
      }
    },
  },
  {
    name: "renumbered after deletions",
    stage: 2,
    apply: (book) => {
      for (const sheet of book.sheets) renumber(sheet.rows.filter(isFormRow));
    },
  },
  {
    name: "numbered on through the set",
    stage: 2,
    apply: (book) => {
      for (const [at, sheet] of book.sheets.entries()) {
        for (const row of sheet.rows.filter(isFormRow)) {
          if (codeOf(row) !== "") put(row, CODE, `${at + 1}.${codeOf(row)}.`);
        }
      }
    },
  },
  {
    name: "codes made numbers and dates",
    stage: 2,
    apply: (book, chance) =>
      eachRow(book, (row) => {
        const code = codeOf(row);
        const [whole = "", part = ""] = code.split(".");
        if (!/^\d+(\.\d+)?$/.test(code)) return;
        if (part !== "" && chance.happens(0.3)) {
          put(row, CODE, Date.UTC(2023, Number(part) - 1, Number(whole)) / 86_400_000 + 25_569, "d/m");
        } else put(row, CODE, Number(code));
      }),
  },
  {
    name: "codes joined to labels",
    stage: 2,
    apply: (book, chance) =>
      eachRow(book, (row) => {
        if (typeof row[CODE]?.value !== "string" || codeOf(row) === "" || !chance.happens(0.7)) return;
        put(row, LABEL, `${codeOf(row)}.${chance.pick(["", " ", "  "])}${String(row[LABEL]?.value)}`);
        put(row, CODE, null);
      }),
  },
  {
    name: "codes lost",
    stage: 2,
    apply: (book, chance) => {
      const all = chance.happens(0.3);
      eachRow(book, (row) => {
        if (all || chance.happens(0.25)) put(row, CODE, null);
      });
    },
  },
  {
    name: "rows about something else",
    stage: 1,
    apply: (book, chance) =>
      eachRow(book, (row) => {
        const label = String(row[LABEL]?.value ?? "");
        const other = otherSubject(label);
        if (other === label || !chance.happens(0.25)) return;
        put(row, LABEL, other);
        // The row is no row of the edition any more: nothing may be bound to it.
        row.forEach((cell, at) => {
          row[at] = { ...cell, truth: null };
        });
      }),
  },
  {
    name: "extra rows",
    stage: 2,
    apply: (book, chance) => {
      for (const sheet of book.sheets) {
        sheet.rows = sheet.rows.flatMap((row) =>
          isFormRow(row) && chance.happens(0.12) ? [row, extraRow(chance)] : [row],
        );
      }
    },
  },
];

/** The label with another subject, as another level of government would print it in the same place. */
function otherSubject(label: string): string {
  return label
    .replace(/cấp xã/g, "cấp tỉnh")
    .replace(/đúng hạn/g, "trước hạn")
    .replace(/mức độ 3/g, "mức độ 2")
    .replace(/kiểm tra$/g, "thanh tra")
    .replace(/cán bộ, công chức/g, "người lao động");
}

function extraRow(chance: Chance): LooseRow {
  return chance.pick<() => LooseRow>([
    () => [blankCell(), blankCell(), blankCell(), blankCell(), blankCell()],
    () => [blankCell(), blankCell("Tổng cộng"), blankCell(), blankCell(chance.below(99)), blankCell()],
    () => [blankCell("*"), blankCell("Tiến độ so với cùng kỳ năm trước"), blankCell("%"), blankCell(12.5)],
    () => [blankCell(), blankCell("Số lớp tập huấn đã mở trong kỳ"), blankCell("Lớp"), blankCell(2)],
    () => [blankCell(), blankCell("Ghi chú của bộ phận tổng hợp: đã rà soát"), blankCell(), blankCell()],
    () => [
      blankCell("-"),
      blankCell("Số cuộc giám sát của Hội đồng nhân dân"),
      blankCell("Cuộc"),
      blankCell(1),
    ],
  ])();
}

/** Numbers the rows anew without gaps, each level from 1. */
function renumber(rows: readonly LooseRow[]): void {
  const counters: number[] = [];
  for (const row of rows) {
    const depth = codeOf(row) === "" ? 0 : codeOf(row).split(".").length;
    if (depth === 0) continue;
    counters.length = Math.min(counters.length, depth);
    while (counters.length < depth - 1) counters.push(1);
    counters[depth - 1] = (counters[depth - 1] ?? 0) + 1;
    put(row, CODE, `${counters.join(".")}.`);
  }
}

const shapes: readonly Damage[] = [
  {
    name: "labels broken over rows",
    stage: 3,
    apply: (book, chance) => {
      for (const sheet of book.sheets) {
        sheet.rows = sheet.rows.flatMap((row) =>
          isFormRow(row) && chance.happens(0.5) ? broken(row, chance) : [row],
        );
      }
    },
  },
  {
    name: "other header words",
    stage: 2,
    apply: (book, chance) => {
      const words = chance.pick([
        ["TT", "Nội dung", "ĐVT", "Kết quả", "Ghi chú"],
        ["Số TT", "Chỉ tiêu", "Đơn vị\ntính", "Số liệu", "Ghi chú"],
        ["STT", "TÊN CHỈ TIÊU", "ĐƠN VỊ TÍNH", "SỐ LƯỢNG/TỶ LỆ", "GHI CHÚ"],
        ["TT", "Nội dung chỉ tiêu", "ĐVT", "Giá trị", "Ghi chú"],
      ]);
      for (const sheet of book.sheets) {
        const first = sheet.rows.findIndex(isFormRow);
        // The two header rows become one.
        sheet.rows.splice(
          first - 2,
          2,
          words.map((word) => blankCell(word)),
        );
      }
    },
  },
  {
    name: "columns swapped",
    stage: 3,
    apply: (book, chance) => {
      const order = chance.pick([
        [0, 1, 3, 2, 4],
        [1, 0, 2, 3, 4],
        [0, 2, 1, 3, 4],
        [0, 1, 4, 3, 2],
      ]);
      for (const sheet of book.sheets) {
        sheet.rows = sheet.rows.map((row) => order.map((from) => row[from] ?? blankCell()));
      }
    },
  },
  {
    name: "columns inserted",
    stage: 3,
    apply: (book, chance) => {
      const at = 1 + chance.below(4);
      const previous = chance.happens(0.5);
      for (const sheet of book.sheets) {
        const first = sheet.rows.findIndex(isFormRow);
        for (const [row, cells] of sheet.rows.entries()) {
          const value = !previous
            ? null
            : row === first - 1
              ? "Kỳ trước"
              : row >= first
                ? chance.below(500)
                : null;
          cells.splice(previous ? Math.max(at, 3) : at, 0, blankCell(value));
        }
      }
    },
  },
  {
    name: "moved on the sheet",
    stage: 3,
    apply: (book, chance) => {
      const [down, right] = [1 + chance.below(6), chance.below(3)];
      for (const sheet of book.sheets) {
        sheet.rows = [
          ...Array.from({ length: down }, (_, at) => [
            blankCell(at === 0 ? "ỦY BAN NHÂN DÂN XÃ PHƯỢNG KỲ" : null),
          ]),
          ...sheet.rows.map((row) => [...Array.from({ length: right }, () => blankCell()), ...row]),
        ];
      }
    },
  },
  {
    name: "all on one sheet with page breaks",
    stage: 4,
    apply: (book, chance) => {
      const rows = book.sheets.flatMap((sheet) => {
        const first = sheet.rows.findIndex(isFormRow);
        const header = sheet.rows.slice(Math.max(0, first - 2), first);
        const body = sheet.rows.slice(first).flatMap((row) => {
          if (!chance.happens(0.06)) return [row];
          const page = [blankCell(), blankCell(), blankCell(chance.below(20) + 1)];
          return [row, page, ...header.map((line) => line.map((cell) => ({ ...cell })))];
        });
        return [...sheet.rows.slice(0, first), ...body, []];
      });
      book.sheets.splice(0, book.sheets.length, { name: "Phụ lục", rows });
    },
  },
];

/** A row whose label was pasted as two or three lines, its other cells beside one of them. */
function broken(row: LooseRow, chance: Chance): readonly LooseRow[] {
  const words = String(row[LABEL]?.value ?? "").split(" ");
  if (words.length < 6) return [row];
  const pieces = words.length > 14 && chance.happens(0.5) ? 3 : 2;
  const size = Math.ceil(words.length / pieces);
  const lines = Array.from({ length: pieces }, (_, at) => words.slice(at * size, (at + 1) * size).join(" "));
  return lines.map((line, at) =>
    at === 0
      ? row.map((cell, column) => (column === LABEL ? { ...cell, value: line } : cell))
      : [blankCell(), blankCell(line), blankCell(), blankCell(), blankCell()],
  );
}

export const damages: readonly Damage[] = [...texts, ...rowsAndCodes, ...shapes];

/** Applies damages in the order of their stages. */
export function applyDamages(book: LooseBook, chosen: readonly Damage[], chance: Chance): void {
  for (const damage of [...chosen].sort((a, b) => a.stage - b.stage)) damage.apply(book, chance);
}
