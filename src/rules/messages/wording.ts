import type { Edition } from "../../forms/schema.js";
import type { Finding, RuleId } from "../finding.js";
import type { FormRule, TableRule } from "../rule.js";

/** The languages in which findings are told. Forms and reports are Vietnamese in all of them. */
export const languages = ["vi", "en"] as const;
export type Language = (typeof languages)[number];

/** One sentence for each rule of a family, made from the fields that its findings have. */
export type SentencesOf<Facts> = {
  readonly [R in RuleId & keyof Facts]: (finding: Finding<R>, edition: Edition) => string;
};

/** A short name for each rule of a family. */
export type NamesOf<Facts> = Readonly<Record<RuleId & keyof Facts, string>>;

/** A sentence for every rule. */
export type Sentences = SentencesOf<Record<RuleId, unknown>>;

/** How places are named: what is printed there stands in quotation marks, in the words of the form. */
interface PlaceWords {
  /** `dòng 3.3.1`; `form` where another form than the one told of is meant, else null. */
  readonly row: (name: string, form: number | null) => string;
  /** A row of a table from 1, null for its total row: `dòng 3`, `dòng tổng cộng`. */
  readonly tableRow: (row: number | null) => string;
  readonly column: (name: string) => string;
  /** `biểu mẫu 3` */
  readonly form: (form: number) => string;
  readonly sheet: (name: string) => string;
  readonly ofSheet: (place: string, sheet: string) => string;
  /** `ô D20`, of several `ô D5, D6` */
  readonly cell: (cell: string) => string;
}

/** Which cell may be wrong (`suggest.ts`). */
interface SuggestionWords {
  readonly and: string;
  readonly thisCell: string;
  /** @param rules how many rules the change makes hold */
  readonly fits: (rules: number) => string;
  readonly one: (change: string, fits: string) => string;
  readonly several: (changes: readonly string[], fits: string) => string;
  /** A number that stands as text and should stand as a number. */
  readonly retyped: (value: string) => string;
  /** `12 ở ô này ⇄ 34 ở dòng 1.2`: two numbers that may have changed places. */
  readonly swap: (first: PlacedNumber, second: PlacedNumber) => string;
  readonly swapped: (swap: string, fits: string) => string;
  /** One of several possibilities. */
  readonly orSwapped: (swap: string) => string;
  /** Instead of `fits`, where no rule is broken and a cell that is asked for is blank. */
  readonly fills: string;
  /** `12 từ dòng 1.2 về ô này`: a number in the cell beside its own. */
  readonly move: (value: string, from: string, to: string) => string;
  /** `5 số từ dòng 1.2 đến dòng 1.6 lên một dòng`; `line`: the column or row of a table that they stand in, else null. */
  readonly run: (count: number, from: string, to: string, way: Way, line: string | null) => string;
  /** What the last cell of a run held before it was typed over. */
  readonly refilled: (value: string, place: string) => string;
  /** `cột "A" ⇄ cột "B"` */
  readonly exchange: (first: string, second: string) => string;
  /** `nhóm 6.4`: the rows under that one; `form` where another form than the one told of is meant, else null. */
  readonly group: (name: string, form: number | null) => string;
  /** Why each kind of move may be, with what it is. */
  readonly moved: Readonly<Record<MoveKind, (move: string, fits: string) => string>>;
  /** One of several possibilities. */
  readonly orMoved: (move: string) => string;
}

/** Where numbers are to go by one cell. */
type Way = "up" | "down" | "left" | "right";

/** One number in the next cell, several, and those of two columns or groups of rows exchanged. */
export type MoveKind = "one" | "run" | "columns" | "groups";

/** A number as it is shown, and where it stands. */
interface PlacedNumber {
  readonly value: string;
  readonly place: string;
}

/** Findings in a list: on paper, in a terminal. */
interface ListWords {
  /** Findings of one rule with an example of theirs. */
  readonly group: (name: string, count: number, example: string) => string;
  /** Findings of which the same is said: the sentence names the rule. */
  readonly equal: (count: number, sentence: string) => string;
  /** `D5, D6, D7 và 9 ô khác` */
  readonly cells: (first: readonly string[], others: number) => string;
  /** @param where `Biểu mẫu 3, ô D5` */
  readonly example: (where: string, sentence: string) => string;
  readonly sameCause: (places: string) => string;
  /** Places with what they are; `others` more are not named. */
  readonly places: (first: readonly string[], others: number) => string;
}

/** All that is said of findings and rules in one language. */
export interface Wording {
  readonly language: Language;
  /** A value as sentences show it. */
  readonly show: (value: number | string | null) => string;
  readonly places: PlaceWords;
  readonly sentences: Sentences;
  /** Short names of what is wrong, for findings that are told together. */
  readonly names: Readonly<Record<RuleId, string>>;
  readonly suggestions: SuggestionWords;
  readonly lists: ListWords;
  /** What a rule about a row of the forms asks for, in one sentence made from its declaration. */
  readonly helpOfFormRule: (rule: FormRule, edition: Edition) => string;
  /** The same of a rule about a column of a table. */
  readonly helpOfTableRule: (rule: TableRule) => string;
}
