/** What a check found when its sheet (Phiếu kiểm tra) was made: that sheet is the last check there was. */
export interface LastCheck {
  /** `2023-06-14` */
  readonly day: string;
  readonly findings: readonly LastFinding[];
  /** The sheet that was made for it, and a fingerprint of what was written there. */
  readonly sheet: string;
  readonly printed: string;
}

/** A finding of then: enough to know it again, and no number of it. */
export interface LastFinding {
  /** Its rule and its cells (`findingKey`). */
  readonly finding: string;
  /** What it said, as a fingerprint (`numbersOf`). */
  readonly numbers: string;
}
