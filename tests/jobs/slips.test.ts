import { describe, expect, it } from "@jest/globals";
import { judge } from "../../src/jobs/check.js";
import { defectsOf } from "../../src/jobs/defects.js";
import { findingLines } from "../../src/jobs/finding-lines.js";
import type { ReportData } from "../support/report-data.js";
import { reportWithTables } from "../support/table-books.js";

/** What a tired officer does, and what is told of it: one line each, at the right cell. */

type Tables = Parameters<typeof reportWithTables>[1];
type Forms = Parameters<typeof reportWithTables>[2];

interface Books {
  readonly tables?: Tables;
  readonly forms?: Forms;
  readonly info?: ReportData["info"];
  readonly earlier?: { readonly forms: Forms; readonly info: ReportData["info"] };
}

/** The lines of the list but those on blank cells: kind, sheet, cell and what is said. */
async function told({ tables = {}, forms = {}, info = {}, earlier }: Books): Promise<readonly string[]> {
  const report = await reportWithTables("tu-ky-2023", tables, forms, info);
  const before =
    earlier === undefined ? null : await reportWithTables("tu-ky-2023", {}, earlier.forms, earlier.info);
  const judgement = judge(report, null, { earlier: before, lastYear: null });
  return findingLines(judgement, defectsOf(judgement))
    .lines.filter(({ name, sheet }) => name !== "missing" && sheet !== "Thông tin chung")
    .map(({ name, sheet, cells, told: said }) => `${name} ${sheet} ${cells}: ${said}`);
}

const quarter: ReportData["info"] = {
  ...{ period: "quarter-3", year: 2023, from: "2023-06-10", to: "2023-09-09" },
};
const halfYear: ReportData["info"] = {
  ...{ period: "half-year", year: 2023, from: "2022-12-10", to: "2023-06-09" },
};

describe("one slip is one line", () => {
  const tasks = (...rates: readonly number[]) =>
    rates.map((completion, index) => ({
      ...{ content: `Nhiệm vụ ${index + 1}`, executor: "Văn phòng" },
      ...{ done: index < 3 ? "Hoàn thành" : "Đang thực hiện", completion },
    }));
  const plan = { "1/2": 60, "1/2.1": 5, "1/2.2": 3 };

  it("a task that is told as done, at 80 %: at the task, which the form's count contradicts too", async () => {
    expect(await told({ tables: { "task-progress": tasks(100, 100, 100, 50, 50) }, forms: plan })).toEqual(
      [],
    );
    const lines = await told({ tables: { "task-progress": tasks(100, 80, 100, 50, 50) }, forms: plan });
    expect(lines).toEqual([
      'error Tiến độ nhiệm vụ H7: Cột "Tỷ lệ hoàn thành nhiệm vụ" ghi 80. Cột "Đã thực hiện" ghi việc đã hoàn ' +
        "thành, nên tỷ lệ hoàn thành phải là 100%. Kiểm tra lại dòng này. Có thể ô này: 80 → 100 làm khớp cả 2 quy " +
        "tắc. (Cùng nguyên nhân: Biểu mẫu 1, dòng 2.2, ô D9.)",
    ]);
  });

  it("a zero too many in the staff, which the earlier period shows too", async () => {
    const forms = { "4/2.1": 22, "4/2.2": 21 };
    const staff = [{ group: "Công chức", assigned: 22, present: 21 }];
    const earlier = { forms, info: halfYear };
    const lines = (given: number) =>
      told({ tables: { staff }, forms: { ...forms, "4/2.1": given }, info: quarter, earlier });
    expect(await lines(22)).toEqual([]);
    const [only, ...others] = await lines(220);
    expect(others).toEqual([]);
    expect(only).toContain("error Biểu mẫu 4 D10: Ô ghi 220 nhưng tổng cột");
    expect(only).not.toContain("Cùng nguyên nhân");
  });

  it("names each further cell once, five at most", async () => {
    const forms = {
      ...{ "7/6.4": 100, "7/6.4.1": 68, "7/6.4.2": 16, "7/6.5": 100, "7/6.5.1": 44, "7/6.5.2": 7 },
      ...{ "7/6.6": 100, "7/6.6.1": 112, "7/6.6.2": 112, "7/6.4.3": 100, "7/6.5.3": 100, "7/6.7.2": 23 },
    };
    const [first = ""] = await told({ forms });
    const [, places = ""] = /\(Cùng nguyên nhân: (.*?)( và \d+ chỗ khác)?\.\)/.exec(first) ?? [];
    const named = places.split("; ");
    expect(named).toHaveLength(new Set(named).size);
    expect(named.length).toBeLessThanOrEqual(5);
    expect(first.split(":")[0]?.endsWith(named[0] ?? "")).toBe(false);
  });
});
