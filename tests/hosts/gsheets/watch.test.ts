import { describe, expect, it } from "@jest/globals";
import { ACTIVE_FOR, ACTIVE_PAUSE, IDLE_PAUSE } from "../../../src/hosts/gsheets/watch.js";
import type { CellAddress } from "../../../src/values/address.js";
import { formsPlan } from "../plans.js";
import { cellOf, valueOfResult } from "../results.js";
import { openOverScript } from "./local.js";

/** Lets answers that are due arrive. */
const answers = async () => {
  for (let turn = 0; turn < 50; turn += 1) await Promise.resolve();
};

/** A pane that has read a spreadsheet with form 3 and follows it. */
async function watching() {
  const local = openOverScript();
  valueOfResult(await local.host.apply(formsPlan(3)));
  valueOfResult(await local.host.capture());
  const told: string[] = [];
  const stop = valueOfResult(await local.host.onChange(({ kind }) => told.push(kind)));
  const pass = async (milliseconds: number) => {
    for (let passed = 0; passed < milliseconds; passed += 500) {
      local.timers.advance(500);
      await answers();
    }
  };
  const stamps = async (work: () => Promise<void>) => {
    const before = local.counts.stamp;
    await work();
    return local.counts.stamp - before;
  };
  return { ...local, told, stop, pass, stamps };
}

describe("following a spreadsheet that tells nothing", () => {
  it("notices what somebody types at the next question, three seconds at most", async () => {
    const pane = await watching();
    pane.officer.type("Biểu mẫu 3", "D6", "922");
    await pane.pass(ACTIVE_PAUSE - 500);
    expect(pane.told).toEqual([]);
    await pane.pass(500);
    expect(pane.told).toEqual(["cells"]);
    expect(pane.counts.read).toBe(2);
  });

  it.each<[string, (pane: Awaited<ReturnType<typeof watching>>) => void]>([
    ["a colleague types", ({ coauthor }) => coauthor.type("Biểu mẫu 3", "D6", "922")],
    ["a sheet is added", ({ coauthor }) => coauthor.addSheet("Danh sách")],
    ["a sheet is renamed", ({ coauthor }) => coauthor.renameSheet("Biểu mẫu 3", "TTHC")],
    ["a sheet is hidden", ({ coauthor }) => coauthor.setVisibility("Biểu mẫu 3", "Hidden")],
    ["a sheet is deleted", ({ coauthor }) => coauthor.deleteSheet("Biểu mẫu 3")],
    ["rows are inserted", ({ coauthor }) => coauthor.insertRows("Biểu mẫu 3", 5)],
    ["rows are deleted", ({ coauthor }) => coauthor.deleteRows("Biểu mẫu 3", 7)],
  ])("notices that %s", async (_what, act) => {
    const pane = await watching();
    act(pane);
    await pane.pass(ACTIVE_PAUSE);
    expect(pane.told).toEqual(["cells"]);
  });

  it("reads only after a change: nothing new is one cheap question", async () => {
    const pane = await watching();
    const reads = pane.counts.read;
    expect(await pane.stamps(() => pane.pass(30_000))).toBe(10);
    expect([pane.told, pane.counts.read]).toEqual([[], reads]);
  });

  it("asks seldom once nobody has done anything for two minutes, and often again after a touch", async () => {
    const pane = await watching();
    await pane.pass(ACTIVE_FOR);
    expect(await pane.stamps(() => pane.pass(IDLE_PAUSE * 3))).toBe(3);
    pane.touch();
    expect(await pane.stamps(() => pane.pass(ACTIVE_PAUSE * 3))).toBe(3);
  });

  it("asks nothing while the pane is hidden, and at once when it is seen again", async () => {
    const pane = await watching();
    pane.show(false);
    pane.coauthor.type("Biểu mẫu 3", "D6", "922");
    expect(await pane.stamps(() => pane.pass(60_000))).toBe(0);
    pane.show(true);
    await answers();
    expect(pane.told).toEqual(["cells"]);
  });

  it("reads nothing for an answer that comes when the pane is hidden already, and tells it when it is seen again", async () => {
    const pane = await watching();
    pane.coauthor.type("Biểu mẫu 3", "D6", "922");
    pane.timers.advance(ACTIVE_PAUSE);
    pane.show(false);
    await answers();
    expect(pane.told).toEqual([]);
    pane.show(true);
    await answers();
    expect(pane.told).toEqual(["cells"]);
  });

  it("does not take its own writing for news, and tells other panes of it", async () => {
    const pane = await watching();
    const cell = { sheet: "Biểu mẫu 3", row: 6, column: 4 };
    const before = pane.script.call("stamp").version;
    valueOfResult(await pane.host.write([{ cell, value: 922 }]));
    expect(pane.script.call("stamp").version).not.toBe(before);
    await pane.pass(10_000);
    expect(pane.told).toEqual([]);
    expect(cellOf(valueOfResult(await pane.host.capture()), "Biểu mẫu 3", 6, 4).value).toBe(922);
  });

  it("misses nothing between the first reading and the first question", async () => {
    const local = openOverScript();
    valueOfResult(await local.host.capture());
    local.coauthor.addSheet("Biểu mẫu 3");
    const told: string[] = [];
    valueOfResult(await local.host.onChange(({ kind }) => told.push(kind)));
    local.timers.advance(ACTIVE_PAUSE);
    await answers();
    expect(told).toEqual(["cells"]);
  });

  it("stops for good", async () => {
    const pane = await watching();
    await pane.stop();
    await pane.stop();
    pane.coauthor.type("Biểu mẫu 3", "D6", "922");
    pane.show(true);
    expect(await pane.stamps(() => pane.pass(60_000))).toBe(0);
    expect(pane.timers.pending).toBe(0);
  });

  it("tells where the cursor goes with the same question, three seconds later at most", async () => {
    const pane = await watching();
    const cells: CellAddress[] = [];
    const stop = valueOfResult(await pane.host.onSelect((cell) => cells.push(cell)));
    expect(cells).toEqual([{ sheet: "Sheet1", row: 1, column: 1 }]);
    pane.officer.select("Biểu mẫu 3", "D6");
    expect(await pane.stamps(() => pane.pass(ACTIVE_PAUSE))).toBe(1);
    expect(cells.slice(1)).toEqual([{ sheet: "Biểu mẫu 3", row: 6, column: 4 }]);
    expect(await pane.stamps(() => pane.pass(ACTIVE_PAUSE * 2))).toBe(2);
    expect([cells.length, pane.told, pane.counts.read]).toEqual([2, [], 2]);
    await stop();
    pane.officer.select("Biểu mẫu 3", "D7");
    await pane.pass(ACTIVE_PAUSE);
    expect(cells).toHaveLength(2);
  });

  it("takes a moving cursor for work that goes on", async () => {
    const pane = await watching();
    valueOfResult(await pane.host.onSelect(() => undefined));
    await pane.pass(ACTIVE_FOR - ACTIVE_PAUSE);
    pane.officer.select("Biểu mẫu 3", "D6");
    await pane.pass(ACTIVE_PAUSE * 2);
    expect(await pane.stamps(() => pane.pass(30_000))).toBe(10);
  });

  it("does not go back to the cell from which a finding led away", async () => {
    const pane = await watching();
    const cells: CellAddress[] = [];
    valueOfResult(await pane.host.onSelect((cell) => cells.push(cell)));
    // The question is on its way when she clicks the finding.
    pane.timers.advance(ACTIVE_PAUSE);
    valueOfResult(await pane.host.select({ sheet: "Biểu mẫu 3", row: 7, column: 4 }));
    await answers();
    expect(cells.at(-1)).toEqual({ sheet: "Biểu mẫu 3", row: 7, column: 4 });
    await pane.pass(ACTIVE_PAUSE);
    expect(cells).toHaveLength(2);
  });

  it("keeps a change that came before anybody listened to changes", async () => {
    const local = openOverScript();
    valueOfResult(await local.host.capture());
    local.coauthor.addSheet("Biểu mẫu 3");
    valueOfResult(await local.host.onSelect(() => undefined));
    const told: string[] = [];
    valueOfResult(await local.host.onChange(({ kind }) => told.push(kind)));
    local.timers.advance(ACTIVE_PAUSE);
    await answers();
    expect(told).toEqual(["cells"]);
  });

  it("goes without a cursor where Google tells none", async () => {
    const pane = await watching();
    pane.book.cursorRefused = true;
    const cells: CellAddress[] = [];
    valueOfResult(await pane.host.onSelect((cell) => cells.push(cell)));
    pane.officer.type("Biểu mẫu 3", "D6", "922");
    await pane.pass(ACTIVE_PAUSE);
    expect([cells, pane.told]).toEqual([[], ["cells"]]);
  });

  it("shows what a plan would add from what was read, while nothing has changed", async () => {
    const pane = await watching();
    const reads = pane.counts.read;
    expect(valueOfResult(await pane.host.inspect(formsPlan(1, 3))).addedSheets).toEqual(["Biểu mẫu 1"]);
    expect(pane.counts.read).toBe(reads);
    pane.coauthor.addSheet("Biểu mẫu 1");
    pane.coauthor.type("Biểu mẫu 1", "A1", "Danh sách");
    const { obstacle } = valueOfResult(await pane.host.inspect(formsPlan(1, 3)));
    expect(obstacle).toMatchObject({ kind: "name-taken" });
    expect(pane.counts.read).toBe(reads + 1);
  });
});
