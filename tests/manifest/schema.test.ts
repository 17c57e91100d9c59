import { readFileSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";
import { JSDOM } from "jsdom";
import { deployedManifest } from "../../webpack.config.js";
import { faultsInManifest } from "./schema.js";

const source = readFileSync("manifest.xml", "utf8");
const { DOMParser } = new JSDOM("").window;

const faultsOf = (xml: string) =>
  faultsInManifest(new DOMParser().parseFromString(xml, "application/xml").documentElement);

describe("the manifest by Microsoft's schemas", () => {
  it("is valid as it is developed with", () => {
    expect(faultsOf(source)).toEqual([]);
  });

  it.each([
    "https://cchc.example.gov.vn",
    "https://cchc.example.gov.vn:8443/phan-mem/addin",
  ])("is valid as it is deployed at %s", (address) => {
    const deployed = deployedManifest(source, address);
    expect(faultsOf(deployed)).toEqual([]);
    expect(deployed).not.toContain("localhost");
  });

  it.each<[string, (xml: string) => string, string]>([
    [
      "an element out of order",
      (xml) => xml.replace(/(<Id>.*<\/Id>)(\s*)(<Version>.*<\/Version>)/, "$3$2$1"),
      "OfficeApp: lacks Id",
    ],
    [
      "an element that is missing",
      (xml) => xml.replace(/<Permissions>.*<\/Permissions>/, ""),
      "OfficeApp: lacks Permissions",
    ],
    [
      "an element that nobody knows",
      (xml) => xml.replace("<Hosts>", "<Colour/><Hosts>"),
      "OfficeApp: Colour has no place here",
    ],
    [
      "a name that is too long",
      (xml) => xml.replace('DefaultValue="Báo cáo CCHC"', `DefaultValue="${"a".repeat(126)}"`),
      `OfficeApp/DisplayName: DefaultValue="${"a".repeat(126)}"`,
    ],
    [
      "an address that is not https",
      (xml) => xml.replace("https://localhost:3000/help.html", "http://localhost:3000/help.html"),
      'OfficeApp/SupportUrl: DefaultValue="http://localhost:3000/help.html"',
    ],
    ["an identifier that is none", (xml) => xml.replace(/<Id>[^<]*/, "<Id>cchc"), 'OfficeApp/Id: "cchc"'],
    [
      "a resource name of more than 32 characters",
      (xml) => xml.replaceAll('"Open.Tip"', `"${"a".repeat(33)}"`),
      `resid="${"a".repeat(33)}"`,
    ],
    [
      "an icon in two sizes only",
      (xml) => xml.replace('<bt:Image size="80" resid="Icon.80"/>', ""),
      "Icon: lacks Image",
    ],
  ])("would not be with %s", (_what, change, fault) => {
    expect(change(source)).not.toBe(source);
    expect(faultsOf(change(source)).join("\n")).toContain(fault);
  });
});
