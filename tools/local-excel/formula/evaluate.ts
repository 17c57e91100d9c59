import { type CellValue, isCellError } from "../../../src/values/cell.js";
import type { Rect } from "../grid/rect.js";
import { FUNCTIONS } from "./functions.js";
import type { Reference } from "./references.js";
import { rectOfTarget, withRect } from "./references.js";
import type { Node, Operator } from "./syntax.js";
import {
  type Block,
  compare,
  DIV0,
  fault,
  isBlock,
  NAME,
  NUM,
  Raised,
  REF,
  type Result,
  toNumber,
  toText,
  VALUE,
} from "./values.js";

/** The workbook as a formula sees it. */
export interface Surroundings {
  /** Values of an area, cut to the used part of the sheet; null when there is no such sheet. */
  read(sheet: string | null, rect: Rect): Block | null;
  /** The formula behind a defined name; null when there is none. */
  named(name: string): Node | null;
  readText(text: string): number | null;
  readonly decimal: string;
  /** How far the formula is evaluated from where it was written (conditional formats). */
  readonly offset: { readonly rows: number; readonly columns: number };
}

/** Evaluates a formula to what its cell shows. Never throws: trouble is an Excel error value. */
export function evaluate(tree: Node, surroundings: Surroundings): CellValue {
  try {
    const value = new Evaluation(surroundings).scalar(tree);
    return value === null ? 0 : value;
  } catch (error) {
    if (error instanceof Raised) return error.value;
    throw error;
  }
}

/** One run over a tree; handed to the functions, which evaluate their own arguments. */
export class Evaluation {
  constructor(readonly surroundings: Surroundings) {}

  /** One value; a block of one cell is its cell, a larger one is #VALUE!. */
  scalar(node: Node): CellValue {
    const result = this.result(node);
    if (!isBlock(result)) return result;
    const first = result.rows[0];
    if (result.rows.length > 1 || (first?.length ?? 0) > 1) return VALUE;
    return first?.[0] ?? null;
  }

  number(node: Node): number {
    return toNumber(this.scalar(node), this.surroundings.readText);
  }

  text(node: Node): string {
    return toText(this.scalar(node), this.surroundings.decimal);
  }

  result(node: Node): Result {
    switch (node.kind) {
      case "number":
      case "text":
      case "boolean":
        return node.value;
      case "error":
        return fault(node.error);
      case "missing":
        return null;
      case "reference":
        return this.read(node.reference);
      case "name":
        return this.named(node.name);
      case "sign":
        return node.minus ? -this.number(node.operand) : this.scalar(node.operand);
      case "percent":
        return this.number(node.operand) / 100;
      case "binary":
        return this.binary(node.operator, node.left, node.right);
      case "call":
        return this.call(node.name, node.args);
    }
  }

  private call(name: string, args: readonly Node[]): Result {
    const run = FUNCTIONS[name.replace(/^_XLFN\./, "")];
    return run ? run(args, this) : NAME;
  }

  private named(name: string): Result {
    const tree = this.surroundings.named(name);
    return tree ? this.result(tree) : NAME;
  }

  private read(reference: Reference): Result {
    const { rows, columns } = this.surroundings.offset;
    const rect = rectOfTarget(reference.target);
    if (!rect || reference.sheetLost) return REF;
    const moved = rows || columns ? movedRect(reference, rect, rows, columns) : rect;
    return this.surroundings.read(reference.sheet, moved) ?? REF;
  }

  private binary(operator: Operator, left: Node, right: Node): CellValue {
    if (operator === "&") return this.text(left) + this.text(right);
    if (operator in COMPARE) return COMPARE[operator as keyof typeof COMPARE](this.order(left, right));
    return arithmetic(operator, this.number(left), this.number(right));
  }

  private order(left: Node, right: Node): number {
    return compare(this.scalar(left), this.scalar(right));
  }
}

const COMPARE = {
  "=": (order: number) => order === 0,
  "<>": (order: number) => order !== 0,
  "<": (order: number) => order < 0,
  ">": (order: number) => order > 0,
  "<=": (order: number) => order <= 0,
  ">=": (order: number) => order >= 0,
};

function arithmetic(operator: Operator, left: number, right: number): CellValue {
  if (operator === "/" && right === 0) return DIV0;
  const value =
    operator === "+"
      ? left + right
      : operator === "-"
        ? left - right
        : operator === "*"
          ? left * right
          : operator === "/"
            ? left / right
            : left ** right;
  return Number.isFinite(value) ? value : NUM;
}

function movedRect(reference: Reference, rect: Rect, rows: number, columns: number): Rect {
  const { target } = reference;
  if (target.kind !== "cells") return rect;
  const to = target.to ?? target.from;
  const moved = withRect(target, {
    top: rect.top + (target.from.fixedRow ? 0 : rows),
    bottom: rect.bottom + (to.fixedRow ? 0 : rows),
    left: rect.left + (target.from.fixedColumn ? 0 : columns),
    right: rect.right + (to.fixedColumn ? 0 : columns),
  });
  return rectOfTarget(moved) ?? rect;
}

/** The plain values among results, for callers that need no errors. */
export function isPlain(value: CellValue): value is string | number | boolean | null {
  return !isCellError(value);
}
