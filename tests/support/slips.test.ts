import { describe, expect, it } from "@jest/globals";
import { editionIds } from "../../src/forms/catalogue.js";
import { cellId } from "../../src/rules/behind.js";
import { Chance } from "./chance.js";
import { check, lines } from "./check.js";
import { buildConsistent, consistentReport } from "./consistent.js";
import { Offices } from "./offices.js";
import { anySlip, slipped, typedCells } from "./slip-kinds.js";

/**
 * The rules beside what offices could hand in (`Offices`), which knows nothing of rules: a slip that leaves a
 * workbook which some office could rightly hand in is not called wrong, every other one is told.
 */

/** So many reports of each edition, typed whole and by formulas; SLIP_REPORTS=100 makes thousands of slips. */
const REPORTS = Number(process.env.SLIP_REPORTS ?? 1);
const SLIPS_A_REPORT = 20;

describe("one slip in a consistent report", () => {
  it.each(
    editionIds().flatMap((id) => [true, false].map((formulas) => ({ id, formulas }))),
  )("of $id, formulas $formulas, is told where no office could say so, and else not called wrong", ({
    id,
    formulas,
  }) => {
    const options = { formulas, tables: true };
    const disagree: string[] = [];
    for (let seed = 1; seed <= REPORTS; seed++) {
      const report = buildConsistent(id, consistentReport(id, seed), options);
      const offices = new Offices(id, seed, options);
      const cells = typedCells(report);
      const chance = new Chance(seed + 104_729);
      for (let count = 0; count < SLIPS_A_REPORT; count++) {
        const slip = anySlip(cells, chance);
        if (slip === null) continue;
        const wrong = slipped(report, slip);
        const at = cellId(slip.cell.ref);
        const found = check(wrong).findings.filter(
          ({ severity, rule, place }) =>
            severity !== "info" && rule !== "value.missing" && place.kind !== "info",
        );
        const could = offices.couldSay(at, slip.value, wrong);
        const errors = found.filter(({ severity }) => severity === "error");
        const isRight = could ? errors.length === 0 : found.length > 0;
        if (!isRight) disagree.push(`${seed}: ${at} ${slip.cell.value} -> ${slip.value}: ${lines(found)}`);
      }
    }
    expect(disagree).toEqual([]);
  });
});
