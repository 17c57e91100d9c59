import { describe, expect, test } from "@jest/globals";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { toDocx } from "../../src/document/docx/to-docx.js";
import { writeUp } from "../../src/document/write-up.js";
import { judge } from "../../src/jobs/check.js";
import { refreshWord, type WordRefresh } from "../../src/jobs/refresh.js";
import type { WrittenReport } from "../../src/jobs/report.js";
import { defaultOutline } from "../../src/narrative/library.js";
import { quarterOne } from "../narrative/reports.js";
import type { TypedValues } from "../support/report-builder.js";

const VALUES: TypedValues = {
  "1/1": 25,
  "3/3.3.1": 922,
  "3/3.3.2": 922,
  "3/3.3": 100,
  "4/2.1": 22,
  "4/2.2": 21,
};

function written(values: TypedValues): WrittenReport {
  const report = quarterOne(values);
  const outline = defaultOutline(report.edition);
  return {
    ...writeUp(report, { outline, findings: [], earlier: null }),
    outline,
    judgement: judge(report, null),
    gaps: [],
    textCells: new Map(),
    sinceSigned: null,
  };
}

async function wordFile(values: TypedValues): Promise<Uint8Array> {
  return toDocx(written(values).content);
}

const DOCUMENT = "word/document.xml";

/** The file with its text edited, as a person does in Word. */
function edited(file: Uint8Array, edit: (xml: string) => string): Uint8Array {
  const parts = unzipSync(file);
  const xml = edit(strFromU8(parts[DOCUMENT] ?? new Uint8Array()));
  return zipSync({ ...parts, [DOCUMENT]: strToU8(xml) });
}

function xmlOf(file: Uint8Array): string {
  return strFromU8(unzipSync(file)[DOCUMENT] ?? new Uint8Array());
}

function textOf(file: Uint8Array): string {
  return xmlOf(file)
    .replace(/<\/w:p>/g, "\n")
    .replace(/<[^>]*>/g, "")
    .replaceAll("\u00a0", " ");
}

function refreshed(outcome: WordRefresh): Extract<WordRefresh, { kind: "refreshed" }> {
  if (outcome.kind !== "refreshed") throw new Error(outcome.cause);
  return outcome;
}

describe("a Word file brought up to date", () => {
  test("keeps her words and takes the new numbers", async () => {
    const file = edited(await wordFile(VALUES), (xml) =>
      xml.replace("bản chỉ đạo, quán triệt", "bản rất kịp thời, quán triệt"),
    );
    const outcome = refreshed(refreshWord(file, written({ ...VALUES, "1/1": 31 })));
    expect(textOf(outcome.file)).toContain("đã ban hành 31 văn bản rất kịp thời, quán triệt công tác CCHC.");
    expect(
      outcome.numbers.filter(({ outcome: what }) => what === "updated").map(({ seen, now }) => [seen, now]),
    ).toEqual([["25", "31"]]);
    expect(outcome.wordings).toEqual([]);
  });

  test("and back again is the same file, letter by letter", async () => {
    const file = await wordFile(VALUES);
    const there = refreshed(refreshWord(file, written({ ...VALUES, "1/1": 31 }))).file;
    const back = refreshed(refreshWord(there, written(VALUES))).file;
    expect(xmlOf(there)).not.toBe(xmlOf(file));
    expect(xmlOf(back)).toBe(xmlOf(file));
  });

  test("keeps a number that she typed over, also where the digits fell outside the mark, and tells it", async () => {
    const file = edited(await wordFile(VALUES), (xml) =>
      xml.replace(">25</w:t>", ">25</w:t></w:r><w:r><w:t>0</w:t>"),
    );
    const split = edited(file, (xml) => xml.replace(/(<w:bookmarkEnd[^>]*>)/, "$1"));
    const outcome = refreshed(refreshWord(split, written({ ...VALUES, "1/1": 31 })));
    expect(textOf(outcome.file)).toContain("đã ban hành 250 văn bản");
    expect(outcome.numbers.find(({ name }) => name === "CCHC_BM1_1")).toMatchObject({
      outcome: "by-hand",
      seen: "250",
      now: "31",
    });
  });

  test("leaves a sentence whole that would read otherwise, and tells how", async () => {
    const outcome = refreshed(
      refreshWord(await wordFile(VALUES), written({ ...VALUES, "3/3.3.2": 900, "3/3.3": 97.61 })),
    );
    expect(textOf(outcome.file)).toContain("922/922 hồ sơ, đạt 100%; không có hồ sơ giải quyết quá hạn");
    const [change] = outcome.wordings.filter(({ before }) => before?.includes("922/922"));
    expect(change?.after?.replaceAll("\u00a0", " ")).toContain(
      "đúng hạn 900/922 hồ sơ, đạt 97,61%; có 22 hồ sơ giải quyết quá hạn",
    );
  });

  test("touches nothing among tracked changes", async () => {
    const file = edited(await wordFile(VALUES), (xml) =>
      xml.replace(
        /<w:r><w:t xml:space="preserve">25<\/w:t><\/w:r>/,
        '<w:ins w:id="9" w:author="A"><w:r><w:t>25</w:t></w:r></w:ins>',
      ),
    );
    const outcome = refreshed(refreshWord(file, written({ ...VALUES, "1/1": 31 })));
    expect(outcome.numbers.find(({ name }) => name === "CCHC_BM1_1")?.outcome).toBe("tracked");
    expect(textOf(outcome.file)).toContain("đã ban hành 25 văn bản");
  });

  test("tells what she took out", async () => {
    const file = edited(await wordFile(VALUES), (xml) =>
      xml.replace(/<w:p>(?:(?!<\/w:p>).)*quán triệt công tác CCHC.*?<\/w:p>/s, ""),
    );
    const outcome = refreshed(refreshWord(file, written({ ...VALUES, "1/1": 31 })));
    expect(outcome.numbers.find(({ name }) => name === "CCHC_BM1_1")?.outcome).toBe("gone");
  });
});

describe("a file that cannot be brought up to date", () => {
  test.each([
    ["no zip file", strToU8("xin chào"), "no-word-file"],
    ["no Word file", zipSync({ "a.txt": strToU8("a") }), "no-word-file"],
    ["another's Word file", zipSync({ [DOCUMENT]: strToU8("<w:document/>") }), "not-ours"],
  ] as const)("%s is refused", (_, file, cause) => {
    expect(refreshWord(file, written(VALUES))).toEqual({ kind: "refused", cause });
  });

  test("one whose properties were taken out is changed in nothing", async () => {
    const { "docProps/custom.xml": _, ...parts } = unzipSync(await wordFile(VALUES));
    expect(refreshWord(zipSync(parts), written(VALUES))).toEqual({ kind: "refused", cause: "stripped" });
  });
});
