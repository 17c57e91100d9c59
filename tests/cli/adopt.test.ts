import { writeFile } from "node:fs/promises";
import { beforeAll, describe, expect, it } from "@jest/globals";
import { confirmedCells } from "../../src/cli/confirmed-cells.js";
import { openBook } from "../../src/cli/files.js";
import { emptyWorkbook } from "../../src/hosts/xlsx/open.js";
import { proposeInsertion } from "../../src/jobs/insert.js";
import { open } from "../../src/jobs/open.js";
import type { Binding, Recognition } from "../../src/recognition/recognition.js";
import type { CellPlan, SheetPlan } from "../../src/workbook/plan.js";
import { planReportWorkbook } from "../../src/workbook/planning/plan-workbook.js";
import { edition } from "../support/report-data.js";
import { strangersPlan } from "../support/strangers-plan.js";
import { run, temporaryFolder } from "./run.js";

/*
 * Thanh Miện's own forms, taken over. The officer worded row 3.3.2 of form 3 in her own way, and in form 1
 * row 4.2 stands where 4.3 should, so that it is there twice.
 */

const CODE = 1;
const LABEL = 2;

function doubtful(): readonly SheetPlan[] {
  return strangersPlan().sheets.map((sheet) => {
    const textAt = (row: number, column: number) => {
      const content = sheet.cells.find((cell) => cell.row === row && cell.column === column)?.content;
      return content?.kind === "text" ? content.text : "";
    };
    const rowOf = (code: string) =>
      sheet.cells.find(({ row, column }) => column === CODE && textAt(row, CODE) === `${code}.`)?.row ?? 0;
    const retyped = (cell: CellPlan): string | null => {
      if (sheet.name === "BM3" && cell.row === rowOf("3.3.2") && cell.column === LABEL) {
        return "Số hồ sơ TTHC đã giải quyết đúng hạn, trước hạn";
      }
      if (sheet.name !== "BM1" || cell.row !== rowOf("4.3") || cell.column > LABEL) return null;
      return textAt(rowOf("4.2"), cell.column);
    };
    const cells = sheet.cells.map((cell): CellPlan => {
      const text = retyped(cell);
      return text === null ? cell : { ...cell, content: { kind: "text", text } };
    });
    return { ...sheet, cells };
  });
}

describe("cchc adopt of forms in doubt", () => {
  const at = temporaryFolder();
  beforeAll(async () => {
    const book = emptyWorkbook();
    const applied = await book.apply({ names: [], sheets: doubtful() });
    if (!applied.ok) throw new Error(applied.fault.message);
    await writeFile(at("own.xlsx"), await book.save());
  });
  const adopt = (...options: readonly string[]) =>
    run("adopt", at("own.xlsx"), "--out", at("out.xlsx"), ...options);

  const checked = async () => JSON.parse((await run("check", at("out.xlsx"), "--json")).out)[0].findings;
  const namesOf = async () => {
    const captured = await (await openBook(at("out.xlsx"))).capture("whole");
    if (!captured.ok) throw new Error(captured.fault.message);
    return captured.value.names.map(({ name }) => name);
  };

  it("says how each doubtful row can be confirmed, and binds none of them by itself", async () => {
    const { code, told } = await adopt();
    expect(code).toBe(0);
    expect(
      told.filter((line) => line.includes("--confirm")).map((line) => line.replace(/^.*Xác nhận: /, "")),
    ).toEqual(['--confirm "1/4.3=BM1!D19".', '--confirm "3/3.3.2=BM3!D19".']);
    expect(await namesOf()).not.toContain("CCHC_BM3_3_3_2");
  });

  it("tells of an unconfirmed row on its own sheet as one that was not bound, not as one that was deleted", async () => {
    await adopt();
    const missing = (await checked()).filter(({ rule }: { rule: string }) => rule === "layout.cell-missing");
    expect(missing).toMatchObject([
      { form: 1, code: "4.3", sheet: "BM1", severity: "warning" },
      { form: 3, code: "3.3.2", sheet: "BM3", severity: "warning" },
    ]);
    expect(missing[1].message).toBe(
      "Tệp này chưa ghi nhớ vị trí ô kết quả của dòng 3.3.2 (Số hồ sơ TTHC giải quyết đúng hạn). " +
        'Nếu dòng này có ở trang tính "BM3", nhận diện lại rồi xác nhận ô của dòng; ' +
        "nếu biểu mẫu của đơn vị không có dòng này thì bỏ qua.",
    );
  });

  it.each([
    ["by its row, where one cell alone comes into question", ["3/3.3.2"]],
    ["by its row and its cell", ["3/3.3.2=BM3!D19"]],
    ["by its cell as Excel writes it", ["3/3.3.2='BM3'!$D$19"]],
  ])("binds a doubtful row %s", async (_how, confirm) => {
    const { code, told, out } = await adopt("--confirm", ...confirm, "--json");
    expect(code).toBe(0);
    expect(told).toContain("Trong đó 1 ô theo xác nhận: 3/3.3.2=BM3!D19.");
    expect(JSON.parse(out).confirmed).toMatchObject([{ form: 3, code: "3.3.2", sheet: "BM3", cell: "D19" }]);
    expect(await namesOf()).toContain("CCHC_BM3_3_3_2");
    expect(await namesOf()).not.toContain("CCHC_BM1_4_3");
  });

  it("binds every row with one cell by `all`", async () => {
    await adopt("--confirm", "all");
    expect(await namesOf()).toEqual(expect.arrayContaining(["CCHC_BM3_3_3_2", "CCHC_BM1_4_3"]));
    expect((await checked()).filter(({ rule }: { rule: string }) => rule === "layout.cell-missing")).toEqual(
      [],
    );
  });

  it.each([
    [
      "3/3.3.1",
      '--confirm: dòng "3/3.3.1" không phải là dòng chưa chắc. Các dòng cần xác nhận (biểu mẫu/STT): 1/4.3, 3/3.3.2.',
    ],
    [
      "3/3.3.2=BM3!D18",
      '--confirm: ô "BM3!D18" không phải là ô có thể của dòng 3/3.3.2. Chọn: --confirm "3/3.3.2=BM3!D19".',
    ],
    [
      "nhiều",
      '--confirm: dòng "nhiều" không phải là dòng chưa chắc. Các dòng cần xác nhận (biểu mẫu/STT): 1/4.3, 3/3.3.2.',
    ],
  ])("refuses to confirm %s in one line", async (confirm, line) => {
    const { code, told } = await adopt("--confirm", confirm);
    expect([code, told]).toEqual([2, [line]]);
  });

  it("asks which of several cells a row has", () => {
    const { recognition } = rowInTwoPlaces();
    expect(() => confirmedCells(recognition, ["3/3.1"])).toThrow(
      'dòng 3/3.1 có thể ở nhiều ô. Chọn một ô: --confirm "3/3.1=A!D7" hoặc --confirm "3/3.1=A!D9".',
    );
    expect(confirmedCells(recognition, ["all"])).toEqual([]);
    expect(confirmedCells(recognition, ["3/3.1=A!D9"]).map(({ address }) => address.row)).toEqual([9]);
  });
});

describe("the sheet Thông tin chung of adopted forms", () => {
  const at = temporaryFolder();
  beforeAll(async () => {
    const book = emptyWorkbook();
    const applied = await book.apply(strangersPlan());
    if (!applied.ok) throw new Error(applied.fault.message);
    await writeFile(at("own.xlsx"), await book.save());
  });
  const findings = async (path: string) => JSON.parse((await run("check", path, "--json")).out)[0].findings;

  it("is no error where it is missing, and its blank fields are not asked for one by one", async () => {
    await run("adopt", at("own.xlsx"), "--out", at("out.xlsx"));
    const told = (await findings(at("out.xlsx"))).filter(({ rule }: { rule: string }) =>
      /^(?:info|layout)\./.test(rule),
    );
    expect(told).toMatchObject([
      { rule: "layout.sheet-missing", severity: "info", sheet: "Thông tin chung" },
    ]);
  });

  it("is added with what is given, so that the next period's workbook can be made", async () => {
    await writeFile(
      at("info.json"),
      JSON.stringify({ organization: "UBND thị trấn Thanh Miện", period: "quarter-3", year: 2023 }),
    );
    const { code } = await run("adopt", at("own.xlsx"), "--out", at("with.xlsx"), "--info", at("info.json"));
    expect(code).toBe(0);
    const rules = (await findings(at("with.xlsx"))).map(({ rule }: { rule: string }) => rule);
    expect(rules).not.toContain("layout.sheet-missing");
    expect((await run("next", at("with.xlsx"), "--out", at("next.xlsx"))).code).toBe(0);
    const captured = await (await openBook(at("next.xlsx"))).capture("whole");
    if (!captured.ok) throw new Error(captured.fault.message);
    expect(captured.value.sheets.map(({ name }) => name).slice(0, 8)).toEqual([
      ...Array.from({ length: 7 }, (_zero, index) => `BM${index + 1}`),
      "Thông tin chung",
    ]);
  });

  it("is refused with the reason where the given information cannot be used", async () => {
    await writeFile(at("bad.json"), JSON.stringify({ year: "hai nghìn" }));
    const { code, told } = await run(
      "adopt",
      at("own.xlsx"),
      "--out",
      at("bad.xlsx"),
      "--info",
      at("bad.json"),
    );
    expect(code).toBe(2);
    expect(told).toHaveLength(1);
    expect(told[0]).toContain("bad.json: ");
  });

  it("is what inserting adds in an adopted workbook, and no second set of forms", async () => {
    await run("adopt", at("own.xlsx"), "--out", at("out.xlsx"));
    const host = await openBook(at("out.xlsx"));
    const opened = await open(host);
    if (!opened.ok || opened.value.kind !== "forms") throw new Error("no forms");
    const info = { organization: "UBND thị trấn Thanh Miện", superior: "", period: null, year: 2023 };
    const work = proposeInsertion(opened.value, {
      edition: opened.value.report.edition,
      info,
      tables: ["documents"],
    });
    expect(work?.plan.sheets.map(({ name }) => name)).toEqual([
      "Thông tin chung",
      "Văn bản đã ban hành",
      "Nội dung bổ sung",
    ]);
  });
});

describe("the supplementary tables of adopted forms", () => {
  const at = temporaryFolder();

  it("are bound with the forms and judged with them", async () => {
    const book = emptyWorkbook();
    const own = planReportWorkbook(edition("hai-duong-2022"), new Map(), [], [{ id: "dossiers-by-field" }]);
    const dossiers = own.sheets.find(({ name }) => name === "Hồ sơ theo lĩnh vực");
    if (dossiers === undefined) throw new Error("no table");
    const first = own.names.find(({ name }) => name === "CCHC_TBL_dossiers_by_field")?.area;
    const applied = await book.apply({
      names: [],
      sheets: [...strangersPlan().sheets, { ...dossiers, name: "PL2", conditions: [], validations: [] }],
    });
    if (!applied.ok || first === undefined) throw new Error("not made");
    const cell = (column: number) => ({ sheet: "PL2", row: first.top, column });
    const written = await book.write([
      { cell: cell(3), value: 10 },
      { cell: cell(4), value: 7 },
      { cell: cell(5), value: 2 },
      { cell: cell(6), value: 0 },
    ]);
    expect(written.ok).toBe(true);
    await writeFile(at("own.xlsx"), await book.save());
    const { told, out } = await run("adopt", at("own.xlsx"), "--out", at("out.xlsx"), "--json");
    expect(JSON.parse(out).tables).toMatchObject([{ table: "dossiers-by-field", sheet: "PL2" }]);
    expect(told.find((line) => line.includes("phụ biểu"))).toMatch(
      /^Đã ghi nhớ vị trí 1 phụ biểu: "Hồ sơ theo lĩnh vực" \(trang tính PL2, dòng \d+-\d+\)\.$/,
    );
    const [checked] = JSON.parse((await run("check", at("out.xlsx"), "--json")).out);
    expect(
      checked.findings.filter(
        ({ table, rule }: { table: string; rule: string }) =>
          table === "dossiers-by-field" && rule === "total.mismatch",
      ),
    ).toMatchObject([{ sheet: "PL2", actual: 10, expected: 9 }]);
  });
});

/** A row for which two cells come into question. */
function rowInTwoPlaces() {
  const candidate = (row: number): Binding => ({
    form: 3,
    code: "3.1",
    address: { sheet: "A", row, column: 4 },
    confidence: 0.5,
    signals: { label: "same", slips: 0, code: null, unit: true, parent: null, rows: 1 },
  });
  const recognition: Recognition = {
    edition: edition("hai-duong-2022"),
    score: 1,
    others: [],
    bindings: [],
    doubts: [{ kind: "several", form: 3, code: "3.1", candidates: [candidate(7), candidate(9)] }],
    missing: [],
    unrecognised: [],
    tables: { bound: [], doubts: [] },
    info: [],
  };
  return { recognition };
}
