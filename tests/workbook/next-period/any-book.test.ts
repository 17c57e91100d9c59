import { describe, expect, it } from "@jest/globals";
import fc from "fast-check";
import { editionIds } from "../../../src/forms/catalogue.js";
import { eachIndicator, indicatorKey } from "../../../src/forms/indicators.js";
import { indicatorName } from "../../../src/workbook/layout/names.js";
import { planNextPeriod } from "../../../src/workbook/next-period/plan-next-period.js";
import { readEarlier } from "../../../src/workbook/reading/read-earlier.js";
import { readReport } from "../../../src/workbook/reading/read-report.js";
import { snapshotOf } from "../../support/plan-snapshot.js";
import { edition, filledSnapshot } from "../../support/report-data.js";

const typedText = fc.constantFrom("04", "67,1", "3.000", "88%", "Không", "-", "chưa có", "1/2", "Có", "…");
const typedValue = fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }), typedText);

describe.each(editionIds())("any filled workbook of %s", (id) => {
  const of = edition(id);
  const names = [...eachIndicator(of)].map(({ form, indicator }) =>
    indicatorName(form.number, indicator.code),
  );
  const [period = of.periods[0]] = of.periods;
  const values = fc.dictionary(fc.constantFrom(...names), typedValue, { maxKeys: 40 });

  it("has no typed value of any span left in a form, and every one among the earlier values", () => {
    fc.assert(
      fc.property(values, (typed) => {
        const data = { info: { period: period?.id, year: 2023 }, forms: {} };
        const snapshot = filledSnapshot(of, data, typed);
        const report = readReport(of, snapshot);
        const outcome = planNextPeriod(report, snapshot, { period: period?.id ?? "year", year: 2030 });
        if (!outcome.ok) throw new Error(outcome.fault);
        const { edits, plan } = outcome.value;
        const written = new Map(
          edits.map(({ cell, value }) => [`${cell.sheet}!${cell.row}:${cell.column}`, value]),
        );
        expect(written.size).toBe(edits.length);
        const earlier = readEarlier(of, snapshotOf(plan));
        for (const { form, code, address, cell, reading } of report.values.values()) {
          const kept = earlier?.values.get(indicatorKey(form, code))?.reading;
          if (reading.kind === "number") expect(kept).toMatchObject({ kind: "number", value: reading.value });
          else expect(kept?.kind).toBe(reading.kind);
          if (cell.formula !== "" || cell.value === null) continue;
          const value = written.get(`${address?.sheet}!${address?.row}:${address?.column}`);
          expect(value === null || (typeof value === "object" && value.formula.startsWith("IF"))).toBe(true);
        }
      }),
      { numRuns: 40 },
    );
  });
});
