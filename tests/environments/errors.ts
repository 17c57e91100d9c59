import { types } from "node:util";

/*
 * Makes errors of Node's own modules (a file that is missing) errors to the tests too. Jest gives each
 * test file globals of its own, `Error` among them, and Node throws those of the process.
 */
const isInstance = Function.prototype[Symbol.hasInstance];

Object.defineProperty(Error, Symbol.hasInstance, {
  value(this: unknown, thrown: unknown): boolean {
    return isInstance.call(this, thrown) || (this === Error && types.isNativeError(thrown));
  },
});
