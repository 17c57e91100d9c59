import { describe, expect, it } from "@jest/globals";
import { DRAWN_WHOLE, windowOf } from "../../../../src/taskpane/view/check/window.js";

const place = (top: number) => ({ top, height: 300, open: 150 });

describe("the rows of a list that are drawn", () => {
  it("are all of them up to the limit, and a part above it", () => {
    expect(windowOf(DRAWN_WHOLE, 0, place(0), 68)).toEqual({
      first: 0,
      last: DRAWN_WHOLE,
      before: 0,
      after: 0,
    });
    expect(windowOf(DRAWN_WHOLE + 1, 0, place(0), 68).last).toBeLessThan(DRAWN_WHOLE);
  });

  it.each([
    0, 1, 500, 999,
  ])("are few of a thousand, and the space of the others is kept: row %i is open", (open) => {
    const height = 999 * 68 + 150;
    for (let top = 0; top < height; top += 997) {
      const { first, last, before, after } = windowOf(1000, open, place(top), 68);
      expect(last - first).toBeLessThan(24);
      const drawn = (last - first) * 68 + (open >= first && open < last ? 150 - 68 : 0);
      expect(before + drawn + after).toBe(height);
      // What is in view is drawn.
      expect(before).toBeLessThanOrEqual(top);
      expect(before + drawn).toBeGreaterThanOrEqual(Math.min(height, top + 300));
    }
  });
});
