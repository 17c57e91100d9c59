import { expect, it } from "@jest/globals";
import type { WorkbookChange } from "../../../src/hosts/port.js";
import { valueOfResult } from "../results.js";
import { type LocalPane, openPane } from "./local.js";
import { reportPlan } from "./report.js";

/** A round trip is what an officer on a slow line waits for; each count below is exact. */

const SHEETS = [
  "Thông tin chung",
  ...[1, 2, 3, 4, 5, 6, 7].map((form) => `Biểu mẫu ${form}`),
  "Nội dung bổ sung",
];

async function reportPane(): Promise<LocalPane> {
  const pane = await openPane();
  valueOfResult(await pane.host.apply(reportPlan()));
  return pane;
}

it("the whole report is inserted in two, look and write, and one for the print set-up of each sheet", async () => {
  const pane = await openPane();
  const plan = reportPlan();
  const { result, trips } = await pane.trips(() => pane.host.apply(plan));
  expect(valueOfResult(result)).toEqual({
    addedSheets: SHEETS,
    keptSheets: [],
    addedNames: plan.names.map(({ name }) => name),
    unsetPages: [],
  });
  expect(trips).toBe(2 + SHEETS.length);
});

it("inserting it again takes one: there is nothing to write", async () => {
  const pane = await reportPane();
  const { result, trips } = await pane.trips(() => pane.host.apply(reportPlan()));
  expect(valueOfResult(result)).toEqual({
    addedSheets: [],
    keptSheets: SHEETS,
    addedNames: [],
    unsetPages: [],
  });
  expect(trips).toBe(1);
});

it("saying beforehand what would be inserted takes one", async () => {
  const pane = await openPane();
  const { result, trips } = await pane.trips(() => pane.host.inspect(reportPlan()));
  expect(valueOfResult(result)).toMatchObject({ addedSheets: SHEETS, keptSheets: [], obstacle: null });
  expect(trips).toBe(1);
  expect(pane.excel.grid.sheets.map(({ name }) => name)).toEqual(["Sheet1"]);
});

it("a capture takes one, from the first on", async () => {
  const first = await reportPane();
  // A pane that was opened later and remembers nothing.
  const second = await openPane({ grid: first.excel.grid });
  for (const pane of [first, second, second]) {
    const { result, trips } = await pane.trips(() => pane.host.capture());
    expect(valueOfResult(result).sheets.map(({ name }) => name)).toEqual(SHEETS);
    expect(trips).toBe(1);
  }
});

it("a sheet that was renamed before the pane was opened costs one more, once", async () => {
  const first = await reportPane();
  first.excel.officer.renameSheet("Biểu mẫu 3", "TTHC");
  const pane = await openPane({ grid: first.excel.grid });
  const counts = [];
  for (let time = 0; time < 3; time += 1) counts.push((await pane.trips(() => pane.host.capture())).trips);
  expect(counts).toEqual([2, 1, 1]);
});

it("a sheet that is renamed while the pane is open costs nothing", async () => {
  const pane = await reportPane();
  await pane.host.capture();
  pane.excel.officer.renameSheet("Biểu mẫu 3", "TTHC");
  const { result, trips } = await pane.trips(() => pane.host.capture());
  expect(valueOfResult(result).sheets.map(({ name }) => name)).toContain("TTHC");
  expect(trips).toBe(1);
});

it("from an edit to the new snapshot it takes one", async () => {
  const pane = await reportPane();
  await pane.host.capture();
  const told: WorkbookChange[] = [];
  valueOfResult(await pane.host.onChange((change) => told.push(change)));
  const { result, trips } = await pane.trips(async () => {
    pane.excel.officer.type("Biểu mẫu 3", "D9", "922");
    await pane.excel.settled();
    pane.timers.advance(200);
    return pane.host.capture();
  });
  expect(told).toEqual([{ kind: "cells", sheets: ["Biểu mẫu 3"], source: "local" }]);
  const sheet = valueOfResult(result).sheets.find(({ name }) => name === "Biểu mẫu 3");
  expect(sheet?.values[8]?.[3]).toBe(922);
  expect(trips).toBe(1);
});

it("listening takes one, stopping one, selecting and writing two each", async () => {
  const pane = await reportPane();
  const cell = { sheet: "Biểu mẫu 3", row: 9, column: 4 };
  const listening = await pane.trips(() => pane.host.onChange(() => undefined));
  expect(listening.trips).toBe(1);
  expect((await pane.trips(() => pane.host.select(cell))).trips).toBe(2);
  expect((await pane.trips(() => pane.host.write([{ cell, value: 922 }]))).trips).toBe(2);
  expect((await pane.trips(valueOfResult(listening.result))).trips).toBe(1);
});

it("no request comes near the 5 MB that Excel on the web takes", async () => {
  const pane = await openPane();
  const sizes: number[] = [];
  const process = pane.excel.host.process.bind(pane.excel.host);
  pane.excel.host.process = async (batch, flags) => {
    sizes.push(JSON.stringify(batch).length);
    const delivery = await process(batch, flags);
    sizes.push(JSON.stringify(delivery).length);
    return delivery;
  };
  await pane.host.apply(reportPlan());
  await pane.host.capture();
  expect(sizes).toHaveLength(2 * (2 + SHEETS.length + 1));
  expect(Math.max(...sizes)).toBeLessThan(1_000_000);
});

it("nothing is kept alive in Excel", async () => {
  const pane = await reportPane();
  await pane.host.capture();
  await pane.excel.settled();
  expect(pane.excel.host.keptObjects).toBe(0);
});
