import type { Edition } from "../forms/schema.js";
import { INFO_SHEET } from "../forms/sheet-names.js";
import { confirmationOf } from "../rules/confirm.js";
import type { Finding } from "../rules/finding.js";
import { vietnamese } from "../rules/messages/vi/wording.js";
import type { Wording } from "../rules/messages/wording.js";
import { suggestion } from "../rules/suggest.js";
import { a1 } from "../values/address.js";
import type { Judgement } from "./check.js";
import { type Defect, defectsOf } from "./defects.js";
import type { Counts, FindingClass } from "./group-findings.js";
import { type MendItem, mendList, toldCounts } from "./mending.js";
import { type SinceLast, sinceOf } from "./since.js";
import { nameOfRule, placeOf, sentenceOf } from "./tell-finding.js";

export { confirmationOf };

/** One line of a list of findings, in words. */
export interface FindingLine {
  readonly name: FindingClass;
  /** `Biểu mẫu 3`, `Hồ sơ theo lĩnh vực` */
  readonly sheet: string;
  /** `D10`, or of many cells the first few; empty where there is no cell. */
  readonly cells: string;
  /** `dòng 1.4`; empty for many. */
  readonly place: string;
  readonly told: string;
  /** Null where no earlier check is known. */
  readonly status: "new" | "still" | null;
}

/** A finding that somebody explained. */
interface ConfirmedLine {
  readonly where: string;
  readonly sheet: string;
  readonly cells: string;
  /** `dòng 1.4` */
  readonly place: string;
  readonly told: string;
  readonly reason: string;
}

/** All that is told of a judged report, in the order in which to mend it. */
export interface FindingLines {
  readonly lines: readonly FindingLine[];
  /** How many are told of each class: a defect once. */
  readonly counts: Counts;
  readonly confirmed: readonly ConfirmedLine[];
  /** What has become of the findings since the last printed check; null where there was none. */
  readonly since: SinceLast | null;
}

/** So many cells of equal findings are named. */
const CELLS_NAMED = 5;

/**
 * A judged report for a reader: each defect once with what may be meant, equal ones together, what was
 * confirmed apart, and what is new since the last printed check.
 *
 * @param defects of the same judgement (`defectsOf`)
 */
export function findingLines(
  judgement: Judgement,
  defects: readonly Defect[],
  wording: Wording = vietnamese,
): FindingLines {
  const { report, findings } = judgement;
  const since = sinceOf(judgement);
  const list = mendList(judgement, defects);
  const { items, confirmed } = list;
  const status = (told: readonly Finding[]): FindingLine["status"] =>
    since === null ? null : told.some((finding) => since.isNew.has(finding)) ? "new" : "still";
  const explained = new Set(confirmed);
  return {
    lines: items.map((item) => lineOf(item, report.edition, status, wording)),
    counts: toldCounts(list),
    confirmed: findings
      .filter((finding) => explained.has(finding))
      .map((finding) => ({
        where: whereOf(finding, report.edition, wording),
        ...partsOf(finding, report.edition, wording),
        told: sentenceOf(finding, report.edition, wording),
        reason: confirmationOf(finding, report)?.reason ?? "",
      })),
    since,
  };
}

/** How many findings are told of a judged report: a defect once, equal ones each. */
export function countTold(judgement: Judgement): Counts {
  return toldCounts(mendList(judgement, defectsOf(judgement)));
}

/**
 * What is told with the finding of a defect, for the place where that one stands: the first few with their
 * sentences, the others by their places.
 */
export function sameCauseLines(
  { also }: Defect,
  edition: Edition,
  wording: Wording = vietnamese,
): readonly string[] {
  const { lists } = wording;
  const place = (finding: Finding) => whereOf(finding, edition, wording);
  const first = also.slice(0, CELLS_NAMED);
  const rest = also.slice(CELLS_NAMED);
  const told = first.map((finding) => `${place(finding)}: ${sentenceOf(finding, edition, wording)}`);
  const named = [...new Set(rest.map(place))];
  const others = lists.places(named.slice(0, CELLS_NAMED), Math.max(0, named.length - CELLS_NAMED));
  return [...told, ...(rest.length === 0 ? [] : [others])].map(lists.sameCause);
}

/** `Biểu mẫu 3, dòng 1.4, ô D10` */
function whereOf(finding: Finding, edition: Edition, wording: Wording): string {
  const { sheet, place, cells } = partsOf(finding, edition, wording);
  return [sheet, place, cells === "" ? "" : wording.places.cell(cells)]
    .filter((part) => part !== "")
    .join(", ");
}

function lineOf(
  item: MendItem,
  edition: Edition,
  status: (told: readonly Finding[]) => FindingLine["status"],
  wording: Wording,
): FindingLine {
  const { lists, places } = wording;
  if (item.kind === "finding") {
    const { finding, defect, name } = item;
    const also = defect?.also ?? [];
    const own = whereOf(finding, edition, wording);
    const elsewhere = new Set(also.map((other) => whereOf(other, edition, wording)));
    elsewhere.delete(own);
    const named = [...elsewhere].slice(0, CELLS_NAMED);
    const parts = [
      sentenceOf(finding, edition, wording),
      defect === null ? "" : suggestion(defect, edition, wording),
      named.length === 0 ? "" : `(${lists.sameCause(lists.places(named, elsewhere.size - named.length))}.)`,
    ];
    return {
      name,
      ...partsOf(finding, edition, wording),
      told: parts.filter((part) => part !== "").join(" "),
      status: status([finding, ...also]),
    };
  }
  const { findings, rule, name } = item;
  const parts = findings.map((finding) => partsOf(finding, edition, wording));
  const cells = parts.map((part) => part.cells).filter((part) => part !== "");
  const sheets = [...new Set(parts.map(({ sheet }) => sheet))];
  const [first] = findings;
  const sentence = first === undefined ? "" : sentenceOf(first, edition, wording);
  const equal = findings.every((finding) => sentenceOf(finding, edition, wording) === sentence);
  const oneSheet = sheets.length === 1;
  const [cell] = cells;
  const where = [...(oneSheet ? [] : sheets.slice(0, 1)), ...(cell === undefined ? [] : [places.cell(cell)])];
  const example = where.length === 0 ? sentence : lists.example(where.join(", "), sentence);
  return {
    name,
    sheet: sheetsText(sheets),
    cells: oneSheet ? lists.cells(cells.slice(0, CELLS_NAMED), Math.max(0, cells.length - CELLS_NAMED)) : "",
    place: "",
    told: equal
      ? lists.equal(findings.length, sentence)
      : lists.group(nameOfRule(rule, wording), findings.length, example),
    status: status(findings),
  };
}

/** `Biểu mẫu 1, 2, 5, Văn bản đã ban hành`: of sheets that differ by a number only, the number. */
function sheetsText(sheets: readonly string[]): string {
  const nameOf = (sheet: string) => /^(.+ )\d+$/.exec(sheet)?.[1] ?? null;
  return sheets
    .map((sheet, i) => {
      const name = nameOf(sheet);
      return name !== null && name === nameOf(sheets[i - 1] ?? "") ? sheet.slice(name.length) : sheet;
    })
    .join(", ");
}

function partsOf(
  { place: at }: Finding,
  edition: Edition,
  wording: Wording,
): Pick<FindingLine, "sheet" | "cells" | "place"> {
  const { places } = wording;
  const told = placeOf(at, edition, "", wording);
  const cells = told.address === null ? "" : a1(told.address);
  switch (told.kind) {
    case "row":
      return { sheet: told.sheet, cells, place: places.row(told.name, null) };
    case "info":
      return { sheet: INFO_SHEET, cells, place: `"${told.label}"` };
    case "sheet":
      return { sheet: told.sheet, cells, place: "" };
    case "table": {
      const column = told.column === "" ? "" : places.column(`"${told.column}"`);
      return { sheet: told.sheet, cells, place: [told.row, column].filter((part) => part !== "").join(", ") };
    }
  }
}
