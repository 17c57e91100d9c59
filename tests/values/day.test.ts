import { expect, it } from "@jest/globals";
import fc from "fast-check";
import { fromSerial, isoDay, longDay, parseDay, shortDay, toSerial } from "../../src/values/day.js";

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
