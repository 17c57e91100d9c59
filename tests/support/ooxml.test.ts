import { describe, expect, it } from "@jest/globals";
import { strToU8, unzipSync, zipSync } from "fflate";
import { toDocx } from "../../src/document/docx/to-docx.js";
import { thanhMien } from "../document/reports.js";
import { openXmlErrors } from "./ooxml.js";

describe("the judge of Open XML", () => {
  it("has nothing against a Word file of ours", async () => {
    expect(await openXmlErrors(await toDocx(thanhMien()), "docx")).toEqual([]);
  });

  it("names the part, the place and the fault", async () => {
    const parts = unzipSync(await toDocx(thanhMien()));
    const document = new TextDecoder().decode(parts["word/document.xml"]);
    const broken = strToU8(document.replace("<w:body>", "<w:body><w:pPr/>"));
    const errors = await openXmlErrors(zipSync({ ...parts, "word/document.xml": broken }), "docx");
    expect(errors).toEqual([
      {
        part: "/word/document.xml",
        xPath: "/w:document[1]/w:body[1]",
        description: expect.stringContaining("invalid child element"),
      },
    ]);
  });

  it("tells of bytes that are no package", async () => {
    const errors = await openXmlErrors(strToU8("không phải tệp Word"), "docx");
    expect(errors.map(({ part }) => part)).toEqual([null]);
  });
});
