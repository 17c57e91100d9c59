import { product } from "./jest.config.js";

/**
 * The tests that mutants of `src/rules` and `src/values` are tried on: those of the two folders, so
 * that what is caught is caught where it is specified.
 *
 * @type {import("jest").Config}
 */
export default {
  ...product,
  roots: ["<rootDir>/tests/values", "<rootDir>/tests/rules"],
  testSequencer: "<rootDir>/tests/environments/small-first.js",
};
