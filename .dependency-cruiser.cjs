/**
 * The layers of DESIGN section 3: imports run downwards only. Each layer may import itself and
 * what stands after it here.
 */
const order = ["taskpane|cli", "jobs", "hosts", "workbook|document", "narrative", "rules", "values", "forms"];

const upwards = order.slice(1).map((layer, index) => ({
  name: `${layer}-imports-upwards`,
  severity: "error",
  from: { path: `^src/(${layer})/` },
  to: { path: `^src/(${order.slice(0, index + 1).join("|")})/` },
}));

const pure = "^src/(forms|values|rules|narrative|document|workbook|recognition)/";

module.exports = {
  forbidden: [
    ...upwards,
    {
      name: "hosts-stand-apart",
      comment: "A host knows its own program only.",
      severity: "error",
      from: { path: "^src/hosts/(excel|xlsx|gsheets)/" },
      to: { path: "^src/hosts/(excel|xlsx|gsheets)/", pathNot: "^src/hosts/$1/" },
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
      to: { dependencyTypes: ["npm", "npm-dev"], pathNot: "node_modules/(zod|intl-messageformat|docx)/" },
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
      name: "no-circles-in-tools",
      comment: "Here not even types refer to one another in a circle.",
      severity: "error",
      from: { path: "^tools/" },
      to: { circular: true },
    },
    {
      name: "shipped-needs-no-development-library",
      severity: "error",
      from: { path: "^src/" },
      to: { dependencyTypes: ["npm-dev"], pathNot: "node_modules/@types/" },
    },
    {
      name: "no-circles",
      comment: "Types may refer to one another; modules may not wait for one another.",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
  },
};
