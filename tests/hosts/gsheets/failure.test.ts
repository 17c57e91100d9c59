import { describe, expect, it } from "@jest/globals";
import type { WorkbookHost } from "../../../src/hosts/port.js";
import type { WorkbookPlan } from "../../../src/workbook/plan.js";
import { Grid } from "../../../tools/grid/grid.js";
import { officer } from "../../../tools/grid/person.js";
import { SheetsBook } from "../../../tools/local-sheets/book.js";
import { formsPlan, withRowsInserted } from "../plans.js";
import { valueOfResult } from "../results.js";
import { failEachByApi, failEachByScript, stateOf } from "./each-failure.js";
import { type LocalSheets, openOverApi, openOverScript } from "./local.js";
import { wholePlan } from "./whole-plans.js";

/** How many writings inserting a plan takes. */
async function writingsOf(open: () => LocalSheets, plan: WorkbookPlan): Promise<number> {
  const local = open();
  valueOfResult(await local.host.apply(plan));
  return local.book.writings;
}

const PLAN: WorkbookPlan = { ...formsPlan(1, 3), constants: [{ name: "CCHC_EDITION", text: "tu-ky-2023" }] };

describe.each([
  ["by our server", openOverScript],
  ["by Google's API", openOverApi],
])("an insertion %s that fails", (_way, open) => {
  it("at any writing leaves nothing of ours, and works the next time", async () => {
    const writings = await writingsOf(open, PLAN);
    expect(writings).toBeGreaterThan(30);
    const local = open();
    local.officer.type("Sheet1", "B2", "Danh sách cán bộ");
    const before = stateOf(local.book);
    for (let at = 1; at <= writings; at += 1) {
      local.book.failAt = local.book.writings + at;
      const result = await local.host.apply(PLAN);
      expect([at, result.ok]).toEqual([at, false]);
      expect([at, stateOf(local.book) === before]).toEqual([at, true]);
    }
    expect(valueOfResult(await local.host.apply(PLAN)).addedSheets).toEqual(["Biểu mẫu 1", "Biểu mẫu 3"]);
  });

  it("in a spreadsheet that has some of it leaves that as it was", async () => {
    const whole = formsPlan(3);
    const local = open();
    valueOfResult(await local.host.apply({ ...whole, names: whole.names.slice(0, 2) }));
    local.officer.type("Biểu mẫu 3", "D6", "922");
    local.officer.clear("Biểu mẫu 3", "B7");
    local.officer.addSheet("Biểu mẫu 1");
    const before = stateOf(local.book);
    const first = local.book.writings;
    local.book.failAt = first + 100_000;
    const trial = open();
    valueOfResult(await trial.host.apply({ ...whole, names: whole.names.slice(0, 2) }));
    trial.officer.clear("Biểu mẫu 3", "B7");
    trial.officer.addSheet("Biểu mẫu 1");
    const start = trial.book.writings;
    valueOfResult(await trial.host.apply(PLAN));
    const writings = trial.book.writings - start;
    for (let at = 1; at <= writings; at += 1) {
      local.book.failAt = local.book.writings + at;
      expect([at, (await local.host.apply(PLAN)).ok]).toEqual([at, false]);
      expect([at, stateOf(local.book) === before]).toEqual([at, true]);
    }
  });
});

describe.each([
  ["by our server", failEachByScript, 2000],
  ["by Google's API", failEachByApi, 1500],
])("the whole workbook of an edition, every supplementary table in it, %s", (_way, failEach, least) => {
  it("failing at any writing, each tried, leaves everything as it was", () => {
    const book = new SheetsBook(new Grid());
    officer(book.grid).type("Sheet1", "B2", "Danh sách cán bộ");
    // A blank sheet of ours is filled, not added.
    officer(book.grid).addSheet("Biểu mẫu 4");
    const { writings, leftovers } = failEach(book, wholePlan("two-tier-2025"));
    expect(writings).toBeGreaterThan(least);
    expect(leftovers).toEqual([]);
    expect(book.grid.sheetNamed("Biểu mẫu 7")).not.toBeNull();
  });
});

describe("several people at once", () => {
  /** Somebody acts after our reading and before our writing. */
  function interrupted(local: LocalSheets, acts: readonly (() => void)[]): WorkbookHost {
    const left = [...acts];
    local.beforeUpdate = () => left.shift()?.();
    return local.host;
  }

  it.each([
    ["by our server", openOverScript],
    ["by Google's API", openOverApi],
  ])("a label that a colleague types meanwhile stays hers, %s", async (_way, open) => {
    const local = open();
    valueOfResult(await local.host.apply(formsPlan(3)));
    local.officer.clear("Biểu mẫu 3", "B7");
    const host = interrupted(local, [() => local.coauthor.type("Biểu mẫu 3", "B7", "Nhãn của đồng nghiệp")]);
    valueOfResult(await host.apply(formsPlan(1, 3)));
    expect(local.book.grid.sheetNamed("Biểu mẫu 3")?.content(6, 1)).toMatchObject({
      value: "Nhãn của đồng nghiệp",
    });
    expect(local.counts.update).toBe(3);
  });

  it("rows that a colleague inserts meanwhile move what is added", async () => {
    const local = openOverScript();
    valueOfResult(await local.host.apply(formsPlan(3)));
    local.officer.clear("Biểu mẫu 3", "B7");
    const host = interrupted(local, [() => local.coauthor.insertRows("Biểu mẫu 3", 1, 2)]);
    valueOfResult(await host.apply(formsPlan(3)));
    expect(local.book.grid.sheetNamed("Biểu mẫu 3")?.content(8, 1)).toMatchObject({
      value: "Trong đó: Số hồ sơ giải quyết đúng hạn",
    });
  });

  it("somebody who never stops gets the first word: nothing is written, and she is told", async () => {
    const local = openOverScript();
    let typed = 0;
    const type = () => {
      typed += 1;
      local.coauthor.type("Sheet1", "A1", `lần ${typed}`);
    };
    const host = interrupted(local, [type, type, type, type]);
    expect(await host.apply(formsPlan(3))).toMatchObject({
      ok: false,
      fault: { kind: "busy", code: "CHANGED" },
    });
    expect(local.book.grid.sheets.map(({ name }) => name)).toEqual(["Sheet1"]);
  });

  it("a colleague who inserted the same forms meanwhile is found: nothing stands twice", async () => {
    const local = openOverScript();
    const host = interrupted(local, [
      () => {
        local.coauthor.addSheet("Biểu mẫu 3");
        local.coauthor.type("Biểu mẫu 3", "A1", "Danh sách");
        local.coauthor.type("Biểu mẫu 3", "A2", "Họ và tên");
        local.coauthor.type("Biểu mẫu 3", "A3", "Nguyễn A");
      },
    ]);
    expect(await host.apply(formsPlan(3))).toMatchObject({ ok: false, fault: { kind: "name-taken" } });
    expect(local.book.grid.sheets.map(({ name }) => name)).toEqual(["Sheet1", "Biểu mẫu 3"]);
  });

  it("while another insertion holds the lock nothing is written", async () => {
    const local = openOverScript();
    local.script.lockedByOthers = true;
    expect(await local.host.apply(formsPlan(3))).toMatchObject({
      ok: false,
      fault: { kind: "busy", code: "LOCKED" },
    });
    local.script.lockedByOthers = false;
    valueOfResult(await local.host.apply(formsPlan(3)));
  });

  it("a spreadsheet with inserted rows gets the rest in its own rows", async () => {
    const local = openOverScript();
    valueOfResult(await local.host.apply(withRowsInserted(formsPlan(3), 1, 2)));
    expect(valueOfResult(await local.host.apply(formsPlan(1, 3))).addedSheets).toEqual(["Biểu mẫu 1"]);
  });

  it("a number typed after her pane last looked is not written over by a fix", async () => {
    const local = openOverScript();
    valueOfResult(await local.host.apply(formsPlan(3)));
    local.officer.type("Biểu mẫu 3", "D6", "92");
    valueOfResult(await local.host.capture());
    local.coauthor.type("Biểu mẫu 3", "D6", "922");
    const fix = { cell: { sheet: "Biểu mẫu 3", row: 6, column: 4 }, value: 93 };
    expect(await local.host.write([fix])).toMatchObject({
      ok: false,
      fault: { kind: "busy", code: "CellChanged" },
    });
    expect(local.book.grid.sheetNamed("Biểu mẫu 3")?.content(5, 3)).toMatchObject({ value: 922 });
    valueOfResult(await local.host.capture());
    valueOfResult(await local.host.write([fix]));
    expect(local.book.grid.sheetNamed("Biểu mẫu 3")?.content(5, 3)).toMatchObject({ value: 93 });
  });
});
