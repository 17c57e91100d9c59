import { expect, it } from "@jest/globals";
import { superiorInLabels } from "../../src/forms/superior.js";

it.each([
  ["UBND huyện Tứ Kỳ", "UBND huyện"],
  ["Ủy ban nhân dân huyện Tứ Kỳ", "UBND huyện"],
  ["UBND tỉnh Hải Dương", "UBND tỉnh"],
  ["UBND thành phố Hải Phòng", "UBND thành phố"],
  ["Phòng Nội vụ", "Phòng Nội vụ"],
  ["", "UBND huyện"],
])("%j prints in labels as %j", (superior, printed) => {
  expect(superiorInLabels(superior, "UBND huyện")).toBe(printed);
});
