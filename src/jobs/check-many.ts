import type { HostFault, WorkbookHost } from "../hosts/port.js";
import { type CheckedBook, type CheckOptions, check } from "./check.js";

/** How far the check of many workbooks has come. */
export type CheckStep<OpenFault> =
  | {
      readonly kind: "begins";
      readonly name: string;
      /** From 1. */
      readonly number: number;
      readonly of: number;
    }
  | { readonly kind: "ends"; readonly name: string; readonly outcome: CheckOutcome<OpenFault> };

/** What one workbook holds, or why it could not be opened or read. */
export type CheckOutcome<OpenFault> =
  | { readonly ok: true; readonly value: CheckedBook }
  | { readonly ok: false; readonly fault: OpenFault | HostFault };

/**
 * Checks one workbook after the other, in the order given; each is opened when its turn comes and
 * none is kept. One that cannot be used stops none of the others.
 *
 * @param open opens the workbook of that name
 */
export async function* checkMany<OpenFault>(
  names: readonly string[],
  open: (name: string) => Promise<OpenOutcome<OpenFault>>,
  options: CheckOptions = {},
): AsyncGenerator<CheckStep<OpenFault>, void, undefined> {
  for (const [index, name] of names.entries()) {
    yield { kind: "begins", name, number: index + 1, of: names.length };
    const opened = await open(name);
    yield { kind: "ends", name, outcome: opened.ok ? await check(opened.value, options) : opened };
  }
}

/** A workbook, or why it could not be opened. */
export type OpenOutcome<Fault> =
  | { readonly ok: true; readonly value: WorkbookHost }
  | { readonly ok: false; readonly fault: Fault };
