import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { impurities } from "../../../tools/layers/impurities.js";
import layers from "../../../tools/layers/layers.json" with { type: "json" };

const repository = process.cwd();
let tree = "";

beforeEach(() => {
  tree = mkdtempSync(join(tmpdir(), "cchc-layers-"));
});
afterEach(() => rmSync(tree, { recursive: true }));

function write(files: Readonly<Record<string, string>>) {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(tree, path)), { recursive: true });
    writeFileSync(join(tree, path), text);
  }
}

/** Runs the layer rule over the tree. */
function cruise(): { readonly passes: boolean; readonly said: string } {
  for (const name of ["node_modules", "package.json"]) symlinkSync(join(repository, name), join(tree, name));
  const program = resolve(repository, "node_modules/dependency-cruiser/bin/dependency-cruise.mjs");
  const config = join(repository, ".dependency-cruiser.cjs");
  try {
    const said = execFileSync(process.execPath, [program, "--config", config, "src"], {
      cwd: tree,
      encoding: "utf8",
      stdio: "pipe",
    });
    return { passes: true, said };
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    return { passes: false, said: `${stdout}${stderr}` };
  }
}

const EMPTY = "export {};\n";

describe("the layer rule", () => {
  it("passes a tree whose imports run down", () => {
    write({
      "src/jobs/a.ts": 'export * from "../hosts/port.js";\n',
      "src/hosts/port.ts": 'export * from "../workbook/b.js";\n',
      "src/hosts/excel/c.ts": 'export * from "../port.js";\n',
      "src/workbook/b.ts": 'export * from "../forms/d.js";\n',
      "src/forms/d.ts": "export const form = 1;\n",
    });
    expect(cruise()).toMatchObject({ passes: true });
  });

  it("fails where a folder under src has no floor", () => {
    write({ "src/forms/a.ts": EMPTY, "src/cellar/b.ts": EMPTY });
    const { passes, said } = cruise();
    expect(passes).toBe(false);
    expect(said).toContain("gives no floor to src/cellar");
  });

  it("names every import that runs up, or across to a room of the same floor", () => {
    const rooms = layers.floors.flat();
    const files: Record<string, string> = {};
    const wrong: string[] = [];
    for (const [level, floor] of layers.floors.entries()) {
      for (const room of floor) {
        files[`src/${room}/a.ts`] = "export const own = 1;\n";
        for (const other of rooms.filter((one) => one !== room)) {
          const above = layers.floors.slice(0, level + 1).flat();
          if (!above.includes(other)) continue;
          files[`src/${room}/to-${other}.ts`] = `import "../${other}/a.js";\n`;
          wrong.push(`${room}-imports-downwards: src/${room}/to-${other}.ts → src/${other}/a.ts`);
        }
      }
    }
    write(files);
    const { said } = cruise();
    const told = said.match(/\S+-imports-downwards: \S+ → \S+/g);
    expect([...(told ?? [])].sort()).toEqual(wrong.sort());
    // Every pair of rooms but those in which the one stands on a lower floor than the other.
    expect(wrong).toHaveLength(81);
  });

  it("keeps every host from every other, also from hosts to come", () => {
    write({
      "src/hosts/excel/a.ts": 'import "../gsheets/a.js";\n',
      "src/hosts/gsheets/a.ts": EMPTY,
      "src/hosts/wps/a.ts": 'import "../xlsx/a.js";\n',
      "src/hosts/xlsx/a.ts": EMPTY,
      "src/hosts/port.ts": 'import "./xlsx/a.js";\n',
    });
    const { said } = cruise();
    expect(said).toContain("hosts-stand-apart: src/hosts/excel/a.ts → src/hosts/gsheets/a.ts");
    expect(said).toContain("hosts-stand-apart: src/hosts/wps/a.ts → src/hosts/xlsx/a.ts");
    expect(said).toContain("port-knows-no-host: src/hosts/port.ts → src/hosts/xlsx/a.ts");
  });

  it("keeps what plans a workbook from what reads one", () => {
    write({
      "src/workbook/planning/a.ts": 'import "../reading/a.js";\n',
      "src/workbook/reading/a.ts": EMPTY,
    });
    expect(cruise().said).toContain("planning-and-reading-stand-apart: src/workbook/planning/a.ts");
  });

  it("refuses circles, also of types alone", () => {
    write({
      "src/forms/a.ts": 'import type { B } from "./b.js";\nexport type A = B[];\n',
      "src/forms/b.ts": 'import type { A } from "./a.js";\nexport type B = A[];\n',
    });
    expect(cruise().said).toContain("no-circles");
  });

  it("keeps Node and strange libraries out of the core, also of types alone", () => {
    write({
      "src/recognition/a.ts": 'import "node:fs";\n',
      "src/formula/a.ts": 'export const load = () => import("fs");\n',
      "src/report/a.ts": 'import type { ReactNode } from "react";\nexport type A = ReactNode;\n',
      "src/rules/a.ts": 'import "no-such-library";\n',
      "src/forms/a.ts": 'import "zod";\n',
    });
    const { said } = cruise();
    expect(said).toContain("core-is-pure: src/recognition/a.ts → fs");
    expect(said).toContain("core-is-pure: src/formula/a.ts → fs");
    expect(said).toContain("core-libraries: src/report/a.ts");
    expect(said).toContain("core-imports-lead-somewhere: src/rules/a.ts → no-such-library");
    expect(said).not.toContain("src/forms/a.ts");
  });
});

describe("a pure layer", () => {
  const told = (text: string) => {
    write({ "src/forms/a.ts": text });
    return impurities(tree).map(({ file, line, what }) => `${file}:${line} ${what}`);
  };

  it.each([
    ["Date.now()", "Date.now"],
    ["new Date()", "Date"],
    ["new Date", "Date"],
    ["Date()", "Date"],
    ["new Date(2023, 8, 9)", "Date"],
    ["[Date]", "Date"],
    ["Math.random()", "Math.random"],
    ['Math["random"]()', "Math"],
    ["performance.now()", "performance.now"],
    ["crypto.randomUUID()", "crypto.randomUUID"],
    ["globalThis.Date", "globalThis.Date"],
    ["process.env", "process.env"],
    ["require('fs')", "require"],
    ["Buffer.from('a')", "Buffer.from"],
    ["import.meta.url", "import.meta"],
    ["window.document", "window.document"],
    ["document.title", "document.title"],
    ["{ document }", "document"],
    ["localStorage", "localStorage"],
    ["fetch('/')", "fetch"],
    ["console.log(1)", "console.log"],
    ["setTimeout(() => {}, 1)", "setTimeout"],
    ["new Intl.NumberFormat()", "Intl.NumberFormat"],
    ["Excel.run", "Excel.run"],
    ["(1).toLocaleString()", "(1).toLocaleString"],
    ['"a".localeCompare("b")', '"a".localeCompare'],
    ["new Date(0).getHours()", "new Date(0).getHours"],
    ["null as HTMLElement | null", "HTMLElement"],
  ])("may not name %s", (expression, what) => {
    expect(told(`\nexport const a = ${expression};\n`)).toEqual([`src/forms/a.ts:2 ${what}`]);
  });

  it("may use the language, and names of its own", () => {
    const text = `
      import { document } from "./b.js";
      export const window = (performance: number) => Math.max(performance, new Date(Date.UTC(2023, 8, 9)).getTime());
      export const own = { Date: 1, process: document, crypto: [..."ă"].length };
      export const { process: renamed } = own;
      export interface Journey { readonly document: Readonly<Record<string, Map<string, number>>> }
      export const upper = "ă".toLocaleUpperCase("vi");
    `;
    expect(told(text)).toEqual([]);
  });

  it("is every room from forms to recognition, and none above", () => {
    const src = readdirSync(join(repository, "src"));
    for (const room of src) write({ [`src/${room}/clock.ts`]: "export const now = Date.now();\n" });
    const pure = impurities(tree).map(({ file }) => file.split("/")[1]);
    const impure = ["taskpane", "cli", "jobs", "hosts"];
    expect(pure.sort()).toEqual(src.filter((room) => !impure.includes(room)).sort());
  });
});
