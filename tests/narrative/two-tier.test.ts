import { expect, test } from "@jest/globals";
import { eachIndicator, indicatorKey } from "../../src/forms/indicators.js";
import { edition } from "../support/report-data.js";
import { narrate, printed, printedWhole, quarterOne } from "./reports.js";

const superior = { superior: "UBND tỉnh Hải Dương" };

test("the narrative of a commune since 1 July 2025 knows no district and no level of online service", () => {
  for (const value of [0, 1]) {
    const values = Object.fromEntries(
      [...eachIndicator(edition("two-tier-2025"))].flatMap(({ form, indicator }) =>
        indicator.kind === "heading" ? [] : [[indicatorKey(form.number, indicator.code), value]],
      ),
    );
    const lines = printedWhole(narrate(quarterOne(values, superior, "two-tier-2025")));
    expect(lines.filter((line) => /huyện|mức độ/iu.test(line))).toEqual([]);
  }
});

test("it tells the rows that two tiers reworded", () => {
  const narrative = narrate(
    quarterOne({ "5/2.3": 1, "7/2": 1, "7/6.5.1": 44, "7/6.5.2": 44 }, superior, "two-tier-2025"),
  );
  expect(printed(narrative, "civil-service")).toEqual([
    "- Có 01 cán bộ, công chức cấp xã được xét chuyển thành công chức cấp tỉnh trở lên.",
  ]);
  expect(printed(narrative, "platforms")).toEqual([
    "- Hệ thống họp trực tuyến đã được xây dựng, vận hành, liên thông hai cấp từ UBND tỉnh đến UBND cấp xã.",
  ]);
  expect(printed(narrative, "online")).toEqual([
    "- Đối với dịch vụ công trực tuyến toàn trình, đang cung cấp 44/44 TTHC đủ điều kiện.",
  ]);
});
