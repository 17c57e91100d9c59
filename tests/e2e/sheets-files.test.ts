import { createContext, runInContext } from "node:vm";
import { beforeAll, describe, expect, it } from "@jest/globals";
import { createSheetsHost } from "../../src/hosts/gsheets/host.js";
import { Grid } from "../../tools/grid/grid.js";
import { SheetsBook } from "../../tools/local-sheets/book.js";
import { ENTRY_POINTS, filesInPane, type SheetsFiles } from "../../tools/local-sheets/build.js";
import { bindScript, type ScriptFunctions, scriptMessagesOf } from "../../tools/local-sheets/script.js";
import { sheetsFiles } from "../../tools/local-sheets/start.js";
import { packagesOf } from "../../tools/notices/packages.js";
import { namedIn } from "../../tools/notices/text.js";
import { mustBeGoogles } from "../hosts/gsheets/schema.js";
import { formsPlan } from "../hosts/plans.js";
import { cellOf, valueOfResult } from "../hosts/results.js";

/** The three files that a deployer puts into Google, as `npm run build:gsheets` makes them. */
let files: SheetsFiles;

beforeAll(async () => {
  files = await sheetsFiles();
});

/** Runs `Code.js` as Google does: its functions are the globals of a world with these services. */
function load(services: object): ScriptFunctions & Readonly<Record<string, unknown>> {
  const world = createContext({ ...services });
  runInContext(files["Code.js"], world);
  return world as ReturnType<typeof load>;
}

describe("pane.html", () => {
  it("is one page of at most 1.5 MB", () => {
    expect(Buffer.byteLength(files["pane.html"])).toBeLessThanOrEqual(1_500_000);
  });

  it("carries the notices of every package in it", async () => {
    const page = files["pane.html"];
    const named = namedIn(page.slice(0, page.indexOf("<script>")));
    const packages = await packagesOf(await filesInPane());
    expect(packages.length).toBeGreaterThan(20);
    expect(packages.filter(({ name }) => !named.has(name)).map(({ name }) => name)).toEqual([]);
  });

  it("fetches nothing: no address of a script, a style sheet, a picture or a font", () => {
    const page = files["pane.html"];
    const script = page.indexOf("<script>");
    const outside = page.slice(0, script) + page.slice(page.lastIndexOf("</script>"));
    expect(outside).not.toMatch(/\s(src|href)=|@import|url\(/);
    expect(outside).not.toContain("<script");
    expect(/\bfetch\(["'`]http|new WebSocket|sendBeacon/.exec(page.slice(script))?.[0]).toBeUndefined();
  });

  it("ends its script where it ends, whatever stands in its strings", () => {
    expect(files["pane.html"].match(/<\/script/g)).toHaveLength(1);
    expect(files["pane.html"].indexOf("<!--", files["pane.html"].indexOf("<script>"))).toBe(-1);
  });

  it("has nothing of Excel's: neither office.js nor the host over it", () => {
    expect(/Excel\.run|isSetSupported|getItemOrNullObject/.exec(files["pane.html"])).toBeNull();
  });
});

describe("Code.js", () => {
  it("exposes its entry points and no other function", () => {
    const world = load({});
    const functions = Object.keys(world).filter((name) => typeof world[name] === "function");
    expect(functions.sort()).toEqual([...ENTRY_POINTS].sort());
    expect(Object.keys(world).filter((name) => !functions.includes(name))).toEqual(["CCHC_"]);
  });

  it("inserts and reads forms as its sources do", async () => {
    const book = new SheetsBook(new Grid());
    const script = bindScript(book, load);
    const host = createSheetsHost(scriptMessagesOf(script, mustBeGoogles), {
      now: () => 0,
      after: () => () => undefined,
      isHidden: () => false,
      onAttention: () => () => undefined,
    });
    valueOfResult(await host.apply(formsPlan(3)));
    valueOfResult(await host.write([{ cell: { sheet: "Biểu mẫu 3", row: 6, column: 4 }, value: 922 }]));
    const snapshot = valueOfResult(await host.capture());
    expect(cellOf(snapshot, "Biểu mẫu 3", 6, 4).value).toBe(922);
  });
});

describe("appsscript.json", () => {
  it("asks for the spreadsheet at hand and its sidebar, and for nothing else", () => {
    const manifest: { readonly oauthScopes: readonly string[] } = JSON.parse(files["appsscript.json"]);
    expect(manifest.oauthScopes).toEqual([
      "https://www.googleapis.com/auth/spreadsheets.currentonly",
      "https://www.googleapis.com/auth/script.container.ui",
    ]);
  });
});
