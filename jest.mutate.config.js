import { product } from "./jest.config.js";

/**
 * The tests that mutants of a layer (`src/values` or `src/rules`) are tried on: those of the layer
 * itself, so that what is caught is caught where it is specified.
 *
 * @type {import("jest").Config}
 */
export default {
  ...product,
  roots: [`<rootDir>/tests/${process.env.LAYER ?? "rules"}`],
  testSequencer: "<rootDir>/tests/environments/small-first.js",
};
