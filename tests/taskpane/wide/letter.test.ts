import { describe, expect, it } from "@jest/globals";
import { readChosen, writeChosen } from "../../../src/taskpane/wide/chosen.js";
import { handOver, type Letter, receive, type Shelf } from "../../../src/taskpane/wide/letter.js";

const letter: Letter = {
  article: "<article><p>Đã giải quyết <data>905</data>/922 hồ sơ & “đúng hạn”.</p></article>",
  words: { language: "vi-VN", title: "Báo cáo", hint: "", previous: "", next: "", page: "Trang", toCell: "" },
};

function shelf(): Shelf & { readonly things: Map<string, string> } {
  const things = new Map<string, string>();
  return {
    things,
    getItem: (name) => things.get(name) ?? null,
    setItem: (name, value) => void things.set(name, value),
    removeItem: (name) => void things.delete(name),
  };
}

describe("the report for a window", () => {
  it("arrives in the address, in letters that an address carries unchanged", () => {
    const { fragment } = handOver(letter, null, "unused");
    expect(fragment).toMatch(/^letter=[A-Za-z0-9_-]+$/);
    expect(receive(fragment, shelf())).toEqual(letter);
  });

  it("arrives by the machine's shelf, which is empty afterwards", () => {
    const place = shelf();
    const { fragment } = handOver(letter, place, "cchc-1");
    expect(fragment).toBe("shelf=cchc-1");
    expect(receive(fragment, place)).toEqual(letter);
    expect(place.things.size).toBe(0);
    expect(receive(fragment, place)).toBeNull();
  });

  it("does not stay on the shelf when no window took it", () => {
    const place = shelf();
    handOver(letter, place, "cchc-1").takeBack();
    expect(place.things.size).toBe(0);
  });

  it.each([
    "",
    "letter=",
    "letter=%%%",
    "letter=AAAA",
    "shelf=nothing",
    "other=1",
  ])("is nothing where the address says %j", (fragment) => {
    expect(receive(fragment, shelf())).toBeNull();
  });
});

describe("the number that was chosen", () => {
  it("comes back with its sheet as it is called", () => {
    const chosen = { sheet: `Biểu mẫu 3 "mới"`, cell: "D22" };
    expect(readChosen(writeChosen(chosen))).toEqual(chosen);
  });

  it.each([undefined, "", "{}", "[1,2]", '["Biểu mẫu 3"]', "null"])("is none in %j", (text) => {
    expect(readChosen(text)).toBeNull();
  });
});
