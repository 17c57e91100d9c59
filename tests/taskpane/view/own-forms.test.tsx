/** @jest-environment ./tests/environments/browser.ts */
import { afterEach, describe, expect, it } from "@jest/globals";
import { planReportWorkbook } from "../../../src/workbook/planning/plan-workbook.js";
import type { WorkbookSnapshot } from "../../../src/workbook/snapshot.js";
import { edition } from "../../support/report-data.js";
import { provincesForms } from "../support/own-forms.js";
import { openWork, type Work } from "../support/work.js";
import { enter, type Screen, showPane } from "./screen.js";

let work: Work;
let screen: Screen;

async function show(opened: Work): Promise<void> {
  work = opened;
  screen = await showPane({ kind: "work", session: opened.session, step: null, mac: false });
  await screen.until("preview");
}

async function openProvincesForms(change?: Parameters<typeof provincesForms>[0]): Promise<Work> {
  const opened = await openWork();
  const applied = await opened.host.apply(provincesForms(change));
  if (!applied.ok) throw new Error(applied.fault.message);
  return opened;
}

async function cells(): Promise<WorkbookSnapshot["sheets"]> {
  const captured = await work.host.capture("whole");
  if (!captured.ok) throw new Error(captured.fault.message);
  return captured.value.sheets;
}

afterEach(() => {
  screen.close();
  work.excel.close();
});

describe("forms that nobody inserted for her", () => {
  it("are offered with the edition that they are of and how much was recognised", async () => {
    await show(await openProvincesForms());
    await screen.until("own-forms");
    expect(screen.text("own-forms")).toContain("Tệp này có sẵn biểu mẫu");
    expect(screen.find("own-edition")).toHaveProperty("value", "hai-duong-2022");
    expect(screen.text("own-counts")).toBe("Nhận ra 115/115 dòng.");
  });

  it("are told with the supplementary tables beside them, those in doubt with the reason, each a way to its place", async () => {
    const opened = await openProvincesForms();
    const wanted = [{ id: "documents" }, { id: "satisfaction" }];
    const plan = planReportWorkbook(edition("hai-duong-2022"), new Map(), [], wanted);
    const sheets = plan.sheets.filter(({ name }) => /Văn bản|hài lòng/.test(name));
    expect(sheets).toHaveLength(2);
    const hers = sheets.map((sheet, at) => ({
      ...sheet,
      name: `PB${at + 1}`,
      validations: [],
      conditions: [],
      // Without its title it may be one of two lists.
      cells: sheet.cells.map((cell) =>
        at === 0 && cell.content.kind === "text" && cell.content.text.startsWith("Danh mục văn bản")
          ? { ...cell, content: { kind: "text" as const, text: "Danh mục" } }
          : cell,
      ),
    }));
    const applied = await opened.host.apply({ names: [], sheets: hers });
    expect(applied.ok).toBe(true);
    await show(opened);
    await screen.until("own-forms");
    await screen.press(screen.find("toggle-tables-found"));
    expect(screen.text("group-tables-found")).toContain("trang tính PB2");
    await screen.press(screen.find("toggle-tables-doubtful"));
    const doubt = screen.text("group-tables-doubtful");
    expect(doubt).toContain("Trang tính PB1");
    expect(doubt).toContain("bảng này có thể là phụ biểu");
    const link = screen.find("group-tables-doubtful").querySelector<HTMLElement>('[data-testid="own-place"]');
    if (link !== null) await screen.press(link);
    expect(work.cursor()).toMatch(/^PB1!A/);
  });

  it("become hers with one button that changes no cell, and are checked at once", async () => {
    await show(await openProvincesForms());
    await screen.until("own-forms");
    const before = await cells();
    await screen.press(screen.find("use-own-forms"));
    await screen.until("mend-list");
    expect(await cells()).toEqual(before);
    const found = screen.all("finding").find((row) => row.dataset.rule === "total.mismatch");
    expect(found?.dataset.sheet).toBe("BM3");
    if (found !== undefined) await screen.press(found);
    expect(work.cursor()).toBe("BM3!D10");
  });

  it("are followed from then on", async () => {
    await show(await openProvincesForms());
    await screen.until("own-forms");
    await screen.press(screen.find("use-own-forms"));
    await screen.until("screen-check");
    const again = await openWork({ grid: work.excel.grid });
    await again.session.open(null);
    const { book } = again.session.state();
    expect(book.kind === "forms" && book.judgement.report.edition.id).toBe("hai-duong-2022");
    expect(book.kind === "forms" && book.judgement.report.values.get("3/1.4")?.reading).toMatchObject({
      kind: "number",
      value: 139,
    });
    again.excel.close();
  });

  it("list rows that are not of the edition; choosing one goes there", async () => {
    const opened = await openProvincesForms();
    opened.excel.officer.insertRows("BM1", 8);
    opened.excel.officer.type("BM1", "B8", "Số cuộc họp giao ban của Ủy ban nhân dân");
    await show(opened);
    await screen.until("own-forms");
    await screen.press(screen.find("toggle-unrecognised"));
    const [place] = screen.all("own-place");
    expect(place?.textContent).toContain("BM1, dòng 8: Số cuộc họp giao ban");
    if (place !== undefined) await screen.press(place);
    expect(work.cursor()).toBe("BM1!A8");
  });

  it("leave a doubtful row out until she chooses its cell", async () => {
    const opened = await openProvincesForms();
    opened.excel.officer.insertRows("BM3", 11);
    for (const column of ["A", "B", "C"]) {
      opened.excel.officer.type("BM3", `${column}11`, String(opened.excel.value("BM3", `${column}10`)));
    }
    await show(opened);
    await screen.until("own-forms");
    expect(screen.text("own-counts")).toMatch(/^Nhận ra 11\d\/115 dòng, \d+ chỗ chưa chắc\.$/);
    await screen.press(screen.find("toggle-doubts"));
    const choice = screen
      .all("own-choice")
      .find((select) => select.textContent?.includes("Dùng ô D10, trang tính BM3"));
    const option = [...(choice?.querySelectorAll("option") ?? [])].find(({ textContent }) =>
      textContent?.includes("D10"),
    );
    if (choice === undefined || option === undefined) throw new Error(screen.text("own-forms"));
    await enter(choice, option.value);
    await screen.press(screen.find("use-own-forms"));
    await screen.until("screen-check");
    const { book } = work.session.state();
    const value = book.kind === "forms" ? book.judgement.report.values.get("3/1.4") : undefined;
    expect(value?.address).toMatchObject({ sheet: "BM3", row: 10, column: 4 });
  });

  it("are not guessed at: where nothing is recognised it says what was looked for and where", async () => {
    const opened = await openWork();
    opened.excel.officer.addSheet("Danh sách quà");
    opened.excel.officer.type("Danh sách quà", "A1", "Họ và tên");
    await show(opened);
    await screen.until("nothing-recognised");
    expect(screen.text("nothing-recognised")).toContain(
      "bảng có các cột STT, chỉ tiêu, đơn vị tính, kết quả",
    );
    expect(screen.text("nothing-recognised")).toContain("Danh sách quà");
    expect(screen.find("insert")).toHaveProperty("disabled", false);
  });

  it("are looked for in a workbook that holds something, not in a blank one", async () => {
    await show(await openWork());
    await screen.settled();
    expect(screen.has("own-forms") || screen.has("nothing-recognised")).toBe(false);
  });
});
