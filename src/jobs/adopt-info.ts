import type { Recognition } from "../recognition/recognition.js";
import { type InfoFault, infoFromJson } from "../workbook/filling/info-entries.js";
import { planInfo } from "../workbook/planning/plan-info.js";
import { infoOfTitles } from "./adopt.js";
import type { Work } from "./perform.js";

/** What comes of adding the sheet `Thông tin chung` to what adoption writes. */
type WithInfo =
  | { readonly kind: "ready"; readonly work: Work; readonly unknownInfo: readonly string[] }
  | { readonly kind: "unusable-info"; readonly faults: readonly InfoFault[] };

/**
 * The work of an adoption with the sheet `Thông tin chung`, which a stranger's workbook has not: what
 * the titles of the forms tell, and above it what is given.
 *
 * @param given as INFO.json has it (DESIGN section 8)
 */
export function withInfoSheet(work: Work, recognition: Recognition, given: unknown): WithInfo {
  const { edition } = recognition;
  const told = infoFromJson(edition, Object.fromEntries(infoOfTitles(recognition)));
  const own = infoFromJson(edition, given);
  if (!own.ok) return { kind: "unusable-info", faults: own.fault };
  // What a title says that no report can hold (a period that the edition lacks) is left to the officer.
  const entries = new Map([...(told.ok ? told.value.entries : []), ...own.value.entries]);
  const { sheet, names } = planInfo(edition, entries);
  const plan = {
    ...work.plan,
    sheets: [sheet, ...work.plan.sheets],
    names: [...work.plan.names, ...names],
  };
  return { kind: "ready", work: { ...work, plan }, unknownInfo: own.value.unknownKeys };
}
