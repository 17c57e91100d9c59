import { expect, it } from "@jest/globals";
import fc from "fast-check";
import {
  compareDays,
  DAYS_TO_1904,
  dayOf,
  fromSerial,
  isoDay,
  longDay,
  parseDay,
  shortDay,
  toSerial,
} from "../../src/values/day.js";

it("reads the ways officers write a day", () => {
  const day = { year: 2023, month: 9, day: 9 };
  for (const text of [
    "09/9/2023",
    "9/09/2023",
    "9-9-2023",
    "09.9.2023",
    "2023-09-09",
    "ngày 09 tháng 9 năm 2023",
  ]) {
    expect([text, parseDay(text)]).toEqual([text, day]);
  }
  for (const text of ["31/02/2023", "9/2023", "hôm nay", ""])
    expect([text, parseDay(text)]).toEqual([text, null]);
});

it("writes days under 10 and the months 1 and 2 with a leading zero", () => {
  expect(shortDay({ year: 2023, month: 2, day: 5 })).toBe("05/02/2023");
  expect(shortDay({ year: 2023, month: 9, day: 9 })).toBe("09/9/2023");
  expect(longDay({ year: 2023, month: 12, day: 15 })).toBe("ngày 15 tháng 12 năm 2023");
});

it("agrees with Excel's serial numbers", () => {
  expect(toSerial({ year: 2023, month: 2, day: 1 })).toBe(44958);
  fc.assert(
    fc.property(fc.integer({ min: 61, max: 2_900_000 }), (serial) => {
      const day = fromSerial(serial);
      if (day === null) throw new Error("no day");
      expect(toSerial(day)).toBe(serial);
      expect(parseDay(isoDay(day))).toEqual(day);
      expect(parseDay(shortDay(day))).toEqual(day);
    }),
  );
});

it("writes two digits of a day up to 9 and of the months 1 and 2, as the decree has it", () => {
  const months = Array.from({ length: 12 }, (_, index) =>
    shortDay({ year: 2023, month: index + 1, day: 15 }),
  );
  expect(months.map((text) => text.split("/")[1])).toEqual([
    "01",
    "02",
    "3",
    "4",
    "5",
    "6",
    "7",
    "8",
    "9",
    "10",
    "11",
    "12",
  ]);
  expect([1, 9, 10, 31].map((day) => longDay({ year: 2023, month: 3, day }))).toEqual([
    "ngày 01 tháng 3 năm 2023",
    "ngày 09 tháng 3 năm 2023",
    "ngày 10 tháng 3 năm 2023",
    "ngày 31 tháng 3 năm 2023",
  ]);
});

it("knows the first and last day of each calendar and of Excel's", () => {
  expect(parseDay("28/02/2023")).toEqual({ year: 2023, month: 2, day: 28 });
  expect(parseDay("29/02/2023")).toBeNull();
  expect(parseDay("29/02/2024")).toEqual({ year: 2024, month: 2, day: 29 });
  expect(fromSerial(60)).toBeNull();
  expect(fromSerial(61)).toEqual({ year: 1900, month: 3, day: 1 });
  expect(fromSerial(2_958_465)).toEqual({ year: 9999, month: 12, day: 31 });
  expect(fromSerial(2_958_466)).toBeNull();
});

it("reads a day with blanks around it and around its marks, its words in any case", () => {
  const day = { year: 2023, month: 12, day: 15 };
  for (const text of [
    " 15/12/2023 ",
    "15 / 12 / 2023",
    "15  -  12  -  2023",
    "15 tháng 12 năm 2023",
    "Ngày 15 Tháng 12 Năm 2023",
    "ngày  15  tháng  12  năm  2023",
    "１５/１２/２０２３",
  ]) {
    expect([text, parseDay(text)]).toEqual([text, day]);
  }
});

it("takes no part of a longer text for a day", () => {
  for (const text of [
    "số 15/12/2023",
    "15/12/2023 và sau",
    "x2023-12-15",
    "2023-12-15T00:00",
    "từ ngày 15 tháng 12 năm 2023",
    "15 tháng 12 năm 2023 đến nay",
    "15x/12/2023",
    "15/12x/2023",
    "15/12/x2023",
  ]) {
    expect([text, parseDay(text)]).toEqual([text, null]);
  }
});

it("knows no day that the calendar has not", () => {
  expect(dayOf(2023, 2, 29)).toBeNull();
  expect(dayOf(2023, 13, 1)).toBeNull();
  // The first of the month after, and the years that JavaScript moves into the last century.
  expect(dayOf(2023, 4, 31)).toBeNull();
  expect(dayOf(23, 4, 30)).toBeNull();
  expect(dayOf(2023, 14, 1)).toBeNull();
  expect(dayOf(2023, 1, 366)).toBeNull();
  expect(dayOf(2024, 0, 15)).toBeNull();
  expect(dayOf(2024, 2, 29)).toEqual({ year: 2024, month: 2, day: 29 });
});

it("orders days and writes them for machines", () => {
  const [first, second] = [
    { year: 2023, month: 6, day: 9 },
    { year: 2023, month: 6, day: 10 },
  ];
  expect(compareDays(first, second)).toBe(-1);
  expect(compareDays(second, first)).toBe(1);
  expect(compareDays(first, first)).toBe(0);
  expect(isoDay({ year: 987, month: 6, day: 9 })).toBe("0987-06-09");
});

it("drops the time of day, however late", () => {
  expect(fromSerial(45_126.999)).toEqual({ year: 2023, month: 7, day: 19 });
  expect(fromSerial(45_126)).toEqual({ year: 2023, month: 7, day: 19 });
});

it("counts from 1904 where a workbook does", () => {
  expect(fromSerial(0 + DAYS_TO_1904)).toEqual({ year: 1904, month: 1, day: 1 });
});
