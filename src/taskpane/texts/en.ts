import type { PeriodId } from "../../forms/schema.js";
import type { HostFault, PlanFeature } from "../../hosts/port.js";
import { english } from "../../jobs/english.js";
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

const PERIODS: Readonly<Record<PeriodId, string>> = {
  "quarter-1": "Quarter I",
  "half-year": "First six months",
  "quarter-3": "Quarter III",
  year: "Whole year",
  "multi-year": "Several years",
};

/** Those that do not keep their capital within a sentence. */
const WITHIN: Partial<Readonly<Record<PeriodId, string>>> = {
  "half-year": "the first six months of",
  year: "the whole year",
};

/** Hosts tell in Vietnamese which cell and which sheet; English says what to do. */
const FAULTS: Readonly<Record<HostFault["kind"], string>> = {
  "cell-being-edited": "A cell is being edited. Press Enter or Esc in the sheet, then try again.",
  protected:
    "A sheet or the workbook is protected, so nothing was written. Remove the protection (Review tab), then try again.",
  "read-only": "The workbook is open for reading only. Save it under another name (F12), then try again.",
  "session-lost":
    "The connection to the workbook is lost. Close and reopen this pane; what you typed is safe in the workbook.",
  "not-found":
    "A sheet or cell that is needed cannot be found. Choose Check again to read the workbook anew.",
  "name-taken":
    "A sheet or name of this workbook has the name of one of ours. Rename it, then try again; nothing was written.",
  "too-large":
    "There are more cells than can be read or written in one go. Clear what is not needed, then try again.",
  unsupported: "This program cannot do that.",
  busy: "The program is busy. Wait a moment, then try again.",
  unknown: "The program refused. Try again; if it happens again, tell whoever helps you the code below.",
};

/** The pane in English. What the forms print and the report stay Vietnamese. */
export const en: Texts = {
  language: "en-GB",
  wording: english,
  other: { language: "vi", short: "VI", label: "Tiếng Việt" },
  period: (id) => PERIODS[id],
  periodOfYear: (id, year) => `${WITHIN[id] ?? PERIODS[id]} ${year}`,
  fault: ({ kind }) => FAULTS[kind],
  steps: { insert: "Insert forms", check: "Check", report: "Report" },
  stepsLabel: "Steps of the report",
  opening: "Reading the workbook…",
  lacks: (features) => `Google Sheets has no ${features.map((feature) => LACKS[feature]).join("; no ")}.`,
  loadingStep: "Opening…",
  dismiss: "Dismiss",
  code: (code) => `Error code: ${code}`,
  programTrouble:
    "A part of the program could not be loaded. Check the network and try again; if it still fails, close and reopen this pane. Your figures are safe in the workbook.",
  unexpected:
    "Something unexpected went wrong with this workbook. Press Check again; if it keeps failing, close and reopen the pane.",
  reload: "Reload",
  retry: "Try again",
  help: { open: "Help for this step", close: "Close help" },
  unmet: {
    check: "Nothing to check yet: this workbook has no forms. Insert them in this step first.",
    report: "No report yet: this workbook has no forms. Insert them in this step, fill them in, then export.",
  },
  insert: {
    title: "Insert forms",
    intro: "This workbook has no forms yet. Fill in the fields below, then choose Insert forms.",
    edition: "Set of forms",
    source: (type, number, day, issuer) => `By "${type}" ${number} of ${day}, "${issuer}".`,
    proposed: "Proposed",
    proposedNote: "Proposed: no authority has issued this set",
    proposedMeans: "Ask your superior before reporting with it.",
    organization: "Reporting office",
    organizationHint: (district) => `Example: ${district ? "UBND xã Phượng Kỳ" : "UBND xã Vĩnh Linh"}`,
    superior: "Superior",
    superiorHint: (district) => `Example: ${district ? "UBND huyện Tứ Kỳ" : "UBND tỉnh Quảng Trị"}`,
    period: "Period",
    year: "Year",
    yearFault: "Enter a year of four digits, for example 2023.",
    rest: 'The rest (signer, recipients, number…) is filled in later on the sheet "Thông tin chung".',
    blank: "blank",
    editOnSheet: 'Edit on the sheet "Thông tin chung"',
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
    unsetPages: (sheets) =>
      `Excel or the printer did not take the paper of ${plural(sheets.length, "sheet")}. Before printing, choose A4 under Page Layout.`,
    named: (count) => `Named ${plural(count, "cell")} again.`,
    next: 'Next: fill in the sheet "Thông tin chung", then the forms. This pane checks as you type.',
    blankSheet: (sheet) => `Sheet ${sheet} is blank and not needed.`,
    removeSheet: (sheet) => `Remove ${sheet}`,
    removedSheet: (sheet) => `Sheet ${sheet} was removed.`,
    toInfo: 'Go to "Thông tin chung"',
    toCheck: "Go to Check",
    fromFile: "Use a set of forms from a file…",
    fileFaults: (file, count) => `${file} has ${plural(count, "fault")} and cannot be used:`,
    foreign: (edition, damaged) =>
      damaged
        ? `The set of forms that this workbook carries ("${edition}") is damaged and cannot be read. Choose the .json file of this set again in the step "Insert forms", open an earlier copy of the workbook, or ask for help.`
        : `This workbook names the set of forms "${edition}" on the sheet "Thông tin chung", which this version does not have. If your office was sent the .json file of that set, choose it in the step "Insert forms"; otherwise ask for an update.`,
    foreignFits: "The rows of this workbook are those of",
    useFitting: "Use this set of forms",
    foreignUnfit:
      "The set of forms in that file has other rows than this workbook and cannot be used. Nothing has changed; choose another file.",
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
      'This workbook does not tell its period. Enter Kỳ báo cáo and Năm on the sheet "Thông tin chung", then try again.',
    will: (from, to) => `This workbook is that of ${from}; it will become that of ${to}:`,
    cleared: (done, cells, notes) =>
      `${done ? "Cleared" : "Will clear"} ${plural(cells, "figure")}${notes > 0 ? `, ${plural(notes, "note")}` : ""}, number and date of the report.`,
    restored: (done, cells) =>
      `${done ? "Put" : "Will put"} the formula back into ${plural(cells, "cell")} that had been overwritten.`,
    clearedTables: (done, sheets) => `${done ? "Cleared" : "Will clear"} the tables: ${sheets}.`,
    carriedTables: (sheets) => `Kept to go on within the year: ${sheets}.`,
    kept: 'All else stays: the rest of "Thông tin chung", your own text on "Nội dung bổ sung", other sheets.',
    earlier: (done, from, sheet) =>
      `The figures of ${from} ${done ? "now stand" : "will stand"} on the sheet ${sheet}, for comparison.`,
    window: (from, to) => `The new period's figures run from ${from} to ${to}.`,
    ownWindow:
      'This follows your own closing day; change it on "Thông tin chung" where your superior sets another.',
    closed: (sheets) =>
      `Protected: ${sheets.join(", ")}. On the tab Review choose Unprotect Sheet for each, then choose “Unprotected now”. Nothing has been written.`,
    opened: "Unprotected now",
    keep: {
      "save-as": {
        first: "First save this file under another name.",
        how: "Press F12, or File > Save As, and name it for the new period, so that this period's file stays as it is. This step cannot be undone (Ctrl+Z).",
        done: "I have saved it under another name",
      },
      copy: {
        first: "Make a copy of this period first.",
        how: "Choose File > Make a copy and name it for this period. The copy keeps the figures; the open spreadsheet becomes the new period's. This step cannot be undone (Ctrl+Z).",
        done: "I have made a copy",
      },
    },
    go: (to) => `Turn into ${to}`,
    cancel: "Cancel",
    working: "Turning to the next period…",
    done: (to) => `This workbook is now that of ${to}.`,
    broken:
      "The change stopped midway and some figures are cleared. Close this file without saving and open the one saved before.",
    half: 'Nothing was cleared; this period\'s figures were only copied to the sheet "Kỳ trước". Mend what is said above, then try again.',
    review: "Please look at",
    texts: (count) =>
      `Your own text in ${plural(count, "section")} on "Nội dung bổ sung": it is still the earlier period's.`,
    formulas: "Cells that keep a formula of their own: see where it takes its figures from.",
    lost: "Rows whose cell is not certain, so that nothing was cleared there: clear old figures by hand.",
    lostInfo: (labels) => `Information without a cell on "Thông tin chung"; write it by hand: ${labels}.`,
    row: (form, row) => `Form ${form}, row ${row}`,
  },
  adopt: {
    found: "This workbook has forms already",
    edition: "They look like",
    counts: (bound, rows, doubts) =>
      `Recognised ${bound} of ${rows} rows${doubts > 0 ? `; ${plural(doubts, "doubt")}` : ""}.`,
    tie: (editions) => `These sets of forms fit equally well; choose yours: ${editions}.`,
    doubts: (count) => `Doubtful: ${count}`,
    tables: (count) => `Supplementary tables recognised: ${count}`,
    doubtfulTables: (count) => `Doubtful supplementary tables: ${count}`,
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
      reading: "Reading…",
      waiting: "Press Enter",
      behind: "Not up to date",
      lost: "Disconnected",
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
    pause: "Pause",
    resume: "Resume",
    again: "Check again",
    classes: { error: "errors", warning: "to review", missing: "blank", info: "notes" },
    filter: "Following, and one kind only",
    listLabel: "What there is to do, in the order in which to mend it",
    group: (name, count) => `${name}: ${count}`,
    isNew: "new",
    onlyNew: (count) => `new ${count}`,
    since: (day, still, fixed) => `since the check of ${day}: ${still} still there, ${fixed} fixed`,
    subjects: "One form only",
    allSubjects: "All forms",
    subjectCount: (subject, count) => `${subject} (${count})`,
    why: "Why?",
    swap: (change) => `Swap ${change}`,
    move: (change) => `Move ${change}`,
    propose: (change) => `Change ${change}`,
    printCheck: "Make the check sheet",
    printedCheck: (sheet, beside) =>
      beside
        ? `Made the sheet "${sheet}". Somebody has written on the one before, so it stays.`
        : `Made the sheet "${sheet}" to print and sign. The next check is compared with it.`,
    toCell: (cell) => `Go to ${cell}`,
    toFirst: (cell) => `Go to the first (${cell})`,
    fixTo: (value) => `Change to ${value}`,
    fixFormula: (value) => `Put the formula back (${value})`,
    fixAll: (count) => `Mend all ${count}…`,
    fixNow: (count) => `Mend ${count}`,
    change: (sheet, cell, from, to) => `${sheet}, cell ${cell}: ${from} → ${to}`,
    andOthers: (count) => `and ${count} more`,
    mended: (count) => `${plural(count, "cell")} mended.`,
    undo: "Undo",
    explain: "Confirm (with a reason)…",
    reason: "Reason to keep it",
    reasonOutdated: (reason) => `Confirmed before (${reason}), but the numbers have changed: look again.`,
    confirm: "Confirm",
    confirmed: (count) => `Confirmed: ${count}`,
    unconfirm: "Take back",
    cancel: "Cancel",
    progress: (filled, required) => `${filled}/${required} filled`,
    mark: (count) => `Mark ${plural(count, "cell")} on the sheets`,
    markAgain: (count) => `Mark ${plural(count, "cell")} again`,
    unmark: "Take the marks off",
    toReport: "Go to Report",
    announced: (counts) => `Checked: ${listed(counts)}.`,
    general: "General information",
    form: (number) => `Form ${number}`,
    allFine: "No errors left and everything is filled in.",
    allFineHint: "You can go on to the report.",
    row: (code) => `Row ${code}`,
    cell: (cell) => `cell ${cell}`,
    goTo: (sheet, cell) => `Go to cell ${cell}, sheet ${sheet}`,
    noForms: "This workbook has no forms yet. Insert them first; then they can be checked and reported.",
    toInsert: "Go to Insert forms",
  },
  cell: {
    none: "No cell selected",
    open: "About the selected cell",
    back: "List",
    title: (cell, sheet) => `Cell ${cell}, ${sheet}`,
    other: "This is no result cell of the forms. Select one to see what its row asks for.",
    spans: {
      period: "of this period alone",
      cumulative: "since the year began",
      moment: "at the moment of reporting",
    },
    madeFrom: "Numbers that belong to it",
    as: { numerator: "numerator", denominator: "denominator", part: "part", whole: "within" },
    part: (as, code, value) => `${as}: row ${code} = ${value}`,
    share: (percent) => `${percent} %`,
    earlier: (value) => `Earlier period: ${value}`,
    lastYear: (value) => `Same period last year: ${value}`,
    compared: (before, now) => `Earlier period ${before}, now ${now}`,
    rules: "Rules",
    about: (form, code) => (form === null ? `Row ${code}: ` : `Form ${form}, row ${code}: `),
    states: { fails: "broken", holds: "holds", unchecked: "not yet checkable" },
    told: "The report will say",
    readTold: "Read it in the report",
    value: "Result",
    write: "Write",
    keys: "Enter: write, go to the next blank cell. ↓ and ↑: write, go to the row below or above.",
    writeAndNext: "Write, go to next",
    next: "Next blank cell",
  },
  report: {
    title: "Report",
    loading: "Writing the report…",
    counts: (counts) => `The figures still have: ${listed(counts)}.`,
    countsHint: "While there are errors the export is a draft.",
    sinceSigned: (signed, count) =>
      `${plural(count, "figure")} changed since the report was signed (${signed}).`,
    views: {
      read: "Read",
      missing: "Blank",
      doubtful: "In error",
      suggestions: "Suggestions",
      declined: "Left out",
      own: "Own words",
    },
    ownHint:
      "Numbers in your office's own words. Joined to a cell, a number follows it in the report; otherwise it stays as you wrote it.",
    ownNone: "No number in your own words needs a look.",
    ownUnread: (count) =>
      `${plural(count, "part")} copied from the earlier period and still marked [Chưa rà soát]: read again, change, then delete the mark.`,
    ownStale: (was, now) => `The cell still says “${was}”, the report prints “${now}”.`,
    ownUpdate: (count) => `Write ${plural(count, "line")} into the cells`,
    ownAsk: (mention, source, says) =>
      `Your words say ${mention}, but ${source} says ${says}. Which is right?`,
    ownTextTo: (says) => `Change the words to ${says}`,
    ownCellTo: (cell, mention) => `Change cell ${cell} to ${mention}`,
    ownBoth: "Both are right",
    ownLink: (source, says) => `Join to ${source}: ${says}`,
    ownNoCell: "No cell has it",
    ownHistory: "Of an earlier period",
    ownStates: {
      linked: "Joined to a cell",
      asked: "A number of the words alone",
      history: "Of an earlier period, stays",
    },
    ownForget: "Ask again",
    listFull: "The list of confirmations is full. Delete old rows on that sheet, then try again.",
    ownMoved: "The words or the cell have just changed. Look again, then choose once more.",
    outline: "Written by the outline",
    outlineFile: "Use an outline from a file…",
    outlineTooLong:
      "The outline has more than 8,000 characters. Take a given one by from and write only what differs.",
    outlineOther: (file, base) =>
      `${file} is made from the outline ${base}, which is not for this set of forms.`,
    outlineNone: "The outline kept in the workbook does not fit this set of forms. Choose one below.",
    viewsLabel: "Read the report, and the sentences to decide on",
    wide: "See page by page",
    wideWords: {
      title: "CCHC report, page by page",
      hint: "Choose a number to go to its cell. Pages may break a little differently in Word.",
      previous: "Previous page",
      next: "Next page",
      page: "Page",
      toCell: "To cell",
    },
    toSection: "Go to section…",
    toldBy: (cell, count) => `${cell}: ${plural(count, "place")}`,
    paragraph: "Paragraph of the report",
    decline: "Leave this sentence out",
    declineOne: (words) => `Leave out “${words}”`,
    writeMore: "Write more in this section",
    editOwn: "Edit this text",
    accept: "Put into the report",
    restore: "Put back into the report",
    doubtfulHint:
      "These sentences rest on cells in error: in a draft they are marked. Mend the cell, or choose “Confirm (with a reason)…” in the step Check.",
    suggestionsHint: "Judgements drawn from the figures. Choose “Put into the report” for those you want.",
    declinedHint: "Sentences left out of the report. Choose “Put back into the report” to use one again.",
    draftAsk: (errors) => `The figures still have ${plural(errors, "error")}, so the export is a draft:`,
    draftPages: "every page says DỰ THẢO (draft); no signer is named;",
    draftMarked: (count) => `${plural(count, "sentence")} on cells in error marked, with the reason.`,
    draftLeftOut: (count) => `${plural(count, "sentence")} on cells in error left out.`,
    draftClean: "Leave out the sentences on cells in error",
    exportDraft: "Export the draft",
    toErrors: "See the errors",
    cancel: "Cancel",
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
    missingHint: "A sentence without its figures is left out. Choose a place to fill it in.",
    missingRow: (form, code, label) => `Form ${form}, row ${code}: ${label}`,
    missingText: "To be written:",
    empty: "(nothing yet)",
    own: "Own text",
    factGoTo: (text, sheet, cell) => `${text}: go to cell ${cell}, sheet ${sheet}`,
  },
  surroundings: {
    waiting: "Opening the pane…",
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
    ...(warning > 0 ? [`${warning} to review`] : []),
    ...(missing > 0 ? [`${missing} blank`] : []),
  ];
  return parts.length === 0 ? "no errors" : parts.join(", ");
}
