import type { Result } from "../forms/result.js";
import type { HostFault, HostResult } from "../hosts/port.js";

/** Why a job came to no end: what the host answered, or that it failed without an answer. */
export type JobFault = HostFault | Unexpected;

/** A host that threw instead of answering, which none should; the client says what to do about it. */
interface Unexpected {
  readonly kind: "unexpected";
  /** The error, for whoever helps. */
  readonly code: string;
}

/** What a job gives, or why not. */
export type JobResult<T> = Result<T, JobFault>;

/** Asks a host; should it throw, that is a fault too. */
export async function asked<T>(call: () => Promise<HostResult<T>>): Promise<JobResult<T>> {
  try {
    return await call();
  } catch (error) {
    const code = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    return { ok: false, fault: { kind: "unexpected", code } };
  }
}
