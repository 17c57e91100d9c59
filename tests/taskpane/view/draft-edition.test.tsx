/** @jest-environment ./tests/environments/browser.ts */
import { File } from "node:buffer";
import { afterEach, describe, expect, it, jest } from "@jest/globals";
import { act } from "react";
import { editionFile } from "../../../src/jobs/infer.js";
import { edition } from "../../support/report-data.js";
import { openWork, type Work } from "../support/work.js";
import { enter, type Screen, showPane } from "./screen.js";

let work: Work;
let screen: Screen;

/** A table of a province's own: what it counts no edition knows. */
const TABLE = [
  ["STT", "Nội dung", "Đơn vị tính", "Kết quả"],
  ["1", "Thiết bị tại trụ sở", "", ""],
  ["1.1", "Tỷ lệ máy tính nối mạng nội bộ", "%", "75"],
  ["1.1.1", "Tổng số máy tính được trang bị", "Máy", "20"],
  ["1.1.2", "Số máy tính đã nối mạng nội bộ", "Máy", "15"],
  ["2", "Nhà văn hóa thôn, bản", "", ""],
  ["2.1", "Tổng số nhà văn hóa", "Nhà", "9"],
  ["2.1.1", "Số nhà văn hóa xây mới", "Nhà", "2"],
  ["2.1.2", "Số nhà văn hóa được tu sửa", "Nhà", "7"],
] as const;

async function show(opened: Work, mac = false): Promise<void> {
  work = opened;
  screen = await showPane({ kind: "work", session: opened.session, step: null, mac });
  await screen.until("preview");
}

async function openOwnTable(): Promise<Work> {
  const opened = await openWork();
  opened.excel.officer.addSheet("Phụ lục tỉnh");
  for (const [row, texts] of TABLE.entries()) {
    for (const [column, text] of texts.entries()) {
      const address = `${"ABCD"[column]}${row + 3}`;
      // An STT such as 1.1 stays text, as in a table pasted from Word.
      const typed = column === 0 && row > 0 ? `'${text}` : text;
      if (text !== "") opened.excel.officer.type("Phụ lục tỉnh", address, typed);
    }
  }
  return opened;
}

async function draft(mac = false): Promise<void> {
  await show(await openOwnTable(), mac);
  await screen.until("make-draft");
  await screen.press(screen.find("make-draft"));
  await screen.until("draft-counts");
  await screen.press(screen.find("toggle-draft-1"));
}

function row(code: string): HTMLElement {
  const found = screen.all("draft-row").find(({ dataset }) => dataset.row === `1/${code}`);
  if (found === undefined) throw new Error(`no row ${code}`);
  return found;
}

function select(code: string, id: "draft-kind" | "draft-relation"): HTMLElement {
  const found = row(code).querySelector<HTMLElement>(`[data-testid="${id}"]`);
  if (found === null) throw new Error(`no ${id} in row ${code}`);
  return found;
}

/** What a file of the page holds; the page in tests has no `Blob.text`. */
function read(blob: Blob | undefined): Promise<string> {
  return new Promise((done) => {
    const reader = new FileReader();
    reader.addEventListener("load", () => done(String(reader.result)));
    if (blob !== undefined) reader.readAsText(blob);
  });
}

async function takeFile(name: string, text: string): Promise<void> {
  const input = screen.find("edition-file");
  Object.defineProperty(input, "files", { configurable: true, value: [new File([text], name)] });
  Object.defineProperty(input, "value", { configurable: true, writable: true, value: "" });
  await act(async () => {
    input.dispatchEvent(new Event("change", { bubbles: true }));
  });
  await screen.settled();
}

afterEach(() => {
  jest.restoreAllMocks();
  screen.close();
  work.excel.close();
});

describe("a set of forms made from a table that no edition knows", () => {
  it("shows each row with its kind and what it follows from", async () => {
    await draft();
    expect(screen.text("draft-counts")).toMatch(/^Đọc được 1 biểu mẫu, 8 dòng/);
    expect(select("1", "draft-kind")).toHaveProperty("value", "heading");
    expect(select("1.1", "draft-kind")).toHaveProperty("value", "ratio");
    expect(select("1.1", "draft-relation").textContent).toContain("Bằng dòng 1.1.2 chia dòng 1.1.1");
    expect(select("1.1.1", "draft-kind")).toHaveProperty("value", "count");
  });

  it("is used with what she corrected, binds the cells and travels in the workbook", async () => {
    await draft();
    await enter(select("1.1", "draft-relation"), "alone");
    await enter(screen.find("draft-name"), "Biểu riêng của tỉnh A");
    await screen.press(screen.find("use-draft"));
    await screen.until("own-counts");
    expect(screen.text("own-counts")).toBe("Nhận ra 8/8 dòng.");
    await screen.press(screen.find("use-own-forms"));
    await screen.until("screen-check");
    const again = await openWork({ grid: work.excel.grid });
    await again.session.open(null);
    const { book } = again.session.state();
    if (book.kind !== "forms") throw new Error(`the workbook is ${book.kind}`);
    const { report } = book.judgement;
    expect(report.edition).toMatchObject({ id: "bieu-rieng-cua-tinh-a", name: "Biểu riêng của tỉnh A" });
    const ratio = report.edition.forms[0]?.indicators.find(({ code }) => code === "1.1");
    expect(ratio).toMatchObject({ kind: "ratio" });
    expect(ratio).not.toHaveProperty("ratio");
    expect(report.values.get("1/1.1.1")?.reading).toMatchObject({ kind: "number", value: 20 });
    again.excel.close();
  });

  it("keeps its buttons at the foot of the pane, in place of the one that inserts, until she is done", async () => {
    await draft();
    const scrolled = screen.find("draft-counts").closest("section")?.parentElement;
    expect(scrolled?.contains(screen.find("draft-name"))).toBe(true);
    for (const button of ["use-draft", "save-draft", "cancel-draft"]) {
      expect(scrolled?.contains(screen.find(button))).toBe(false);
    }
    expect(["insert", "edition", "preview"].filter((id) => screen.has(id))).toEqual([]);
    await screen.press(screen.find("cancel-draft"));
    expect(["use-draft", "save-draft", "cancel-draft"].filter((id) => screen.has(id))).toEqual([]);
    expect(["insert", "edition", "preview"].filter((id) => screen.has(id))).toHaveLength(3);
  });

  it("lists what a correction breaks and is not used until it is mended", async () => {
    await draft();
    await enter(select("1.1.1", "draft-kind"), "text");
    expect(screen.text("draft-faults")).toContain("1.1");
    expect(screen.find("use-draft")).toHaveProperty("disabled", true);
    await enter(select("1.1.1", "draft-kind"), "count");
    expect(screen.has("draft-faults")).toBe(false);
  });

  it("is saved as a file that another workbook takes", async () => {
    const blobs: Blob[] = [];
    jest.spyOn(URL, "createObjectURL").mockImplementation((blob) => {
      if (blob instanceof Blob) blobs.push(blob);
      return "blob:1";
    });
    jest.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(() => {});
    await draft();
    await screen.press(screen.find("save-draft"));
    expect(screen.text("draft-saved")).toContain("Đã lưu bo-bieu-mau-rieng.json");
    const text = await read(blobs[0]);
    screen.close();
    work.excel.close();
    await show(await openWork());
    await takeFile("bo-bieu-mau-rieng.json", text);
    expect(screen.find("edition")).toHaveProperty("value", "bo-bieu-mau-rieng");
    expect(screen.has("edition-proposed")).toBe(true);
    await screen.press(screen.find("insert"));
    await screen.until("inserted");
    const { book } = work.session.state();
    expect(book.kind === "forms" && book.judgement.report.edition.id).toBe("bo-bieu-mau-rieng");
  });

  it("cannot be saved as a file on the Mac, where Excel would drop it without a word", async () => {
    await draft(true);
    expect(screen.has("save-draft")).toBe(false);
    expect(screen.has("use-draft")).toBe(true);
  });
});

describe("an edition file", () => {
  it("with faults has every one listed with its place, and nothing is chosen", async () => {
    await show(await openWork());
    const { bytes } = editionFile(edition("tu-ky-2023"));
    const text = new TextDecoder()
      .decode(bytes)
      .replace('"numerator": "2.2"', '"numerator": "2.9"')
      .replace('"kind": "count"', '"kind": "counted"');
    await takeFile("sai.json", text);
    expect(screen.text("edition-faults")).toMatch(/^Tệp sai\.json có \d+ chỗ sai nên chưa dùng được:/);
    expect(screen.find("edition-faults").querySelectorAll("li").length).toBeGreaterThan(0);
    expect(screen.find("edition")).toHaveProperty("value", "tu-ky-2023");
  });

  it("that is no JSON is told so", async () => {
    await show(await openWork());
    await takeFile("anh.json", "PNG");
    expect(screen.text("edition-faults")).toContain("không phải tệp JSON");
  });
});
