import { describe, expect, it } from "@jest/globals";
import { readChoices } from "../../../src/recognition/inference/infer-choices.js";

const NO_OR_YES = [
  { value: 0, label: "Chưa" },
  { value: 1, label: "Có" },
];

describe("the choices that a unit prints", () => {
  it.each([
    "Chưa = 0; Có = 1",
    "(Chưa = 0; Có = 1)",
    " ( Chưa: 0; Có: 1 ) ",
    "Chưa = 0\nCó = 1",
    "(Chưa = 0\nCó = 1)",
  ])("are read from %j", (unit) => {
    expect(readChoices(unit)).toEqual(NO_OR_YES);
  });

  it("keep parentheses that belong to a label", () => {
    expect(readChoices("Một phần (có phí) = 1; Toàn trình (không phí) = 2")).toEqual([
      { value: 1, label: "Một phần (có phí)" },
      { value: 2, label: "Toàn trình (không phí)" },
    ]);
  });

  it.each(["", "Văn bản", "(Thủ tục)"])("are none in %j", (unit) => {
    expect(readChoices(unit)).toEqual([]);
  });
});
