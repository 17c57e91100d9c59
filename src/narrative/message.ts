import { IntlMessageFormat, PART_TYPE } from "intl-messageformat";
import type { CellAddress } from "../values/address.js";
import type { Fact, Run } from "./section.js";

/** What a message's argument stands for: plain words, words of a cell, or a number with its source. */
export type Argument = string | NumberArgument | CellWords;

/** Words that stand in a cell of the workbook: a field's name, a document's citation. */
export class CellWords {
  constructor(
    readonly text: string,
    readonly address: CellAddress,
  ) {}

  toString(): string {
    return this.text;
  }
}

/**
 * A number as a message takes it. As a plain argument it passes through whole, so its source is
 * kept; `plural` and `select` see its value.
 */
export class NumberArgument {
  constructor(
    readonly fact: Fact,
    readonly text: string,
  ) {}

  /** The same number as one that stands in no cell of the workbook. */
  without(): NumberArgument {
    return new NumberArgument({ ...this.fact, address: null }, this.text);
  }

  valueOf(): number {
    return this.fact.value;
  }

  toString(): string {
    return String(this.fact.value);
  }
}

const compiled = new Map<string, IntlMessageFormat>();

/**
 * The runs of a message: each number a run of its own, all else plain text. Argument values are
 * put in as they are; braces or angle brackets in them mean nothing.
 *
 * @throws when an argument is not given; callers check `messageNames` first
 */
export function renderMessage(message: string, values: ReadonlyMap<string, Argument>): readonly Run[] {
  const parts = compile(message).formatToParts<NumberArgument | CellWords>(Object.fromEntries(values));
  return parts.map((part) => {
    if (part.type === PART_TYPE.literal) return { text: part.value, fact: null };
    const { value } = part;
    return value instanceof CellWords
      ? { text: value.text, fact: null, cell: value.address }
      : { text: value.text, fact: value.fact };
  });
}

/** The arguments of a message, in order of appearance. */
export function messageNames(message: string): readonly string[] {
  const names = new Set<string>();
  collect(compile(message).getAst(), (element) => {
    if (element.type !== TEXT && element.type !== POUND) names.add(element.value);
  });
  return [...names];
}

/**
 * What is wrong with a message, in Vietnamese, or null. Besides syntax: `#`, `{n, number}` and the
 * like are refused because they print a number without its source.
 */
export function messageFault(message: string): string | null {
  try {
    let fault: string | null = null;
    collect(compile(message).getAst(), ({ type }) => {
      if (![TEXT, ARGUMENT, SELECT, PLURAL].includes(type)) {
        fault = "chỉ dùng {tên}, plural và select: dạng khác in số mà không giữ nguồn";
      }
    });
    return fault;
  } catch (error) {
    return `câu không đúng cú pháp ICU (${error instanceof Error ? error.message : String(error)})`;
  }
}

function compile(message: string): IntlMessageFormat {
  const known = compiled.get(message);
  if (known !== undefined) return known;
  const format = new IntlMessageFormat(message, "vi", undefined, { ignoreTag: true });
  compiled.set(message, format);
  return format;
}

type Element = ReturnType<IntlMessageFormat["getAst"]>[number];

/** Element types of the message parser, which is no direct dependency of ours. */
const TEXT = 0;
const ARGUMENT = 1;
const SELECT = 5;
const PLURAL = 6;
const POUND = 7;

function collect(elements: readonly Element[], visit: (element: Element) => void): void {
  for (const element of elements) {
    visit(element);
    if ("options" in element) {
      for (const option of Object.values(element.options)) collect(option.value, visit);
    }
  }
}
