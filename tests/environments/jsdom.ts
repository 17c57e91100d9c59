import { runInThisContext } from "node:vm";

/**
 * jsdom as the process has it. Jest would load its thousand modules anew for each test file; the
 * windows that it makes are worlds of their own either way.
 */
const { createRequire } = runInThisContext('process.getBuiltinModule("node:module")');

export const { JSDOM } = createRequire(import.meta.url)("jsdom");
