import { describe, expect, it } from "@jest/globals";
import type { WorkbookChange } from "../../../src/hosts/port.js";
import { formsPlan } from "../plans.js";
import { valueOfResult } from "../results.js";
import { type LocalPane, openPane } from "./local.js";

const SHEET = "Biểu mẫu 3";

interface Watched extends LocalPane {
  readonly told: WorkbookChange[];
  readonly stop: () => Promise<void>;
  /** Lets events arrive and a pause pass. */
  readonly pause: (milliseconds?: number) => Promise<void>;
}

async function watched(excelApi = "1.15", grid?: LocalPane["excel"]["grid"]): Promise<Watched> {
  const pane = await openPane({ excelApi, ...(grid ? { grid } : {}) });
  valueOfResult(await pane.host.apply(formsPlan(1, 3)));
  valueOfResult(await pane.host.capture());
  const told: WorkbookChange[] = [];
  const stop = valueOfResult(await pane.host.onChange((change) => told.push(change)));
  const pause = async (milliseconds = 200) => {
    await pane.excel.settled();
    pane.timers.advance(milliseconds);
  };
  return { ...pane, told, stop, pause };
}

describe("what is told of changes", () => {
  it("an edit of the officer, once she pauses", async () => {
    const { excel, told, pause } = await watched();
    excel.officer.type(SHEET, "D6", "922");
    await pause(150);
    expect(told).toEqual([]);
    excel.officer.type(SHEET, "D7", "905");
    await pause(199);
    expect(told).toEqual([]);
    await pause(1);
    expect(told).toEqual([{ kind: "cells", sheets: [SHEET], source: "local" }]);
  });

  it("rows that she sorts, though Excel tells no change of cells then", async () => {
    const { excel, told, pause } = await watched();
    excel.officer.type(SHEET, "D6", "9");
    excel.officer.type(SHEET, "D7", "5");
    await pause();
    told.length = 0;
    excel.officer.sortRows(SHEET, "D6:D7", "D");
    await pause();
    expect(excel.value(SHEET, "D6")).toBe(5);
    expect(told).toEqual([{ kind: "structure" }]);
  });

  it("something every second while edits keep coming", async () => {
    const { excel, told, pause } = await watched();
    for (let edit = 0; edit < 12; edit += 1) {
      excel.officer.type(SHEET, "D6", String(edit));
      await pause(100);
    }
    expect(told).toHaveLength(1);
  });

  it("edits on two sheets, together", async () => {
    const { excel, told, pause } = await watched();
    excel.officer.type(SHEET, "D6", "922");
    excel.officer.type("Biểu mẫu 1", "D6", "5");
    await pause();
    expect(told).toEqual([{ kind: "cells", sheets: [SHEET, "Biểu mẫu 1"], source: "local" }]);
  });

  it("a co-author's edit, as remote", async () => {
    const { excel, told, pause } = await watched();
    excel.coauthor.type(SHEET, "D6", "922");
    await pause();
    excel.officer.type(SHEET, "D6", "921");
    excel.coauthor.type(SHEET, "D7", "905");
    await pause();
    expect(told.map((change) => change.kind === "cells" && change.source)).toEqual(["remote", "unknown"]);
  });

  it("another pane's write", async () => {
    const { excel, told, pause } = await watched();
    const other = await openPane({ grid: excel.grid });
    valueOfResult(await other.host.write([{ cell: { sheet: SHEET, row: 6, column: 4 }, value: 922 }]));
    await pause();
    expect(told).toEqual([{ kind: "cells", sheets: [SHEET], source: "local" }]);
  });

  it("new results of formulas that rest on other sheets", async () => {
    const { excel, told, pause } = await watched();
    excel.officer.type(SHEET, "D6", "=Sheet1!A1");
    await pause();
    excel.officer.type("Sheet1", "A1", "40");
    await pause();
    expect(told.slice(1)).toEqual([{ kind: "cells", sheets: [SHEET], source: "unknown" }]);
  });

  it("undo by the officer", async () => {
    const { excel, told, pause } = await watched();
    excel.officer.type(SHEET, "D6", "922");
    await pause();
    excel.grid.undo();
    await pause();
    expect(told).toHaveLength(2);
  });

  it.each([
    ["rows are inserted", (excel: LocalPane["excel"]) => excel.officer.insertRows(SHEET, 2)],
    ["columns are deleted", (excel: LocalPane["excel"]) => excel.officer.deleteColumns(SHEET, "C")],
    ["a sheet of ours is deleted", (excel: LocalPane["excel"]) => excel.officer.deleteSheet(SHEET)],
    ["a sheet is added", (excel: LocalPane["excel"]) => excel.officer.addSheet("Sổ tay")],
    ["a sheet is protected", (excel: LocalPane["excel"]) => excel.officer.protectSheet(SHEET)],
  ])("that the structure changed when %s", async (_what, change) => {
    const { excel, told, pause } = await watched();
    change(excel);
    await pause();
    expect(told).toEqual([{ kind: "structure" }]);
  });

  it("that the structure changed when a sheet appears that was not there at the last capture", async () => {
    const { excel, told, pause } = await watched();
    excel.officer.addSheet("Sổ tay");
    await pause();
    excel.officer.type("Sổ tay", "A1", "x");
    await pause();
    expect(told).toEqual([{ kind: "structure" }, { kind: "structure" }]);
  });
});

describe("what is not told", () => {
  it.each(["1.9", "1.15"])("our own writes (ExcelApi %s)", async (excelApi) => {
    const { excel, host, told, pause, timers } = await watched(excelApi);
    valueOfResult(await host.write([{ cell: { sheet: SHEET, row: 6, column: 4 }, value: 922 }]));
    valueOfResult(await host.apply(formsPlan(1, 3, 5)));
    await pause(2000);
    expect(told).toEqual([]);
    expect(timers.pending).toBe(0);
    // Events come through again afterwards.
    excel.officer.type(SHEET, "D6", "921");
    await pause();
    expect(told).toHaveLength(1);
  });

  it("formats", async () => {
    const { excel, told, pause } = await watched();
    await (await openPane({ grid: excel.grid })).excel.Excel.run(async (context) => {
      context.workbook.worksheets.getItem(SHEET).getRange("D6").format.fill.color = "#FF0000";
      await context.sync();
    });
    await pause();
    expect(told).toEqual([]);
  });

  it("what happens on sheets that are not ours, and where the selection is", async () => {
    const { excel, told, pause } = await watched();
    excel.officer.type("Sheet1", "A1", "x");
    excel.officer.select(SHEET, "D6");
    await pause();
    expect(told).toEqual([]);
  });
});

describe("stopping", () => {
  it("ends it, even with a change on its way; listening anew works", async () => {
    const { excel, host, told, stop, pause, timers } = await watched();
    excel.officer.type(SHEET, "D6", "922");
    await excel.settled();
    await stop();
    expect(timers.pending).toBe(0);
    excel.officer.type(SHEET, "D7", "905");
    await pause();
    expect(told).toEqual([]);

    const again: WorkbookChange[] = [];
    valueOfResult(await host.onChange((change) => again.push(change)));
    excel.officer.type(SHEET, "D7", "904");
    await pause();
    expect(again).toHaveLength(1);
    expect(told).toEqual([]);
  });

  it("does not fail when Excel is gone", async () => {
    const { excel, stop } = await watched();
    excel.host.dropSession();
    await expect(stop()).resolves.toBeUndefined();
  });
});
