/** What comes of work that may fail for a reason worth telling: its value, or the fault. */
export type Result<Value, Fault> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly fault: Fault };
