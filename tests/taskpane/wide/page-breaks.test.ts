import { describe, expect, it } from "@jest/globals";
import { type Block, pageBreaks } from "../../../src/taskpane/wide/page-breaks.js";

const block = (height: number, more: Partial<Block> = {}): Block => ({
  height,
  withNext: false,
  breakBefore: false,
  repeated: 0,
  ...more,
});

describe("breaks between pages", () => {
  it("come where the next block has no room any more, and not before", () => {
    expect(pageBreaks([block(50), block(50)], 100)).toEqual([]);
    expect(pageBreaks([block(50), block(50), block(1)], 100)).toEqual([2]);
    expect(pageBreaks([block(50), block(51)], 100)).toEqual([1]);
    expect(pageBreaks([], 100)).toEqual([]);
  });

  it("take a heading along with what follows it", () => {
    const heading = block(20, { withNext: true });
    expect(pageBreaks([block(70), heading, block(20)], 100)).toEqual([1]);
    expect(pageBreaks([block(60), heading, heading, block(20)], 100)).toEqual([1]);
    expect(pageBreaks([block(60), heading, block(20)], 100)).toEqual([]);
  });

  it("leave headings that fill a page where they are", () => {
    const heading = block(50, { withNext: true });
    expect(pageBreaks([heading, heading, heading], 100)).toEqual([2]);
  });

  it("come before what begins a page", () => {
    expect(pageBreaks([block(10), block(10, { breakBefore: true }), block(10)], 100)).toEqual([1]);
    expect(pageBreaks([block(10, { breakBefore: true })], 100)).toEqual([]);
  });

  it("count the head of a table again on each page", () => {
    const row = block(30, { repeated: 20 });
    // 3 rows on the first page, then a head of 20 and 2 rows on each.
    expect(pageBreaks([row, row, row, row, row, row], 100)).toEqual([3, 5]);
  });

  it("give a block that is higher than a page one of its own", () => {
    expect(pageBreaks([block(10), block(300), block(10)], 100)).toEqual([1, 2]);
  });
});
