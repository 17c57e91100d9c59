import { describe, expect, it } from "@jest/globals";
import type { Content } from "../../../tools/grid/cell.js";
import type { Sheet } from "../../../tools/grid/sheet.js";
import { formsPlan } from "../plans.js";
import { cellOf, valueOfResult } from "../results.js";
import { type LocalPane, openPane } from "./local.js";

/** Microsoft: Excel on the web answers at most 5 MB; this host asks for about 2. */

const FORM = "Biểu mẫu 3";
const OTHER = "Biểu mẫu 1";

async function formsPane(): Promise<LocalPane> {
  const pane = await openPane();
  valueOfResult(await pane.host.apply(formsPlan(1, 3)));
  return pane;
}

/** Twelve sheets of ours with 2,000 rows of 8 columns each, as large registers are. */
async function largePane(): Promise<LocalPane> {
  const pane = await formsPane();
  for (let table = 1; table <= 12; table += 1) {
    const name = `Phụ biểu ${table}`;
    pane.excel.officer.addSheet(name);
    const sheet = sheetOf(pane, name);
    for (let row = 0; row < 2000; row += 1) {
      for (let column = 0; column < 8; column += 1) sheet.setContent(row, column, text(table, row, column));
    }
    pane.excel.officer.select(name, "A1");
    await pane.excel.Excel.run(async (context) => {
      context.workbook.names.add(`CCHC_TBL_T${table}`, `='${name}'!$A$1:$H$2000`);
      await context.sync();
    });
  }
  return pane;
}

const text = (table: number, row: number, column: number): Content => ({
  kind: "constant",
  value: `${table}: Kế hoạch số ${row}, cột ${column}`,
});

function sheetOf(pane: LocalPane, name: string): Sheet {
  const sheet = pane.excel.grid.sheetNamed(name);
  if (sheet === null) throw new Error(`No sheet ${name}`);
  return sheet;
}

/** Bytes of each answer of Excel from now on. */
function answers(pane: LocalPane): number[] {
  const sizes: number[] = [];
  const process = pane.excel.host.process.bind(pane.excel.host);
  pane.excel.host.process = async (batch, flags) => {
    const delivery = await process(batch, flags);
    if (delivery.kind === "answer") sizes.push(Buffer.byteLength(JSON.stringify(delivery.answer)));
    return delivery;
  };
  return sizes;
}

describe("twelve tables of 2,000 rows", () => {
  it("are read whole, no answer near the limit; after an edit, only its sheet is", async () => {
    const pane = await largePane();
    const sizes = answers(pane);
    const whole = valueOfResult(await pane.host.capture("changed"));
    expect(whole.sheets).toHaveLength(14);
    expect(cellOf(whole, "Phụ biểu 12", 2000, 8).value).toBe("12: Kế hoạch số 1999, cột 7");
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeGreaterThan(7_000_000);
    expect(Math.max(...sizes)).toBeLessThan(3_000_000);

    valueOfResult(await pane.host.onChange(() => undefined));
    // What happened between reading and listening is not known: once more, all of it.
    valueOfResult(await pane.host.capture("changed"));
    sizes.length = 0;
    pane.excel.officer.type(FORM, "D6", "922");
    await pane.excel.settled();
    const { result, trips } = await pane.trips(() => pane.host.capture("changed"));
    expect(cellOf(valueOfResult(result), FORM, 6, 4).value).toBe(922);
    expect(valueOfResult(result).sheets).toHaveLength(14);
    expect(trips).toBe(1);
    expect(Math.max(...sizes)).toBeLessThan(100_000);

    pane.excel.officer.type("Phụ biểu 7", "B1990", "sửa");
    await pane.excel.settled();
    const edited = await pane.trips(() => pane.host.capture("changed"));
    expect(cellOf(valueOfResult(edited.result), "Phụ biểu 7", 1990, 2).value).toBe("sửa");
    expect(edited.trips).toBe(1);
    expect(sizes.at(-1)).toBeLessThan(2_500_000);
  });
});

describe("a text too long for Excel's own formula property", () => {
  it("is read all the same, and costs no other cell its formula", async () => {
    const pane = await formsPane();
    const long = "Nội dung ".repeat(1000);
    sheetOf(pane, FORM).setContent(5, 6, { kind: "constant", value: long });
    pane.excel.officer.type(FORM, "D6", "922");
    pane.excel.officer.type(FORM, "D7", "905");
    const snapshot = valueOfResult(await pane.host.capture());
    expect(cellOf(snapshot, FORM, 6, 7)).toEqual({ value: long, format: "General", formula: "" });
    expect(cellOf(snapshot, FORM, 5, 4)).toMatchObject({
      value: 98.16,
      formula: expect.stringMatching(/^=/),
    });
    expect(cellOf(snapshot, FORM, 6, 4).value).toBe(922);
  });
});

describe("reading only what changed", () => {
  async function watched(): Promise<LocalPane> {
    const pane = await formsPane();
    valueOfResult(await pane.host.onChange(() => undefined));
    valueOfResult(await pane.host.capture("changed"));
    return pane;
  }
  /** Sheets whose cells were asked for. */
  async function read(pane: LocalPane, scope: "ours" | "changed" = "changed"): Promise<readonly string[]> {
    await pane.excel.settled();
    const asked: string[] = [];
    const process = pane.excel.host.process.bind(pane.excel.host);
    pane.excel.host.process = async (batch, flags) => {
      asked.push(JSON.stringify(batch));
      return process(batch, flags);
    };
    valueOfResult(await pane.host.capture(scope));
    pane.excel.host.process = process;
    const ids = (name: string) => [name, sheetOf(pane, name).id];
    return [OTHER, FORM].filter((name) =>
      asked.some((batch) => ids(name).some((id) => batch.includes(JSON.stringify(id)))),
    );
  }

  it("asks for nothing when nothing was told, and for all when asked to", async () => {
    const pane = await watched();
    expect(await read(pane)).toEqual([]);
    expect(await read(pane, "ours")).toEqual([OTHER, FORM]);
  });

  it("asks again for the sheet that the officer, a co-author or we ourselves wrote on", async () => {
    const pane = await watched();
    pane.excel.officer.type(OTHER, "D6", "5");
    expect(await read(pane)).toEqual([OTHER]);
    pane.excel.coauthor.type(FORM, "D6", "5");
    expect(await read(pane)).toEqual([FORM]);
    valueOfResult(await pane.host.write([{ cell: { sheet: OTHER, row: 6, column: 4 }, value: 7 }]));
    expect(await read(pane)).toEqual([OTHER]);
    expect(await read(pane)).toEqual([]);
  });

  it("asks again for a sheet whose formulas follow others, whatever was touched", async () => {
    const pane = await watched();
    pane.excel.officer.type(OTHER, "F6", `='${FORM}'!D6`);
    await read(pane);
    pane.excel.officer.type(FORM, "D6", "922");
    expect(await read(pane)).toEqual([OTHER, FORM]);
    expect(cellOf(valueOfResult(await pane.host.capture("changed")), OTHER, 6, 6).value).toBe(922);
  });

  it.each([
    ["rows were inserted", (pane: LocalPane) => pane.excel.officer.insertRows(FORM, 6, 2), [OTHER, FORM]],
    ["a sheet was added", (pane: LocalPane) => pane.excel.officer.addSheet("Khác"), [OTHER, FORM]],
    ["rows were sorted", (pane: LocalPane) => pane.excel.officer.sortRows(FORM, "D6:D7", "D"), [FORM]],
  ])("asks again when %s", async (_what, act, sheets) => {
    const pane = await watched();
    act(pane);
    expect(await read(pane)).toEqual(sheets);
  });

  it("asks again after a reading that failed", async () => {
    const pane = await watched();
    pane.excel.officer.type(FORM, "D6", "922");
    await pane.excel.settled();
    pane.excel.host.failNext("InvalidOperationInCellEditMode");
    expect((await pane.host.capture("changed")).ok).toBe(false);
    expect(await read(pane)).toEqual([FORM]);
  });

  it("reads everything while nobody listens", async () => {
    const pane = await formsPane();
    valueOfResult(await pane.host.capture("changed"));
    expect(await read(pane)).toEqual([OTHER, FORM]);
    const stop = valueOfResult(await pane.host.onChange(() => undefined));
    valueOfResult(await pane.host.capture("changed"));
    await stop();
    expect(await read(pane)).toEqual([OTHER, FORM]);
  });
});
