import { allEditions } from "../forms/library.js";
import type { Edition } from "../forms/schema.js";
import { looseText } from "../values/loose-text.js";
import { planReportWorkbook } from "../workbook/planning/plan-workbook.js";
import type { WorkbookSnapshot } from "../workbook/snapshot.js";
import { indexSnapshot } from "../workbook/snapshot-index.js";
import { blockDoubts } from "./block-doubts.js";
import { type Block, findBlocks } from "./blocks.js";
import { type Claim, claimsOf, type EditionClaims } from "./claims.js";
import { recogniseTables } from "./recognise-tables.js";
import {
  BINDING_THRESHOLD,
  type Binding,
  DOUBT_THRESHOLD,
  type Doubt,
  type Recognition,
  type RecognitionOutcome,
  type UnrecognisedRow,
} from "./recognition.js";
import { reportFacts } from "./report-facts.js";

/** An edition that fits less than this is not in the workbook. */
const LEAST_FIT = 0.08;
/** Editions whose scores differ by less fit equally well. */
const TIE = 0.005;

/**
 * Recognises the forms of a workbook by STT, label and unit. Pure: what it finds is proposed, with a
 * confidence and the reasons for each cell, and bound by `planBinding` only.
 *
 * @param editions those to try; all that come with the program where none is named
 */
export function recognise(
  snapshot: WorkbookSnapshot,
  editions: readonly Edition[] = allEditions(),
): RecognitionOutcome {
  const blocks = findBlocks(snapshot);
  const fits = editions
    .map((edition) => {
      const claims = claimsOf(edition, blocks);
      return { claims, score: fitOf(claims), sheets: sheetFit(edition, snapshot) };
    })
    .sort((a, b) => (Math.abs(a.score - b.score) < TIE ? b.sheets - a.sheets : b.score - a.score));
  const [best, ...rest] = fits;
  if (best === undefined || best.score < LEAST_FIT) {
    return { kind: "nothing", sheets: snapshot.sheets.map(({ name }) => name), blocks: blocks.length };
  }
  const others = rest.map(({ claims, score }) => ({ id: claims.edition.id, score }));
  const ties = rest
    .filter(({ score, sheets }) => best.score - score < TIE && sheets === best.sheets)
    .map(({ claims }) => claims.edition.id);
  const settled = settle(best.claims, snapshot);
  const recognition: Recognition = {
    edition: best.claims.edition,
    score: best.score,
    others,
    ...settled,
    doubts: [
      ...(ties.length > 0 ? [{ kind: "edition-tie" as const, ids: [best.claims.edition.id, ...ties] }] : []),
      ...settled.doubts,
    ],
    tables: recogniseTables(best.claims.edition, snapshot),
    info: reportFacts(snapshot, blocks),
  };
  return { kind: "recognised", recognition };
}

/** Rows recognised, twice, over the rows of the edition and of the blocks that hold any of it. */
function fitOf({ claims, targets }: EditionClaims): number {
  const sure = claims.map((list) => Math.max(0, ...list.map(({ match }) => match.confidence)));
  const blocks = new Set(
    claims.flat().flatMap(({ block, match }) => (match.confidence >= 0.5 ? [block] : [])),
  );
  const rows = [...blocks].reduce(
    (sum, block) => sum + block.rows.filter(({ label }) => label !== "").length,
    0,
  );
  const found = sure.reduce((sum, confidence) => sum + confidence, 0);
  return found === 0 ? 0 : (2 * found) / (targets.length + Math.max(rows, found));
}

/**
 * Share of sheets that the workbook and a fresh one of the edition have in common: editions with the
 * same forms differ in their supplementary tables.
 */
function sheetFit(edition: Edition, snapshot: WorkbookSnapshot): number {
  const planned = freshSheets.get(edition) ?? sheetsOf(edition);
  freshSheets.set(edition, planned);
  const present = new Set(snapshot.sheets.map(({ name }) => looseText(name)));
  const common = [...planned].filter((name) => present.has(name)).length;
  return common / (planned.size + present.size - common);
}

const freshSheets = new WeakMap<Edition, ReadonlySet<string>>();

function sheetsOf(edition: Edition): ReadonlySet<string> {
  return new Set(planReportWorkbook(edition).sheets.map(({ name }) => looseText(name)));
}

function settle(
  { claims, targets }: EditionClaims,
  snapshot: WorkbookSnapshot,
): Pick<Recognition, "bindings" | "doubts" | "missing" | "unrecognised"> {
  const index = indexSnapshot(snapshot);
  const bindings: Binding[] = [];
  const doubts: Doubt[] = [];
  const missing: { form: number; code: string }[] = [];
  const used = new Map<Block, Set<number>>();
  for (const [at, target] of targets.entries()) {
    const ref = { form: target.form, code: target.indicator.code };
    const plausible = (claims[at] ?? []).filter(({ match }) => match.confidence >= DOUBT_THRESHOLD);
    for (const { block, match } of plausible) {
      const rows = used.get(block) ?? new Set<number>();
      for (const row of match.rows) rows.add(row);
      used.set(block, rows);
    }
    const choice = choose(plausible);
    const named = index.find({ kind: "indicator", ...ref });
    switch (choice.kind) {
      case "none":
        if (plausible.length === 0) missing.push(ref);
        break;
      case "weak":
        doubts.push({ ...choice.binding, kind: "weak" });
        break;
      case "several":
        doubts.push({ kind: "several", ...ref, candidates: choice.candidates });
        break;
      case "sure": {
        const { address } = choice.binding;
        const elsewhere =
          named !== null &&
          (named.sheet !== address.sheet || named.row !== address.row || named.column !== address.column);
        if (elsewhere) doubts.push({ kind: "named-otherwise", ...ref, address, named });
        else bindings.push(choice.binding);
      }
    }
  }
  return {
    bindings,
    doubts: [...blockDoubts([...used.keys()]), ...doubts],
    missing,
    unrecognised: [...used].flatMap(([block, rows]) => leftOver(block, rows)),
  };
}

type Choice =
  | { readonly kind: "none" }
  | { readonly kind: "sure" | "weak"; readonly binding: Binding }
  | { readonly kind: "several"; readonly candidates: readonly [Binding, ...Binding[]] };

/** One sure claim is taken; a second that is plausible too makes both doubtful. */
function choose(claims: readonly Claim[]): Choice {
  const bindings = claims.map(({ binding }) => binding).filter((binding) => binding !== null);
  const [first, ...more] = bindings.sort((a, b) => b.confidence - a.confidence);
  if (first === undefined) return { kind: "none" };
  const rivals = more.filter(
    ({ address }) => address.row !== first.address.row || address.sheet !== first.address.sheet,
  );
  if (first.confidence >= BINDING_THRESHOLD && rivals.length === 0) return { kind: "sure", binding: first };
  if (rivals.length > 0) return { kind: "several", candidates: [first, ...rivals] };
  return { kind: "weak", binding: first };
}

function leftOver(block: Block, used: ReadonlySet<number>): readonly UnrecognisedRow[] {
  return block.rows.flatMap(({ row, codes, label }, at) =>
    used.has(at) || label === "" ? [] : [{ sheet: block.sheet, row, code: codes[0] ?? "", label }],
  );
}
