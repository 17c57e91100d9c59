import type { HostFault, WorkbookHost } from "../../src/hosts/port.js";

export type Failure = HostFault["kind"] | Error;

/** A host like another, of which some calls fail: with a fault of that kind, or by throwing. */
export function failing(
  host: WorkbookHost,
  failures: Partial<Record<"apply" | "write" | "capture" | "inspect" | "onChange", Failure>>,
): WorkbookHost {
  const fail = async (failure: Failure) => {
    if (failure instanceof Error) throw failure;
    return { ok: false as const, fault: { kind: failure, code: failure, message: `Lỗi ${failure}.` } };
  };
  return {
    capabilities: { ...host.capabilities, live: true },
    inspect: (plan) => (failures.inspect ? fail(failures.inspect) : host.inspect(plan)),
    apply: (plan) => (failures.apply ? fail(failures.apply) : host.apply(plan)),
    capture: (scope) => (failures.capture ? fail(failures.capture) : host.capture(scope)),
    write: (edits) => (failures.write ? fail(failures.write) : host.write(edits)),
    insertRows: (inserted) => host.insertRows(inserted),
    onChange: (listener) => (failures.onChange ? fail(failures.onChange) : host.onChange(listener)),
    select: (cell) => host.select(cell),
    onSelect: (listener) => host.onSelect(listener),
  };
}
