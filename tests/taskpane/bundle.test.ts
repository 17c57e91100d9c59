import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { webDarkTheme, webLightTheme } from "@fluentui/react-components";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import webpack, { type Stats, type StatsCompilation } from "webpack";
import { allEditions } from "../../src/forms/library.js";
import { darkTheme, lightTheme } from "../../src/taskpane/view/tokens.js";
import { filesOfWebpack, packagesOf } from "../../tools/notices/packages.js";
import { FREE, namedIn } from "../../tools/notices/text.js";
import config, { FLUENT_STYLES } from "../../webpack.config.js";

/** What the pane may send over the wire before it can be used, office.js aside. */
const BUDGET = 200 * 1024;
const OFFICE_JS = "https://appsforoffice.microsoft.com/lib/1/hosted/office.js";
/** Words by which a library or tool that has no place in the pane gives itself away. */
const STRANGERS = ["exceljs", "ExcelJS", "univerjs", "jszip"];
const ADDRESS = "https://cchc.example.gov.vn/addin";

let folder: string;
let stats: StatsCompilation;
/** The files of other people's packages that the build contains. */
let strangers: readonly string[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "cchc-dist-"));
  stats = await build(folder);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

async function build(outDir: string): Promise<StatsCompilation> {
  const compiler = webpack(config({ outDir, baseUrl: `${ADDRESS}/` }, { mode: "production" }));
  const done = await new Promise<Stats>((resolve, reject) => {
    compiler.run((error, result) => (result === undefined ? reject(error) : resolve(result)));
  });
  strangers = filesOfWebpack(done.compilation);
  await new Promise((closed) => compiler.close(closed));
  return done.toJson({
    all: false,
    errors: true,
    warnings: true,
    entrypoints: true,
    chunkGroups: true,
    assets: true,
  });
}

const read = (file: string) => readFile(join(folder, file), "utf8");

async function zipped(files: Iterable<string>): Promise<number> {
  let bytes = 0;
  for (const file of new Set(files))
    bytes += gzipSync(await readFile(join(folder, file)), { level: 9 }).length;
  return bytes;
}

const filesOf = (group: string) =>
  (stats.namedChunkGroups?.[group]?.assets ?? [])
    .map(({ name }) => name)
    .filter((name) => name.endsWith(".js"));

async function policyOf(page: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const policy = /http-equiv="?Content-Security-Policy"? content="([^"]+)"/.exec(await read(page))?.[1] ?? "";
  return new Map(
    policy.split(";").map((directive) => {
      const [name = "", ...sources] = directive.trim().split(/\s+/);
      return [name, sources];
    }),
  );
}

describe("what a deployer puts on a server", () => {
  it("is built without errors or warnings", () => {
    expect(stats.errors).toEqual([]);
    expect(stats.warnings).toEqual([]);
  });

  it("names every package in it in the notices, under a licence that asks for nothing more", async () => {
    const packages = await packagesOf(strangers);
    const named = namedIn(await read("NOTICES.txt"));
    expect(packages.length).toBeGreaterThan(20);
    expect(packages.filter(({ name }) => !named.has(name)).map(({ name }) => name)).toEqual([]);
    expect(packages.filter(({ license }) => !FREE.has(license)).map(({ name }) => name)).toEqual([]);
  });

  it("gives every paragraph of their licences in the notices, terms that several share once", async () => {
    const inOneLine = (text: string) => `${text.replace(/\s+/g, " ").trim()} `;
    const notices = inOneLine(await read("NOTICES.txt"));
    const left = (await packagesOf(strangers)).flatMap(({ name, text }) =>
      text
        .split(/\n\s*\n/)
        .filter((paragraph) => !notices.includes(inOneLine(paragraph)))
        .map((paragraph) => `${name}: ${paragraph}`),
    );
    expect(left).toEqual([]);
    expect(notices.match(/Permission is hereby granted/g)?.length).toBeLessThan(8);
  });

  it("has the pages and icons that the manifest names", async () => {
    const manifest = await read("manifest.xml");
    const named = [...manifest.matchAll(/https:\/\/cchc\.example\.gov\.vn\/addin\/([^"?]+)/g)].map(
      ([, path = ""]) => path,
    );
    const built = (await readdir(folder, { recursive: true })).map((path) => path.replaceAll("\\", "/"));
    expect(new Set(named)).toEqual(
      new Set([
        "taskpane.html",
        "commands.html",
        "help.html",
        "assets/icon-16.png",
        "assets/icon-32.png",
        "assets/icon-64.png",
        "assets/icon-80.png",
      ]),
    );
    for (const path of named) expect(built).toContain(path);
  });

  it("names the deployer's address alone in its manifest", async () => {
    const manifest = await read("manifest.xml");
    expect(manifest).not.toContain("localhost");
    expect(manifest).toContain("<AppDomain>https://cchc.example.gov.vn</AppDomain>");
    expect(manifest).toContain(`<SourceLocation DefaultValue="${ADDRESS}/taskpane.html"/>`);
  });

  it("has an identifier of its own in the manifest of each address, always the same", async () => {
    const id = /<Id>([^<]+)<\/Id>/.exec(await read("manifest.xml"))?.[1];
    // Version 5 of RFC 9562 of the address, worked out with Python's uuid module.
    expect(id).toBe("831d2ed5-458d-5953-829f-901e89acc37b");
    expect(await readFile("manifest.xml", "utf8")).not.toContain(id);
  });

  it("refuses an address that is no https address", () => {
    for (const baseUrl of ["http://cchc.example.gov.vn/", "cchc.example.gov.vn", "https://x.vn/?a=1"]) {
      expect(() => config({ baseUrl })).toThrow("baseUrl phải là một địa chỉ https đầy đủ");
    }
  });

  it("gives every script a name that changes with its content", () => {
    const scripts = (stats.assets ?? []).map(({ name }) => name).filter((name) => name.endsWith(".js"));
    expect(scripts.length).toBeGreaterThan(5);
    for (const name of scripts) expect(name).toMatch(/^js\/[a-z0-9]+\.[0-9a-f]{8}\.js$/);
  });
});

describe("the first load", () => {
  it("stays under 200 KB gzip", async () => {
    const first = filesOf("taskpane");
    expect(first.length).toBeGreaterThan(0);
    expect(await zipped(first)).toBeLessThan(BUDGET);
  });

  // The largest edition for each: what a real request brings depends on the one that is used.
  it.each([
    ["an empty workbook", ["insert", "planner", "tuky2023"]],
    ["a workbook with forms", ["judge", "check", "tuky2023"]],
  ])("stays under it with all that opening the pane on %s loads", async (_, groups) => {
    for (const group of groups) expect(filesOf(group)).not.toEqual([]);
    const step = groups.flatMap(filesOf);
    expect(step.length).toBeGreaterThan(0);
    expect(await zipped([...filesOf("taskpane"), ...step])).toBeLessThan(BUDGET);
  });

  it.each([
    ["a sentence of an outline", "đề ra {planTasks} nhiệm vụ"],
    ["the language of its sentences", "INVALID_PLURAL_ARGUMENT_SELECTOR"],
  ])("leaves %s for when the report is written", async (_, phrase) => {
    for (const file of ["taskpane", "insert", "planner", "check"].flatMap(filesOf)) {
      expect(await read(file)).not.toContain(phrase);
    }
    const late = await Promise.all(filesOf("writer").map(read));
    expect(late.some((script) => script.includes(phrase))).toBe(true);
  });

  it("leaves every edition for when it is chosen or found in a workbook", async () => {
    const early = ["taskpane", "insert", "planner", "check", "judge", "report"].flatMap(filesOf);
    const row = "Số TTHC thuộc phạm vi giải quyết";
    const labels = allEditions().map(({ forms }) => forms[0]?.indicators[1]?.label ?? "");
    for (const label of [...labels, row]) {
      expect(label).not.toBe("");
      for (const file of early) expect((await read(file)).includes(label)).toBe(false);
    }
    const chosen = await Promise.all(filesOf("twotier2025").map(read));
    expect(chosen.some((script) => script.includes(labels.at(-1) ?? ""))).toBe(true);
  });

  it("leaves the Word export for when it is used", async () => {
    const word = "http://schemas.openxmlformats.org/wordprocessingml";
    for (const file of filesOf("taskpane")) expect(await read(file)).not.toContain(word);
    const late = await Promise.all(filesOf("word").map(read));
    expect(late.some((script) => script.includes(word))).toBe(true);
  });

  it("leaves the window with the report's pages, and the library that opens it, for that click", async () => {
    const library = "URL has to be loaded over HTTPS";
    const early = ["taskpane", "insert", "planner", "check", "report", "writer"].flatMap(filesOf);
    for (const file of early) expect(await read(file)).not.toContain(library);
    const late = await Promise.all(filesOf("wide").map(read));
    expect(late.some((script) => script.includes(library))).toBe(true);
  });

  it("brings no file library for .xlsx and nothing of the development host", async () => {
    const found: string[] = [];
    for (const name of await readdir(join(folder, "js"))) {
      const script = await read(join("js", name));
      for (const stranger of STRANGERS) if (script.includes(stranger)) found.push(`${stranger} in ${name}`);
    }
    expect(found).toEqual([]);
  });
});

describe("the look", () => {
  it.each([
    ["light", lightTheme, webLightTheme],
    ["dark", darkTheme, webDarkTheme],
  ])("has of Fluent's %s theme what is named anywhere, as Fluent has it", async (_, ours, fluents) => {
    expect(ours).toEqual(
      Object.fromEntries(Object.entries(fluents).filter(([name]) => Object.hasOwn(ours, name))),
    );
    const named = new Set<string>();
    for (const name of await readdir(join(folder, "js"))) {
      for (const [, token = ""] of (await read(join("js", name))).matchAll(/var\(--(\w+)/g)) named.add(token);
    }
    const fromFluent = [...named].filter((token) => Object.hasOwn(fluents, token));
    expect(fromFluent.length).toBeGreaterThan(90);
    expect(fromFluent.filter((token) => !Object.hasOwn(ours, token))).toEqual([]);
  });

  it("takes nothing but tokens from Fluent's theme in Fluent's own styles", async () => {
    const styles = strangers.filter((file) => FLUENT_STYLES.test(file));
    expect(styles.length).toBeGreaterThan(5);
    for (const file of styles) expect(await readFile(file, "utf8")).not.toMatch(/\btypographyStyles\./);
  });
});

describe("the pages", () => {
  it("load scripts from their own place and office.js from Microsoft, nothing else", async () => {
    for (const page of ["taskpane.html", "commands.html"]) {
      const sources = [...(await read(page)).matchAll(/<script[^>]*\ssrc="?([^">\s]+)/g)].map(
        ([, source = ""]) => source,
      );
      expect(sources.filter((source) => source.includes("://"))).toEqual([OFFICE_JS]);
    }
    expect(await read("help.html")).not.toContain("<script");
    // The window fetches office.js itself, once the figures are gone from its address.
    expect(await read("preview.html")).not.toContain("https://appsforoffice.microsoft.com/lib");
  });

  it("do not wait for office.js before they speak", async () => {
    const tag = (await read("taskpane.html")).split("<script").find((part) => part.includes(OFFICE_JS));
    expect(tag).toMatch(/^ async /);
  });

  it("forbid everything that the pane does not need", async () => {
    const policy = await policyOf("taskpane.html");
    expect(policy.get("default-src")).toEqual(["'none'"]);
    expect(policy.get("script-src")).toEqual(["'self'", "https://appsforoffice.microsoft.com"]);
    expect(policy.get("connect-src")).toEqual(["'self'"]);
    expect(policy.get("base-uri")).toEqual(["'none'"]);
    expect(policy.get("form-action")).toEqual(["'none'"]);
    const window = await policyOf("preview.html");
    for (const part of ["default-src", "script-src", "connect-src", "base-uri", "form-action"]) {
      expect(window.get(part)).toEqual(policy.get(part));
    }
    expect(window.get("style-src")).toEqual(["'self'"]);
    expect((await policyOf("help.html")).get("default-src")).toEqual(["'none'"]);
    for (const page of ["taskpane.html", "preview.html", "commands.html", "help.html"]) {
      expect(JSON.stringify([...(await policyOf(page))])).not.toMatch(/unsafe|\*/);
    }
  });

  it("hold no script and no style of their own", async () => {
    for (const page of ["taskpane.html", "preview.html", "commands.html", "help.html"]) {
      const html = await read(page);
      expect(html).not.toMatch(/<script(?![^>]*\ssrc=)/);
      expect(html).not.toMatch(/<style|\sstyle=|\son[a-z]+=/);
    }
  });
});
