import { describe, expect, it } from "@jest/globals";
import { check, lines, reportOf, sentences } from "../support/check.js";
import { edition, phuongKyData, thanhMienData } from "../support/report-data.js";

const graver = (all: readonly string[]) => all.filter((line) => !line.endsWith(" info"));

describe("quarter III 2023 of thị trấn Thanh Miện, as printed", () => {
  const report = reportOf("hai-duong-2022", thanhMienData);
  const { findings, summary } = check(report);

  it("has exactly the findings that its numbers deserve", () => {
    const withoutMissing = graver(lines(findings)).filter((line) => !line.startsWith("value.missing"));
    expect(withoutMissing).toEqual([
      "total.mismatch 3/1.4 error",
      "part.exceeds 3/1.4.3 error",
      "value.ambiguous 6/1.1 warning",
      "value.ambiguous 6/1.2 warning",
      "ratio.mismatch 7/6.7 warning",
    ]);
  });

  it("misses the rows that the office left blank, and none of another level", () => {
    const missing = lines(findings)
      .filter((line) => line.startsWith("value.missing"))
      .map((line) => line.split(" ")[1]);
    expect(missing).toEqual([
      ...["1/3.3.1", "1/3.3.2", "1/4.3", "1/4.4"],
      ...["2/1", "2/2.2.1", "2/2.2.2", "2/3.2.1", "2/3.2.2"],
      ...["4/2.4", "4/2.5"],
      ...["5/2.1", "5/2.2", "5/2.3", "5/4.3", "5/4.4"],
      ...["6/2.1", "6/2.2", "6/2.3", "6/2.4", "6/2.4.1", "6/2.4.2", "6/2.4.3", "6/2.5", "6/2.6"],
      "7/4",
    ]);
  });

  it("notes the values on group rows", () => {
    const headings = lines(findings).filter((line) => line.startsWith("value.heading"));
    expect(headings).toEqual([
      "value.heading 1/3 info",
      "value.heading 5/1 info",
      "value.heading 5/2 info",
      "value.heading 6/2 info",
      "value.heading 7/5.1 info",
    ]);
  });

  it("tells each in one sentence: what stands, what was expected, what to do", () => {
    const told = sentences(
      findings.filter((finding) =>
        ["total.mismatch", "part.exceeds", "ratio.mismatch"].includes(finding.rule),
      ),
      edition("hai-duong-2022"),
    );
    expect(told).toEqual([
      "Tổng ghi 139 nhưng dòng 1.4.3 ghi 157. Sửa tổng hoặc dòng thành phần.",
      "Ô ghi 157, lớn hơn 139 ở dòng 1.4. Số thành phần không thể lớn hơn tổng. Kiểm tra cả hai ô.",
      "Tỷ lệ ghi 98,17 nhưng 905 / 922 = 98,16%. Sửa tỷ lệ hoặc hai số thành phần.",
    ]);
  });

  it("counts", () => {
    expect(summary).toMatchObject({ errors: 2, filled: 48, required: 74 });
    expect(summary.warnings).toBe(29);
  });
});

describe("the first six months of 2023 of xã Phượng Kỳ, mostly blank", () => {
  const { findings, summary } = check(reportOf("tu-ky-2023", phuongKyData));

  it("has many missing values and nothing false", () => {
    const rules = new Set(graver(lines(findings)).map((line) => line.split(" ")[0]));
    expect([...rules]).toEqual(["value.missing"]);
    expect(summary).toMatchObject({ errors: 0, warnings: 44, filled: 38, required: 82 });
  });

  it("never asks for the rows of the district and the province", () => {
    const asked = new Set(
      findings.map(({ place }) => (place.kind === "indicator" ? `${place.form}/${place.code}` : "")),
    );
    const notHers = ["2/1.1", "2/2.1", "2/3.1", "3/1.4.1", "3/1.4.2", "3/3.1.1", "3/3.2.2"];
    expect(notHers.filter((row) => asked.has(row))).toEqual([]);
  });
});
