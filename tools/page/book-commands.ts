import { OFFICER } from "../grid/events.js";
import { Fault } from "../grid/fault.js";
import type { Grid } from "../grid/grid.js";
import { protectSheet, unprotectSheet } from "../grid/sheets.js";
import { openXlsx } from "../grid-files/read.js";
import { writeXlsx } from "../grid-files/write.js";
import type { Button } from "./buttons.js";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** The buttons for the workbook itself: new, open, save, undo, redo. */
export function bookButtons(grid: Grid, tell: (message: string) => void): readonly Button[] {
  return [
    { id: "book.new", label: "Sổ mới", tip: "Bỏ sổ đang mở, bắt đầu sổ trắng", press: () => startNew(grid) },
    { id: "book.open", label: "Mở tệp…", tip: "Mở một tệp .xlsx", press: () => void chooseFile(grid, tell) },
    {
      id: "book.save",
      label: "Lưu tệp",
      tip: "Tải sổ đang mở về máy thành tệp .xlsx",
      press: () => void save(grid),
    },
    {
      id: "book.undo",
      label: "Hoàn tác",
      tip: "Ctrl+Z",
      press: () => {
        if (!grid.undo())
          tell("Không còn gì để hoàn tác. Phần bổ trợ ghi vào sổ sẽ xóa danh sách hoàn tác, như Excel.");
      },
    },
    { id: "book.redo", label: "Làm lại", tip: "Ctrl+Y", press: () => void grid.redo() },
    {
      id: "book.protect",
      label: "Bảo vệ trang tính",
      tip: "Bật hoặc tắt bảo vệ trang tính đang mở (không mật khẩu)",
      press: () => toggleProtection(grid, tell),
    },
  ];
}

function toggleProtection(grid: Grid, tell: (message: string) => void): void {
  const sheet = grid.activeSheet;
  try {
    grid.act(OFFICER, () => (sheet.protection ? unprotectSheet(grid, sheet) : protectSheet(grid, sheet)));
    tell(`Trang tính ${sheet.name} ${sheet.protection ? "đang được bảo vệ" : "không còn được bảo vệ"}.`);
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    tell(`Trang tính ${sheet.name} có mật khẩu bảo vệ, hoặc sổ chỉ mở để đọc.`);
  }
}

function startNew(grid: Grid): void {
  grid.act(OFFICER, () => {
    grid.name = "Sổ1.xlsx";
    grid.title = "";
    grid.replaceWith([grid.newSheet("Sheet1")], []);
  });
}

async function chooseFile(grid: Grid, tell: (message: string) => void): Promise<void> {
  const input = Object.assign(document.createElement("input"), { type: "file", accept: ".xlsx" });
  input.addEventListener("change", () => {
    const [file] = input.files ?? [];
    if (file) void open(grid, file, tell);
  });
  input.click();
}

async function open(grid: Grid, file: File, tell: (message: string) => void): Promise<void> {
  try {
    await openXlsx(grid, new Uint8Array(await file.arrayBuffer()), file.name);
  } catch (error) {
    console.warn(error);
    tell(`Không mở được ${file.name}: tệp hỏng hoặc không phải tệp .xlsx.`);
  }
}

async function save(grid: Grid): Promise<void> {
  const bytes = await writeXlsx(grid);
  const url = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: XLSX }));
  const link = Object.assign(document.createElement("a"), { href: url, download: grid.name });
  link.click();
  URL.revokeObjectURL(url);
}
