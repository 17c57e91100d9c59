import { afterEach, describe, expect, it } from "@jest/globals";
import { fixesOf } from "../../../src/jobs/fixes.js";
import type { Finding } from "../../../src/rules/finding.js";
import { describe as sentenceOf } from "../../../src/rules/messages.js";
import { UNITED_STATES, VIETNAM } from "../../../tools/grid/culture.js";
import { openWithForms, type Work } from "../support/work.js";

let work: Work;
afterEach(() => work.excel.close());

/** A machine of that culture on which such texts are typed into rows of form 3. */
async function typed(region: typeof VIETNAM, rows: Readonly<Record<string, string>>): Promise<void> {
  work = await openWithForms({ region });
  await work.typeForms({ "3": rows });
  await work.pauseInTyping();
}

const book = () => {
  const { book: now } = work.session.state();
  if (now.kind !== "forms") throw new Error(`the workbook is ${now.kind}`);
  return now;
};
const doubts = (): readonly Finding[] =>
  book().judgement.findings.filter(({ rule }) => rule === "value.ambiguous");
const rows = () => doubts().map(({ place }) => (place.kind === "indicator" ? place.code : place.kind));

describe("a number typed as 3.000 on a machine set to English", () => {
  it("is asked about, at the first cell that may be such a one, with what to do", async () => {
    await typed(UNITED_STATES, { "1.1": "3.000", "1.2": "12", "1.4": "1250" });
    expect(work.excel.value("Biểu mẫu 3", "D7")).toBe(3);
    expect(rows()).toEqual(["1.1"]);
    const [finding] = doubts();
    expect(finding && sentenceOf(finding, book().report.edition)).toBe(
      "Máy này viết số kiểu Anh, nên gõ 3.000 thì ô chỉ giữ 3. Ô ghi 3: nếu đúng vậy thì xác nhận; nếu là 3.000 thì gõ lại không có dấu chấm, và xem lại các số đã nhập.",
    );
    expect(finding && fixesOf(finding, book().report).map(({ to }) => to)).toEqual(["3.000"]);
  });

  it("is asked about once: answered for one it is answered for all", async () => {
    await typed(UNITED_STATES, { "1.1": "3.000", "1.2": "12" });
    const [finding] = doubts();
    expect(finding && (await work.session.confirm(finding, "Đúng là 3"))).toBe(true);
    expect(rows()).toEqual(["1.1"]);
  });

  it("moves on to the next such number when the first was mended", async () => {
    await typed(UNITED_STATES, { "1.1": "3.000", "1.2": "12" });
    await work.type(3, "1.1", "3000");
    await work.pauseInTyping();
    expect(rows()).toEqual(["1.2"]);
  });

  it.each([
    ["0", []],
    ["999", ["1.1"]],
    ["1000", []],
    ["=1+2", []],
  ])("may stand in a cell that holds %s: %j", async (text, expected) => {
    await typed(UNITED_STATES, { "1.1": text });
    expect(rows()).toEqual(expected);
  });

  it("is 3.000 on a Vietnamese machine, and nothing is asked", async () => {
    await typed(VIETNAM, { "1.1": "3.000", "1.2": "12" });
    expect(work.excel.value("Biểu mẫu 3", "D7")).toBe(3000);
    expect(rows()).toEqual([]);
  });
});
