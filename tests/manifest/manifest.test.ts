import { readFileSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";
import { JSDOM } from "jsdom";

/**
 * What Microsoft's validator would look at, as far as its rules are published: it is an online
 * service and cannot run here (docs/limits.md).
 */
const source = readFileSync("manifest.xml", "utf8");
const { DOMParser } = new JSDOM("").window;
const manifest = new DOMParser().parseFromString(source, "application/xml");
const app = manifest.documentElement;

const named = (name: string, within: Element = app): readonly Element[] =>
  [...within.getElementsByTagName("*")].filter((element) => element.localName === name);
const only = (name: string, within: Element = app): Element => {
  const [element, ...more] = named(name, within);
  if (element === undefined || more.length > 0) throw new Error(`${name} stands ${more.length + 1} times`);
  return element;
};
const childNames = (element: Element): readonly string[] =>
  [...element.children].map((child) => child.localName);
const value = (element: Element): string => element.getAttribute("DefaultValue") ?? "";

describe("the manifest", () => {
  it("is a task pane add-in for workbooks with its elements in the order of the schema", () => {
    expect(app.getAttribute("xsi:type")).toBe("TaskPaneApp");
    expect(childNames(app)).toEqual([
      ...["Id", "Version", "ProviderName", "DefaultLocale", "DisplayName", "Description"],
      ...["IconUrl", "HighResolutionIconUrl", "SupportUrl", "AppDomains", "Hosts", "Requirements"],
      ...["DefaultSettings", "Permissions", "VersionOverrides"],
    ]);
    expect(childNames(only("DesktopFormFactor"))).toEqual(["GetStarted", "FunctionFile", "ExtensionPoint"]);
    expect(childNames(only("GetStarted"))).toEqual(["Title", "Description", "LearnMoreUrl"]);
    expect(childNames(only("Resources"))).toEqual(["Images", "Urls", "ShortStrings", "LongStrings"]);
    for (const button of named("Control")) {
      expect(childNames(button)).toEqual(["Label", "Supertip", "Icon", "Action"]);
    }
  });

  it("identifies itself with a GUID and a four-part version", () => {
    expect(only("Id").textContent).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    expect(only("Version").textContent).toMatch(/^\d+\.\d+\.\d+\.\d+$/);
  });

  it("asks for ExcelApi 1.9 and for no more rights than it needs", () => {
    expect(only("Set").getAttribute("Name")).toBe("ExcelApi");
    expect(only("Set").getAttribute("MinVersion")).toBe("1.9");
    expect(only("Permissions").textContent).toBe("ReadWriteDocument");
  });

  it("resolves every resource, and declares none that is not used", () => {
    const declared = named("Resources").flatMap((resources) =>
      [...resources.getElementsByTagName("*")].flatMap((element) => element.getAttribute("id") ?? []),
    );
    const used = [...app.getElementsByTagName("*")].flatMap((element) => element.getAttribute("resid") ?? []);
    expect(new Set(declared).size).toBe(declared.length);
    expect(new Set(used)).toEqual(new Set(declared));
    expect(declared.filter((id) => id.length > 32)).toEqual([]);
  });

  it("keeps texts within their lengths, in Vietnamese with English beside it", () => {
    const texts = [
      ...named("String"),
      only("DisplayName"),
      ...named("Description").filter((element) => value(element) !== ""),
    ];
    for (const text of texts) {
      const long = text.parentElement?.localName === "LongStrings" || text.localName === "Description";
      const overrides = named("Override", text);
      expect(overrides.map((override) => override.getAttribute("Locale"))).toEqual(["en-us"]);
      for (const words of [value(text), overrides[0]?.getAttribute("Value") ?? ""]) {
        expect(words).not.toBe("");
        expect(words.slice(long ? 250 : 125)).toBe("");
        expect(words).toBe(words.normalize("NFC"));
      }
    }
    expect(only("DefaultLocale").textContent).toBe("vi-vn");
  });

  it("serves everything over https from one origin", () => {
    const addresses = [...app.getElementsByTagName("*")].map(value).filter((text) => text.includes("://"));
    expect(addresses.length).toBeGreaterThan(8);
    for (const address of addresses) expect(new URL(address).origin).toBe("https://localhost:3000");
    expect(only("AppDomain").textContent).toBe("https://localhost:3000");
  });

  it.each([16, 32, 64, 80])("has an icon of %d pixels that is one", (size) => {
    expect(source).toContain(`/assets/icon-${size}.png`);
    const png = readFileSync(`assets/icon-${size}.png`);
    expect(png.subarray(1, 4).toString()).toBe("PNG");
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([size, size]);
  });

  it("shows the ribbon's icons at every size", () => {
    for (const icon of named("Icon")) {
      expect([...icon.children].map((image) => image.getAttribute("size"))).toEqual(["16", "32", "80"]);
    }
  });

  it("opens one pane from each ribbon button, at the step that the button names", () => {
    const steps = named("Action").map((action) => {
      const resource = only("SourceLocation", action).getAttribute("resid");
      const url = named("Url").find((candidate) => candidate.getAttribute("id") === resource);
      return new URL(url === undefined ? "" : value(url)).searchParams.get("step");
    });
    expect(steps).toEqual([null, "check", "report"]);
    expect(new Set(named("TaskpaneId").map((id) => id.textContent))).toEqual(
      new Set(["Office.AutoShowTaskpaneWithDocument"]),
    );
    const ids = [...named("Control"), ...named("Group"), ...named("CustomTab")].map((element) =>
      element.getAttribute("id"),
    );
    expect(new Set(ids).size).toBe(ids.length);
  });
});
