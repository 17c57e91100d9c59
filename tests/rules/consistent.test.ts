import { describe, expect, it } from "@jest/globals";
import { editionIds } from "../../src/forms/library.js";
import { check, lines, sentences } from "../support/check.js";
import { buildConsistent, consistentReport } from "../support/consistent.js";
import { edition } from "../support/report-data.js";

/** `npm run bench` makes thousands. */
const REPORTS = 40;

describe("consistent reports", () => {
  it.each(
    editionIds().flatMap((id) => [true, false].map((formulas) => ({ id, formulas }))),
  )("of $id, formulas $formulas, give no error and no warning", ({ id, formulas }) => {
    for (let seed = 1; seed <= REPORTS; seed++) {
      const report = buildConsistent(id, consistentReport(id, seed), { formulas, tables: true });
      const wrong = check(report).findings.filter(
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
