import { beforeEach, describe, expect, test } from "@jest/globals";
import { createLocalExcel, type LocalExcel } from "../../../tools/local-excel/node.js";

let local: LocalExcel;
let heard: unknown[];

/** Listens as the add-in does and notes what comes, in short. */
async function listen(excel: LocalExcel, into: unknown[]): Promise<void> {
  await excel.Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.onChanged.add(async (event) => {
      into.push(["changed", event.address, event.changeType, event.source, event.triggerSource]);
    });
    worksheets.onCalculated.add(async (event) => void into.push(["calculated", event.address]));
    worksheets.onAdded.add(async (event) => void into.push(["added", event.source]));
    worksheets.onDeleted.add(async (event) => void into.push(["deleted", event.source]));
    worksheets.onActivated.add(async () => void into.push(["activated"]));
    await context.sync();
  });
}

beforeEach(async () => {
  local = await createLocalExcel();
  heard = [];
  await listen(local, heard);
});

async function hearing(act: () => unknown): Promise<unknown[]> {
  await local.settled();
  heard.length = 0;
  await act();
  await local.settled();
  return [...heard];
}

describe("what the add-in hears", () => {
  test("the officer types, pastes, deletes", async () => {
    expect(await hearing(() => local.officer.type("Sheet1", "D5", "7"))).toEqual([
      ["changed", "D5", "RangeEdited", "Local", "Unknown"],
    ]);
    expect(await hearing(() => local.officer.paste("Sheet1", "D5", [["1"], ["2"]]))).toEqual([
      ["changed", "D5:D6", "RangeEdited", "Local", "Unknown"],
    ]);
    expect(await hearing(() => local.officer.clear("Sheet1", "D5:D6"))).toEqual([
      ["changed", "D5:D6", "RangeEdited", "Local", "Unknown"],
    ]);
  });

  test("a new result of a formula is told as calculated, not as changed", async () => {
    local.officer.type("Sheet1", "A2", "=A1*2");
    expect(await hearing(() => local.officer.type("Sheet1", "A1", "4"))).toEqual([
      ["changed", "A1", "RangeEdited", "Local", "Unknown"],
      ["calculated", "A2"],
    ]);
    expect(await hearing(() => local.officer.type("Sheet1", "C9", "4"))).toHaveLength(1);
  });

  test("a co-author's edit comes as remote", async () => {
    expect(await hearing(() => local.coauthor.type("Sheet1", "D5", "7"))).toEqual([
      ["changed", "D5", "RangeEdited", "Remote", "Unknown"],
    ]);
  });

  test("its own writes are marked as its own, another pane's are not", async () => {
    const other = await createLocalExcel({ grid: local.grid });
    const write = (excel: LocalExcel) => () =>
      excel.Excel.run(async (context) => {
        context.workbook.worksheets.getItem("Sheet1").getRange("A1:B1").values = [[1, 2]];
        await context.sync();
      });
    expect(await hearing(write(local))).toEqual([
      ["changed", "A1:B1", "RangeEdited", "Local", "ThisLocalAddin"],
    ]);
    expect(await hearing(write(other))).toEqual([["changed", "A1:B1", "RangeEdited", "Local", "Unknown"]]);
  });

  test("details come with one cell only", async () => {
    const details: unknown[] = [];
    await local.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Sheet1").load("id");
      await context.sync();
      sheet.onChanged.add(async (event) => void details.push(event.details));
      await context.sync();
    });
    await hearing(() => local.officer.type("Sheet1", "A1", "3"));
    await hearing(() => local.officer.paste("Sheet1", "A1", [["1"], ["2"]]));
    expect(details).toEqual([
      { valueBefore: "", valueAfter: 3, valueTypeBefore: "Empty", valueTypeAfter: "Double" },
      undefined,
    ]);
  });

  test("rows and sheets", async () => {
    expect(await hearing(() => local.officer.insertRows("Sheet1", 3, 2))).toEqual([
      ["changed", "3:4", "RowInserted", "Local", "Unknown"],
    ]);
    expect(await hearing(() => local.officer.deleteColumns("Sheet1", "B"))).toEqual([
      ["changed", "B:B", "ColumnDeleted", "Local", "Unknown"],
    ]);
    expect(await hearing(() => local.officer.addSheet("Biểu mẫu 1"))).toEqual([["added", "Local"]]);
    expect(await hearing(() => local.officer.select("Biểu mẫu 1", "A1"))).toEqual([["activated"]]);
    expect(await hearing(() => local.officer.deleteSheet("Biểu mẫu 1"))).toEqual([
      ["deleted", "Local"],
      ["activated"],
    ]);
  });

  test("the selection", async () => {
    const seen: string[] = [];
    await local.Excel.run(async (context) => {
      context.workbook.onSelectionChanged.add(async () => void seen.push("selection"));
      await context.sync();
    });
    await hearing(() => local.officer.select("Sheet1", "B2"));
    expect(seen).toEqual(["selection"]);
    await local.Excel.run(async (context) => {
      context.workbook.worksheets.onSelectionChanged.add(async (event) => void seen.push(event.address));
      await context.sync();
    });
    await hearing(() => local.officer.select("Sheet1", "B3"));
    expect(seen).toEqual(["selection", "selection", "B3"]);
  });

  test("nothing while events are off, and again after", async () => {
    const enable = (on: boolean) =>
      local.Excel.run(async (context) => {
        context.runtime.enableEvents = on;
        await context.sync();
      });
    await enable(false);
    expect(await hearing(() => local.officer.type("Sheet1", "A1", "1"))).toEqual([]);
    await enable(true);
    expect(await hearing(() => local.officer.type("Sheet1", "A1", "2"))).toHaveLength(1);
  });

  test("nothing after the handler is taken off, nor after the pane is closed", async () => {
    const mine: unknown[] = [];
    const handler = await local.Excel.run(async (context) => {
      const added = context.workbook.worksheets.onChanged.add(async (event) => void mine.push(event.address));
      await context.sync();
      return added;
    });
    await local.Excel.run(handler.context, async (context) => {
      handler.remove();
      await context.sync();
    });
    await hearing(() => local.officer.type("Sheet1", "A1", "1"));
    expect(mine).toEqual([]);
    local.close();
    expect(await hearing(() => local.officer.type("Sheet1", "A1", "2"))).toEqual([]);
  });

  test("undo is told as a change", async () => {
    local.officer.type("Sheet1", "A1", "1");
    expect(await hearing(() => local.grid.undo())).toContainEqual([
      "changed",
      "A1",
      "RangeEdited",
      "Local",
      "Unknown",
    ]);
  });
});
