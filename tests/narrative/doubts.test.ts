import { describe, expect, it } from "@jest/globals";
import { doubtsAbout, doubtsOf } from "../../src/narrative/doubts.js";
import { indicatorOrigin } from "../../src/narrative/origin.js";
import { check, reportWith } from "../support/check.js";

describe("cells that a sentence does not rest on", () => {
  const rows = { "3/3.3": 112.95, "3/3.3.1": 139, "3/3.3.2": 157 };
  const { findings } = check(reportWith("tu-ky-2023", rows));
  const about = (code: string, doubts = doubtsOf(findings)) =>
    doubtsAbout([indicatorOrigin({ form: 3, code })], doubts).map(({ rule }) => rule);

  it("are those with an error, and the ratio whose own rules are silent because of it", () => {
    expect(about("3.3.2")).toEqual(["part.exceeds"]);
    expect(about("3.3")).toEqual(["part.exceeds"]);
    expect(about("3.4")).toEqual([]);
  });

  it("are none once the officer confirmed the error", () => {
    expect(
      about(
        "3.3",
        doubtsOf(findings, () => true),
      ),
    ).toEqual([]);
  });
});
