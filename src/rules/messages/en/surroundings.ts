import { rowName } from "../../../forms/indicators.js";
import type { Edition } from "../../../forms/schema.js";
import type { FindingPlace } from "../../finding.js";
import type { InfoFacts, LayoutFacts } from "../../kinds/surroundings.js";
import { infoWords, ownColumn, rowWords, tableSheet } from "../../place-words.js";
import type { NamesOf, SentencesOf } from "../wording.js";
import { show } from "./show.js";

/** What is said of the sheets themselves and of the report's information, in English. */
export const surroundingSentences: SentencesOf<InfoFacts & LayoutFacts> = {
  "info.missing": ({ place }) =>
    `"${infoWords(place).label}" on the sheet "Thông tin chung" is blank. Fill it in.`,
  "info.unreadable": ({ place }) =>
    `What "${infoWords(place).label}" on the sheet "Thông tin chung" says cannot be read. Choose or type it again.`,
  "info.window": ({ actual, expected, against }) =>
    against === "year"
      ? `The data run to ${actual}, which is not in the report's year ${expected}. Correct the day or the year.`
      : against === "period"
        ? `The data run to ${actual}, while this period usually closes around ${expected}. Correct the day or the period.`
        : `The data run to ${actual}, before their first day ${expected}. Correct the two days.`,
  "info.date": ({ actual, expected }) =>
    `The day of issue ${actual} is earlier than the closing day ${expected}. Check it.`,
  "layout.sheet-missing": ({ place, adopted }) => {
    const sheet = place.kind === "sheet" ? place.sheet : "";
    if (adopted && place.kind === "sheet" && place.form !== null) {
      return (
        `The workbook remembers the place of no cell of "${sheet}" yet. ` +
        "If the form stands on another sheet, recognise it again and confirm the doubtful rows; if your office does not make this form, leave it."
      );
    }
    return (
      `The sheet "${sheet}" is ${adopted ? "not in this workbook yet" : "missing"}. ` +
      'In the step "Insert forms" choose "Add what is missing"; the other sheets stay as they are.'
    );
  },
  "layout.values-beside": ({ by, found }) =>
    by === "column"
      ? `All result cells of this form are blank, while cell ${found} beside them holds a number. ` +
        "The numbers may have been pasted one column off: move them to the result column."
      : `The numbers at cell ${found} are one row off: the first or last cell is blank, and there are numbers outside the form. ` +
        "They may have been pasted wrongly: move them to their rows.",
  "layout.form-blank": ({ earlier }) =>
    `This form holds no number, while the earlier period had ${show(earlier)} cells filled. ` +
    "Fill it in; if it was cleared by mistake, undo (Ctrl+Z) or copy it from a saved file.",
  "layout.form-copied": ({ same }) =>
    `All that this form counts in the period (${show(same)} cells) is exactly as in the earlier period. ` +
    "Perhaps the old numbers are still there: check them and fill in this period's.",
  "layout.cell-missing": ({ place, sheet, adopted }, edition) =>
    adopted
      ? `The workbook does not remember the result cell of row ${quotedRow(place, edition)} yet. If the row stands on the sheet "${sheet}", ` +
        "recognise the forms again and confirm its cell; if your office's form has no such row, leave it."
      : place.kind === "table"
        ? `Column ${ownColumn(place)} of the table "${tableSheet(place.table)}" cannot be found. ` +
          "It may have been deleted or its header changed; write the header as it was."
        : `The result cell of row ${quotedRow(place, edition)} on the sheet "${sheet}" cannot be found. ` +
          'The row may have been deleted: in the step "Insert forms" choose "Add what is missing".',
  "layout.name-lost": ({ place }, edition) =>
    place.kind === "table"
      ? `The workbook no longer remembers where the table "${tableSheet(place.table)}" is; its headers tell. ` +
        "Keep the sheet's name and the header row, or insert the table again."
      : `The workbook no longer remembers the cell of row ${quotedRow(place, edition)}; its number tells. ` +
        'In the step "Insert forms" choose "Add what is missing"; the numbers stay.',
  "layout.moved": ({ found, place }, edition) =>
    `The result cell of row ${quotedRow(place, edition)} stands in the row ${foundRow(found, place, edition)}. ` +
    "Move the numbers to their own row.",
  "layout.relabelled": ({ found, place }, edition) =>
    `The label of row ${quotedRow(place, edition)} was changed to "${show(found)}". ` +
    "Check it; its number still counts for the row as printed.",
  "layout.duplicated": ({ found, place }, edition) =>
    `Row ${quotedRow(place, edition)} and row "${found}" mean one and the same cell. ` +
    "Delete the copied row, or insert the form again.",
};

/** What they find, in short. */
export const surroundingNames: NamesOf<InfoFacts & LayoutFacts> = {
  "info.missing": "Blank general information",
  "info.unreadable": "General information that cannot be read",
  "info.window": "Days of the data out of order",
  "info.date": "Day of issue out of order",
  "layout.sheet-missing": "Missing sheets",
  "layout.values-beside": "Numbers beside their cells",
  "layout.form-blank": "Blank forms",
  "layout.form-copied": "Numbers just as in the earlier period",
  "layout.cell-missing": "Cells that are gone",
  "layout.name-lost": "Cells whose place is forgotten",
  "layout.moved": "Cells that were moved",
  "layout.relabelled": "Rows with other words",
  "layout.duplicated": "Rows that stand twice",
};

/** `3.3.1 ("Số hồ sơ ...")`, as printed. */
function quotedRow(place: FindingPlace, edition: Edition): string {
  return rowWords(place, edition).replace(/ \((.*)\)$/, ' ("$1")');
}

/** The row that a cell was moved to: `numbered "3.3.9"`, or its words where it prints no STT. */
function foundRow(found: string, place: FindingPlace, edition: Edition): string {
  const name = place.kind === "indicator" ? rowName(edition, { form: place.form, code: found }) : found;
  return name === found ? `numbered "${found}"` : name;
}
