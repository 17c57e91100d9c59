const { existsSync, readdirSync } = require("node:fs");
const { join } = require("node:path");
const { floors, pureFrom } = require("./tools/layers/layers.json");

/**
 * The layers of DESIGN section 3 (tools/layers/layers.json): imports run downwards only. A room may
 * import itself and what stands on the floors below; rooms of one floor stand apart.
 */
const rooms = floors.flat();
const found = existsSync("src") ? readdirSync("src") : [];
const homeless = found.filter((name) => !rooms.includes(name));
if (homeless.length > 0) {
  throw new Error(`tools/layers/layers.json gives no floor to src/${homeless.join(", src/")}`);
}

const downwards = floors.flatMap((floor, level) =>
  floor.map((room) => {
    const above = floors.slice(0, level).flat();
    const beside = floor.filter((other) => other !== room);
    return {
      name: `${room}-imports-downwards`,
      severity: "error",
      from: { path: `^src/${room}/` },
      to: { path: `^src/(${[...above, ...beside].join("|")})/` },
    };
  }),
);

const pureRooms = floors.slice(floors.findIndex((floor) => floor.includes(pureFrom))).flat();
const pure = `^src/(${pureRooms.join("|")})/`;

module.exports = {
  forbidden: [
    ...downwards,
    {
      name: "hosts-stand-apart",
      comment: "A host knows its own program only; what hosts share stands beside their folders.",
      severity: "error",
      from: { path: "^src/hosts/([^/]+)/" },
      to: { path: "^src/hosts/[^/]+/", pathNot: "^src/hosts/$1/" },
    },
    {
      name: "port-knows-no-host",
      comment: "What hosts share knows none of them.",
      severity: "error",
      from: { path: "^src/hosts/[^/]+$" },
      to: { path: "^src/hosts/[^/]+/" },
    },
    {
      name: "planning-and-reading-stand-apart",
      comment: "What both know of a workbook is its layout.",
      severity: "error",
      from: { path: "^src/workbook/(planning|reading)/" },
      to: { path: "^src/workbook/(planning|reading)/", pathNot: "^src/workbook/$1/" },
    },
    {
      name: "core-is-pure",
      comment: "No Node, no interface and no spreadsheet library in the core.",
      severity: "error",
      from: { path: pure },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "core-libraries",
      comment: "The core may use these libraries and no others.",
      severity: "error",
      from: { path: pure },
      to: { path: "node_modules/", pathNot: "node_modules/(zod|intl-messageformat|docx)/" },
    },
    {
      name: "core-imports-lead-somewhere",
      comment: "What cannot be resolved cannot be judged.",
      severity: "error",
      from: { path: pure },
      to: { couldNotResolve: true },
    },
    {
      name: "clients-call-jobs",
      comment: "A client is words, clicks and files; of what lies below the jobs it knows types only.",
      severity: "error",
      from: { path: "^src/(cli|taskpane)/" },
      to: {
        path: "^src/(recognition|workbook|document|narrative|rules|formula)/",
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "clients-choose-their-host-in-one-place",
      comment:
        "cli/files.ts opens and saves .xlsx files, taskpane/main.tsx gets Excel's host, taskpane/sheets.tsx that of Google Sheets.",
      severity: "error",
      from: { path: "^src/(cli|taskpane)/", pathNot: "^src/(cli/files[.]ts|taskpane/(main|sheets)[.]tsx)$" },
      to: { path: "^src/hosts/", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "product-needs-no-tools",
      severity: "error",
      from: { path: "^src/" },
      to: { path: "^(tools|tests)/" },
    },
    {
      name: "grid-knows-no-program",
      comment:
        "Every local host answers from the grid; the grid knows neither their protocols nor their pages.",
      severity: "error",
      from: { path: "^tools/(grid|grid-files|sheet-view)/" },
      to: { path: "^tools/(local-|server/|start)" },
    },
    {
      name: "grid-knows-no-view",
      severity: "error",
      from: { path: "^tools/grid/" },
      to: { path: "^tools/(?!grid/)" },
    },
    {
      name: "declared-libraries",
      comment: "A library that package.json does not name is there by accident.",
      severity: "error",
      from: {},
      to: { dependencyTypes: ["npm-no-pkg", "npm-unknown"] },
    },
    {
      name: "shipped-needs-no-development-library",
      severity: "error",
      from: { path: "^src/" },
      to: { dependencyTypes: ["npm-dev"], pathNot: "node_modules/@types/" },
    },
    {
      name: "no-circles",
      comment: "Neither modules nor types wait for one another.",
      severity: "error",
      from: {},
      to: { circular: true },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsConfig: { fileName: join(__dirname, "tsconfig.json") },
    tsPreCompilationDeps: true,
  },
};
