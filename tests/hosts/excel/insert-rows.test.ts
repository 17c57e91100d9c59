import { describe, expect, it } from "@jest/globals";
import { formsPlan } from "../plans.js";
import { valueOfResult } from "../results.js";
import { type LocalPane, openPane } from "./local.js";

const SHEET = "Biểu mẫu 3";

async function formPane(): Promise<LocalPane> {
  const pane = await openPane();
  valueOfResult(await pane.host.apply(formsPlan(3)));
  return pane;
}

describe("inserting rows in Excel", () => {
  it("takes two round trips and groups nothing for undo, which Excel would refuse", async () => {
    const pane = await formPane();
    const earlier = pane.runs.length;
    const inserted = () => pane.host.insertRows({ sheet: SHEET, before: 7, count: 3 });
    const { result, trips } = await pane.trips(inserted);
    expect([result.ok, trips]).toEqual([true, 2]);
    expect(pane.runs.slice(earlier).some(({ mergeUndoGroup }) => mergeUndoGroup === true)).toBe(false);
  });

  it("tells nobody of the change: who inserts captures again", async () => {
    const pane = await formPane();
    valueOfResult(await pane.host.capture());
    let told = 0;
    valueOfResult(await pane.host.onChange(() => (told += 1)));
    valueOfResult(await pane.host.insertRows({ sheet: SHEET, before: 7, count: 3 }));
    pane.timers.advance(1_000);
    await pane.excel.settled();
    expect(told).toBe(0);
  });

  it("is refused on a protected sheet, which stays as it is", async () => {
    const pane = await formPane();
    pane.excel.officer.protectSheet(SHEET);
    const before = valueOfResult(await pane.host.capture());
    expect(await pane.host.insertRows({ sheet: SHEET, before: 7, count: 3 })).toMatchObject({
      ok: false,
      fault: { kind: "protected", message: expect.stringContaining("Biểu mẫu 3") },
    });
    expect(valueOfResult(await pane.host.capture())).toEqual(before);
  });
});
