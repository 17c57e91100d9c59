import { readFile } from "node:fs/promises";
import type { FrameLocator, Locator, Page } from "playwright-core";
import { a1 } from "../../src/values/address.js";
import { valueCell } from "../../src/workbook/layout/form-layout.js";
import { part } from "../document/zip.js";
import { edition, thanhMienData } from "../support/report-data.js";

/** The path of an officer with quarter III of Thanh Miện, whichever program her workbook is open in. */
const haiDuong = edition("hai-duong-2022");

/** What is asked before inserting. */
export const THANH_MIEN_INFO = {
  organization: "UBND thị trấn Thanh Miện",
  superior: "UBND huyện Thanh Miện",
  period: "quarter-3",
  year: "2023",
} as const;

/** The sheets of a workbook that began with an empty one. */
export const THANH_MIEN_SHEETS = [
  "Sheet1",
  "Thông tin chung",
  ...[1, 2, 3, 4, 5, 6, 7].map((form) => `Biểu mẫu ${form}`),
  "Nội dung bổ sung",
] as const;

/** Text that the officer types into a cell. */
export interface Typing {
  readonly sheet: string;
  readonly cell: string;
  readonly text: string;
}

/** Where a row's value stands on its sheet. */
export function place(form: number, code: string): Pick<Typing, "sheet" | "cell"> {
  const found = haiDuong.forms.find((candidate) => candidate.number === form);
  if (found === undefined) throw new Error(`no form ${form}`);
  const address = valueCell(haiDuong, found, code);
  return { sheet: address.sheet, cell: a1(address) };
}

/** The numbers as printed, three mistakes in them. */
export const THANH_MIEN: readonly Typing[] = Object.entries(thanhMienData.forms).flatMap(([form, rows]) =>
  Object.entries(rows).map(([code, value]) => ({ ...place(Number(form), code), text: String(value) })),
);

/** Fills the fields of the first step and inserts, once the pane says that it will add all forms. */
export async function insertThanhMien(pane: FrameLocator): Promise<void> {
  await pane.getByTestId("edition").selectOption("hai-duong-2022");
  await pane.getByTestId("organization").fill(THANH_MIEN_INFO.organization);
  await pane.getByTestId("superior").fill(THANH_MIEN_INFO.superior);
  await pane.getByTestId("period").selectOption(THANH_MIEN_INFO.period);
  await pane.getByTestId("year").fill(THANH_MIEN_INFO.year);
  await pane.getByTestId("preview").getByText("Sẽ thêm 9 trang tính").waitFor();
  await pane.getByTestId("insert").click();
  await pane.getByTestId("inserted").waitFor();
}

/** The row of a finding in the pane. */
export function findingIn(pane: FrameLocator, rule: string, cell: string): Locator {
  return pane.locator(`[data-testid=finding][data-rule="${rule}"][data-cell="${cell}"]`);
}

/** Waits until the pane counts so many findings of a kind. */
export async function untilCount(pane: FrameLocator, name: string, wanted: number): Promise<void> {
  await pane.locator(`[data-testid=count-${name}]`, { hasText: new RegExp(`^${wanted}(?!\\d)`) }).waitFor();
}

/** The Word file that a press gives: its name, and its text with and without markup. */
export async function wordFile(
  page: Page,
  press: () => Promise<void>,
): Promise<{ readonly name: string; readonly xml: string; readonly text: string }> {
  const [download] = await Promise.all([page.waitForEvent("download"), press()]);
  const xml = part(new Uint8Array(await readFile(await download.path())), "word/document.xml");
  return { name: download.suggestedFilename(), xml, text: xml.replace(/<[^>]+>/g, "") };
}
