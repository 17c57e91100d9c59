/** Where a command's output goes. Results go to `out`, everything told to a person to `tell`. */
export interface Io {
  out(text: string): void;
  tell(line: string): void;
  /** True when a person watches: progress may be drawn. */
  readonly watched: boolean;
  /** Draws over the last drawn line; an empty text wipes it. */
  draw(text: string): void;
}

/** Exit codes of the command line (DESIGN section 8). */
export const exitCodes = { fine: 0, errorFindings: 1, unusable: 2 } as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** Input that cannot be used: told in one line, exit code 2. */
export class Unusable extends Error {
  /**
   * @param source the file or the argument at fault
   * @param reason one Vietnamese sentence: what is wrong and what to do
   */
  constructor(
    readonly source: string,
    readonly reason: string,
    options?: ErrorOptions,
  ) {
    super(`${source}: ${reason}`, options);
    this.name = "Unusable";
  }
}

export function printJson(io: Io, value: unknown): void {
  io.out(`${JSON.stringify(value, null, 2)}\n`);
}
