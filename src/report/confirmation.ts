/**
 * What an officer explained: a finding that she looked at and keeps, with her reason. Kept in the
 * workbook, one row each.
 */
export interface Confirmation {
  /** Which finding: its rule and its cells (`findingKey`). */
  readonly finding: string;
  /** The numbers it spoke of (`numbersOf`): when one of them changes, the finding is new again. */
  readonly numbers: string;
  readonly reason: string;
}
