/**
 * The libraries that are published as ES modules only, with what they are built of. Tests run as
 * CommonJS, so these are transformed as our own files are.
 */
const MODULES_ONLY = ["@formatjs/", "@xarsh/", "intl-messageformat/", "nanoid/", "uuid/"];

/** Tests that drive a real browser: they need the pane as it is built for Excel. */
const IN_BROWSER = ["/tests/e2e/.+\\.test\\.ts$", "/tests/tools/local-excel/(page|serve)\\.test\\.ts$"];

/** @type {import("jest").Config} */
const shared = {
  roots: ["<rootDir>/tests"],
  // Tests run in a context of their own, where each look at a global is slow: this one stands in inner loops.
  sandboxInjectedGlobals: ["Math"],
  setupFiles: ["<rootDir>/tests/environments/errors.ts", "<rootDir>/tests/environments/keep-written.ts"],
  moduleNameMapper: {
    "^jsdom$": "<rootDir>/tests/environments/jsdom.ts",
    "^(\\.{1,2}/.*)\\.js$": "$1",
  },
  transform: {
    "\\.([jt]sx?|mjs)$": [
      "@swc/jest",
      {
        jsc: {
          parser: { syntax: "typescript", tsx: true },
          target: "es2022",
          transform: { react: { runtime: "automatic" } },
        },
        module: { type: "commonjs" },
      },
    ],
  },
  transformIgnorePatterns: [`/node_modules/(?!(?:.+/node_modules/)?(?:${MODULES_ONLY.join("|")}))`],
};

/**
 * All tests but those in a browser.
 *
 * @type {import("jest").Config}
 */
export const product = {
  ...shared,
  displayName: "product",
  testRegex: ["\\.test\\.tsx?$"],
  testPathIgnorePatterns: ["/node_modules/", ...IN_BROWSER],
};

/** @type {import("jest").Config} */
export default {
  maxWorkers: "100%",
  // A limit for what hangs, not for what is slow: machines are shared.
  testTimeout: 300_000,
  reporters: [
    "default",
    "<rootDir>/tests/environments/judge-written.js",
    "summary",
    "<rootDir>/tests/environments/tally.js",
  ],
  projects: [
    { ...product, globalSetup: "<rootDir>/tests/environments/room-for-written.ts" },
    {
      ...shared,
      displayName: "browser",
      testRegex: IN_BROWSER,
      globalSetup: "<rootDir>/tests/environments/build-pane.ts",
    },
  ],
};
