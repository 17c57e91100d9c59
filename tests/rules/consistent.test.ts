import { describe, expect, it } from "@jest/globals";
import { editionIds } from "../../src/forms/catalogue.js";
import type { Finding } from "../../src/rules/finding.js";
import { check, lines, sentences } from "../support/check.js";
import { buildConsistent, consistentReport } from "../support/consistent.js";
import { withEarlier } from "../support/earlier.js";
import { edition } from "../support/report-data.js";

/** So many of each edition, typed whole and by formulas; REPORTS=500 makes thousands. */
const REPORTS = Number(process.env.REPORTS ?? 40);

function isOfPeriods({ rule }: Finding): boolean {
  return rule === "period.decrease" || rule === "period.outlier" || rule === "layout.form-copied";
}

describe("consistent reports", () => {
  it.each(
    editionIds().flatMap((id) => [true, false].map((formulas) => ({ id, formulas }))),
  )("of $id, formulas $formulas, give no error and no warning", ({ id, formulas }) => {
    for (let seed = 1; seed <= REPORTS; seed++) {
      const report = buildConsistent(id, consistentReport(id, seed), { formulas, tables: true });
      const [year, half] = withEarlier(report, seed);
      const findings = [...check(report).findings, ...check(year, half).findings.filter(isOfPeriods)];
      const wrong = findings.filter(
        ({ rule, severity, place }) =>
          severity !== "info" &&
          // What is left blank on purpose, and the information, which these reports have none of.
          rule !== "value.missing" &&
          place.kind !== "info",
      );
      expect({ seed, wrong: [...lines(wrong), ...sentences(wrong, edition(id))] }).toEqual({
        seed,
        wrong: [],
      });
    }
  });
});
