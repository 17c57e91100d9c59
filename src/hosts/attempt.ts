import type { HostFault, HostResult } from "./port.js";

/** A fault as a program's errors are told, before the error's own code is known. */
export type ToldFault = Omit<HostFault, "code">;

/** A fault that a host finds by itself, thrown out of a batch before anything is written. */
export class Refusal extends Error {
  constructor(readonly fault: HostFault) {
    super(fault.message);
    this.name = "Refusal";
  }
}

/**
 * What runs a host's work and turns what it throws into a fault.
 *
 * @param faultOf the fault behind an error of the program
 */
export function attempting(
  faultOf: (error: unknown) => HostFault,
): <T>(work: () => Promise<T>) => Promise<HostResult<T>> {
  return async (work) => {
    try {
      return { ok: true, value: await work() };
    } catch (error) {
      return { ok: false, fault: faultOf(error) };
    }
  };
}
