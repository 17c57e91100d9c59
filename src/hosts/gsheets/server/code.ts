/// <reference types="google-apps-script" />

import { noteEdit } from "./messages.js";
import { selfCheckLine } from "./self-check.js";

export { read, select, stamp, update } from "./messages.js";

/** What Google calls, by these names. Everything else in `Code.js` is hidden inside a function. */

const TITLE = "Báo cáo CCHC";
const PANE_FILE = "pane";

export function onOpen(): void {
  SpreadsheetApp.getUi()
    .createAddonMenu()
    .addItem("Mở bảng báo cáo", "showPane")
    .addSeparator()
    .addItem("Tự kiểm tra", "selfCheck")
    .addToUi();
}

/** After installing from a listing the spreadsheet is open already. */
export function onInstall(): void {
  onOpen();
}

/** The simple trigger: whoever types, every open pane notices at its next question. */
export function onEdit(): void {
  noteEdit();
}

export function showPane(): void {
  SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutputFromFile(PANE_FILE).setTitle(TITLE));
}

/** Runs a short contract in a scratch sheet and says in one line what differs. */
export function selfCheck(): void {
  const ui = SpreadsheetApp.getUi();
  ui.alert(`${TITLE}: tự kiểm tra`, selfCheckLine(), ui.ButtonSet.OK);
}
