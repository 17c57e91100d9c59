import type { PlanFeature } from "../../hosts/port.js";
import type { Counts } from "../../jobs/group-findings.js";
import type { Texts } from "./texts.js";

const plural = (count: number, one: string, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;

/** What Google Sheets does not know of a plan, and what becomes of it. */
const LACKS: Readonly<Record<PlanFeature, string>> = {
  "hidden-names":
    "hidden names (those that begin with CCHC_ stand under Data > Named ranges; please keep them)",
  "justified-text": "justified text (it is aligned left)",
  "print-setup": "print set-up by program (choose A4 when you print)",
};

/** The pane in English. Findings, forms and the report stay Vietnamese. */
export const en: Texts = {
  language: "en-GB",
  steps: { insert: "Insert forms", check: "Check", report: "Report" },
  stepsLabel: "Steps of the report",
  opening: "Reading the workbook…",
  lacks: (features) => `Google Sheets has no ${features.map((feature) => LACKS[feature]).join("; no ")}.`,
  dismiss: "Dismiss",
  code: (code) => `Error code: ${code}`,
  programTrouble:
    "A part of the program could not be loaded. Check the network, then close and reopen this pane. Your figures are safe in the workbook.",
  reload: "Reload",
  retry: "Try again",
  insert: {
    title: "Insert forms",
    intro: "This workbook has no forms yet. Fill in the fields below, then choose Insert forms.",
    edition: "Set of forms",
    source: (type, number, day, issuer) => `By ${type} ${number} of ${day}, ${issuer}.`,
    proposed: "Proposed",
    proposedNote: "Proposed: no authority has issued this set",
    proposedMeans: "Ask your superior before reporting with it.",
    organization: "Reporting office",
    organizationHint: "For example: UBND xã Phượng Kỳ",
    superior: "Superior",
    superiorHint: "For example: UBND huyện Tứ Kỳ",
    period: "Period",
    year: "Year",
    yearFault: "Enter a year of four digits, for example 2023.",
    rest: "The rest (signer, recipients, number…) is filled in later on the sheet Thông tin chung.",
    blank: "blank",
    editOnSheet: "Edit on the sheet Thông tin chung",
    preparing: "Looking at what this workbook needs…",
    willAdd: (count) => `Will add ${plural(count, "sheet")}:`,
    alreadyThere: (count) => `Already there, left as they are (${count}):`,
    willName: (count) => `Will name ${plural(count, "cell")} again.`,
    kept: "Other sheets and everything typed stay as they are.",
    nothingToAdd: "This workbook has all the forms; nothing to insert.",
    willFill: (count) => `Will fill in ${plural(count, "blank cell")} of the printed forms again.`,
    lost: (count) => `${plural(count, "row")} cannot be found again; see Check.`,
    insert: "Insert forms",
    addMissing: "Add what is missing",
    insertAgain: "Insert again",
    inserting: "Inserting the forms…",
    insertingHint: "This may take half a minute on a slow computer. Please do not type until it is done.",
    added: (count) => `Added ${plural(count, "sheet")}.`,
    addedNothing: "All forms are there already; nothing was added and nothing you typed has changed.",
    named: (count) => `Named ${plural(count, "cell")} again.`,
    next: "Next: fill in the sheet Thông tin chung, then the forms. This pane checks as you type.",
    toInfo: "Go to Thông tin chung",
    toCheck: "Go to Check",
    fromFile: "Use a set of forms from a file…",
    fileFaults: (file, count) => `${file} has ${plural(count, "fault")} and cannot be used:`,
    foreign: (edition) =>
      `This workbook uses the set of forms "${edition}", which this version does not have. If its code on the sheet Thông tin chung was changed by mistake, put it back; otherwise ask for an update.`,
  },
  tables: {
    title: "Supplementary tables (optional)",
    hint: "Each is a sheet for details; its totals go to the forms that need them.",
    there: "there",
    add: "Add the tables ticked",
  },
  next: {
    open: "Turn this workbook into the next period's",
    title: "Next period",
    period: "New period",
    unknown:
      "This workbook does not tell its period. Enter Kỳ báo cáo and Năm on the sheet Thông tin chung, then try again.",
    will: (from, to) => `This workbook is that of ${from}; it will become that of ${to}:`,
    cleared: (done, cells, notes) =>
      `${done ? "Cleared" : "Will clear"} ${plural(cells, "figure")}${notes > 0 ? `, ${plural(notes, "note")}` : ""}, number and date of the report.`,
    restored: (done, cells) =>
      `${done ? "Put" : "Will put"} the formula back into ${plural(cells, "cell")} that had been overwritten.`,
    clearedTables: (done, sheets) => `${done ? "Cleared" : "Will clear"} the tables: ${sheets}.`,
    carriedTables: (sheets) => `Kept to go on within the year: ${sheets}.`,
    kept: "All else stays: the rest of Thông tin chung, your own text on Nội dung bổ sung, other sheets.",
    earlier: (done, from, sheet) =>
      `The figures of ${from} ${done ? "now stand" : "will stand"} on the sheet ${sheet}, for comparison.`,
    window: (from, to) => `The new period's figures run from ${from} to ${to}.`,
    ownWindow:
      "This follows your own closing day; change it on Thông tin chung where your superior sets another.",
    saveFirst: "First save this file under another name.",
    saveHow:
      "Press F12, or File > Save As, and name it for the new period, so that this period's file stays as it is. This step cannot be undone (Ctrl+Z).",
    saved: "I have saved it under another name",
    go: (to) => `Turn into ${to}`,
    cancel: "Leave as it is",
    working: "Turning to the next period…",
    done: (to) => `This workbook is now that of ${to}.`,
    broken:
      "The change stopped midway and some figures are cleared. Close this file without saving and open the one saved before.",
    half: "Nothing was cleared; this period's figures were only copied to the sheet Kỳ trước. Mend what is said above, then try again.",
    review: "Please look at",
    texts: (count) =>
      `Your own text in ${plural(count, "section")} on Nội dung bổ sung: it is still the earlier period's.`,
    formulas: "Cells that keep a formula of their own: see where it takes its figures from.",
    lost: "Rows whose cell is not certain, so that nothing was cleared there: clear old figures by hand.",
    lostInfo: (labels) => `Information without a cell on Thông tin chung; write it by hand: ${labels}.`,
    row: (form, row) => `Form ${form}, row ${row}`,
  },
  adopt: {
    found: "This workbook has forms already",
    edition: "They look like",
    counts: (bound, rows, doubts) =>
      `Recognised ${bound} of ${rows} rows${doubts > 0 ? `; ${plural(doubts, "doubt")}` : ""}.`,
    tie: (editions) => `These sets of forms fit equally well; choose yours: ${editions}.`,
    doubts: (count) => `Doubtful: ${count}`,
    unrecognised: (count) => `Rows that are not of this set: ${count}`,
    missing: (count) => `Rows of the set not found in the workbook: ${count}`,
    notBound: "Leave this row out",
    bindTo: (cell, sheet) => `Use cell ${cell}, sheet ${sheet}`,
    choose: "This row's cell",
    row: (sheet, row, label) => `${sheet}, row ${row}: ${label}`,
    missingRow: (form, row, label) => `Form ${form}, row ${row}: ${label}`,
    means:
      "The program only gives hidden names to the cells with figures, to check them and write the report; nothing that can be seen changes.",
    nothingSure: "No row is certain enough. Mend what is said above, then choose Recognise again.",
    use: "Use these forms",
    again: "Recognise again",
    orInsert: "To do without the forms that are there: fill in the fields below, then choose Insert forms.",
    nothing: (sheets, tables) =>
      `Looked for forms (tables with STT, indicator, unit and result) in ${plural(sheets.length, "sheet")}: ${
        tables === 0 ? "none found." : `${plural(tables, "table")}, whose rows fit no set of forms.`
      }`,
  },
  draft: {
    open: "Make a set of forms from these tables",
    title: "A set of forms from these tables",
    intro: (forms, rows, doubts) =>
      `Read ${plural(forms, "form")}, ${plural(rows, "row")}${doubts > 0 ? `, ${doubts} doubtful` : ""}. Look through each form and correct what is not so.`,
    name: "Name of the set",
    defaultName: "Bộ biểu mẫu riêng",
    kind: "Kind",
    kinds: {
      heading: "Group row, no figure",
      count: "Count",
      money: "Money",
      ratio: "Per cent",
      choice: "One of several levels",
      text: "Text",
    },
    relation: "Checked against",
    ratio: (numerator, denominator) => `Row ${numerator} over row ${denominator}`,
    reduction: (from, to) => `Reduction from row ${from} to row ${to}`,
    sum: (codes) => `Sum of rows ${codes}`,
    atLeast: (codes) => `At least the sum of rows ${codes}`,
    within: (code) => `At most row ${code}`,
    alone: "No other row",
    doubtful: (reasons) => `Doubtful: ${reasons}.`,
    form: (number, title, doubts) => `Form ${number}. ${title}${doubts > 0 ? ` (${doubts} doubtful)` : ""}`,
    faults: (count) => `${plural(count, "fault")} to mend before it can be used:`,
    use: "Use this set of forms",
    save: "Save as a file",
    saved: (file) => `Saved ${file} in your Downloads folder. Elsewhere, open it under Set of forms.`,
    proposal: "This set is your office's own: no authority has issued it.",
    cancel: "Cancel",
  },
  check: {
    title: "Check figures",
    watching: {
      live: "Following",
      reading: "Checking…",
      waiting: "Press Enter",
      behind: "Not up to date",
      lost: "Connection lost",
      paused: "Paused",
      off: "Not following",
    },
    watchingHint: {
      live: "Figures are checked as you type.",
      reading: "Checking what was just edited.",
      waiting: "A cell is being edited. Press Enter to have the new figure checked.",
      behind: "The last edit could not be read; trying again. The list below may be old.",
      lost: "The list below is from the last check. Trying to connect again.",
      paused: "Edits made now are not checked yet.",
      off: "Choose “Check again” after editing.",
    },
    checkedAt: (time) => `checked at ${time}`,
    checking: "Checking…",
    pause: "Pause",
    resume: "Resume",
    again: "Check again",
    classes: { error: "Errors", warning: "Warnings", missing: "Blank", info: "Notes" },
    filter: "Show one kind only",
    showAll: "Show all",
    announced: (counts) => `Checked: ${listed(counts)}.`,
    general: "General information",
    form: (number) => `Form ${number}`,
    filled: (filled, required) => `${filled}/${required} filled`,
    fine: "No errors",
    noneOfClass: "Nothing of this kind.",
    allFine: "No errors left and everything is filled in.",
    allFineHint: "You can go on to the report.",
    more: {
      missing: (count) => `${count} still blank`,
      info: (count) => plural(count, "note"),
    },
    row: (code) => `Row ${code}`,
    cell: (cell) => `cell ${cell}`,
    goTo: (sheet, cell) => `Go to cell ${cell}, sheet ${sheet}`,
    noForms: "This workbook has no forms to check yet.",
    toInsert: "Go to Insert forms",
  },
  report: {
    title: "Report",
    loading: "Writing the report…",
    counts: (counts) => `The figures still have: ${listed(counts)}.`,
    countsHint: "You can export all the same, but mend the errors before signing.",
    export: "Export to Word",
    exporting: "Exporting…",
    copy: "Copy",
    saved: (file) => `Saved ${file}. Look in your Downloads folder.`,
    copied: "Copied. Open Word and press Ctrl+V.",
    copySelected:
      "Excel does not allow copying by itself. The text is selected: press Ctrl+C, then paste into Word.",
    copyFailed: "Could not copy. Choose Export to Word, or select the text below and press Ctrl+C.",
    exportFailed: "The Word file could not be saved. Choose Copy, then paste into Word.",
    macHint:
      "Excel on the Mac does not let this pane save files. Choose Copy, open Word and press Command+V.",
    missingTitle: (count) => `Missing in ${plural(count, "section")}`,
    missingHint: "A sentence without its figures is left out. Choose a place to fill it in.",
    missingRow: (form, code, label) => `Form ${form}, row ${code}: ${label}`,
    missingText: "To be written:",
    preview: "Preview",
    previewHint: "Choose a number to go to its cell.",
    empty: "(nothing yet)",
    own: "Own text",
    factGoTo: (text, sheet, cell) => `${text}: go to cell ${cell}, sheet ${sheet}`,
  },
  surroundings: {
    waiting: "Connecting to Excel…",
    noOffice: {
      title: "Not connected to Excel",
      what: "This pane needs a file from Microsoft (office.js) that could not be loaded. Usually the network is down or blocks it.",
      steps: [
        "Check the network: try to open any web page.",
        "If the network works, ask your administrator to allow appsforoffice.microsoft.com.",
        "Choose Try again. Your figures are safe in the workbook.",
      ],
    },
    notExcel: {
      title: "Please open this pane in Excel",
      what: "This page belongs beside a workbook and does nothing by itself in a browser.",
      steps: ["Open the report's workbook in Excel.", "On the tab CCHC report choose Open pane."],
    },
    tooOld: {
      title: "This Excel is too old",
      what: "The program needs Excel 2021 or later, Microsoft 365 or Excel on the web.",
      steps: [
        "Ask your administrator to update Office.",
        "Or open the workbook elsewhere, or in Excel on the web.",
      ],
    },
    crashed: {
      title: "This pane has failed",
      what: "Your figures are safe in the workbook: this pane keeps none of its own.",
      steps: ["Choose Reload.", "If it fails again, send a picture of this screen to whoever supports you."],
    },
  },
};

function listed({ error, warning, missing }: Counts): string {
  const parts = [
    ...(error > 0 ? [plural(error, "error")] : []),
    ...(warning > 0 ? [plural(warning, "warning")] : []),
    ...(missing > 0 ? [`${missing} blank`] : []),
  ];
  return parts.length === 0 ? "no errors" : parts.join(", ");
}
