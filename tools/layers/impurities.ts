import { readdirSync } from "node:fs";
import { join, relative } from "node:path";
import ts from "typescript";
import layers from "./layers.json" with { type: "json" };

/**
 * Checks that the pure layers know nothing but the language: no interface, no Node, no clock, no
 * chance. A name that a file neither declares nor imports must be one of ours to use, so what a
 * browser, Node or a later runtime brings is refused without being listed.
 */

/** What the language itself gives, the same on every machine and at every time. */
const ALLOWED: ReadonlySet<string> = new Set([
  ...["undefined", "NaN", "Infinity", "parseInt", "parseFloat"],
  ...["Object", "Array", "Map", "Set", "WeakMap", "WeakSet", "String", "Number", "Boolean", "BigInt"],
  ...["Symbol", "RegExp", "JSON", "Promise", "Reflect", "Uint8Array", "Uint16Array"],
  ...["Float64Array", "DataView"],
  ...["Error", "RangeError", "TypeError", "SyntaxError"],
]);

/** Types that the language brings and that hold no such thing; type names from elsewhere are refused. */
const ALLOWED_TYPES: ReadonlySet<string> = new Set([
  ...ALLOWED,
  ...["Readonly", "Record", "Partial", "Required", "Pick", "Omit", "Exclude", "Extract", "NonNullable"],
  ...["Parameters", "ReturnType", "Awaited", "ReadonlyMap", "ReadonlySet", "ReadonlyArray"],
  ...["Iterable", "IterableIterator", "Iterator", "Generator", "PropertyKey", "RegExpExecArray"],
  "const",
]);

/** Members of dates that ask the machine for its time zone. */
const LOCAL = /^(get|set)(FullYear|Month|Date|Day|Hours|Minutes|Seconds|TimezoneOffset)$/;
/** Members of numbers, texts and dates that ask it for its language, unless one is given after so many arguments. */
const WORDED: ReadonlyMap<string, number> = new Map([
  ["toLocaleString", 0],
  ["toLocaleDateString", 0],
  ["toLocaleTimeString", 0],
  ["toLocaleUpperCase", 0],
  ["toLocaleLowerCase", 0],
  ["localeCompare", 1],
]);

/** One place where a pure layer names what it must not know. */
interface Impurity {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** As it stands in the file: `Date.now`. */
  readonly what: string;
}

/** Every impurity under `root/src`, by file and line. */
export function impurities(root: string): readonly Impurity[] {
  const start = layers.floors.findIndex((floor) => floor.includes(layers.pureFrom));
  const files = layers.floors.slice(start).flatMap((floor) => floor.flatMap((room) => filesOf(root, room)));
  // Nothing but these files is read: whatever they do not declare themselves is foreign.
  const program = ts.createProgram(files, { noLib: true, noResolve: true, types: [], allowJs: false });
  const checker = program.getTypeChecker();
  return files.flatMap((file) => {
    const source = program.getSourceFile(file);
    return source === undefined ? [] : impuritiesOf(source, checker, relative(root, file));
  });
}

function filesOf(root: string, room: string): readonly string[] {
  const folder = join(root, "src", room);
  try {
    const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
    return names
      .filter((name) => /\.tsx?$/.test(name))
      .sort()
      .map((name) => join(folder, name));
  } catch {
    return [];
  }
}

function impuritiesOf(source: ts.SourceFile, checker: ts.TypeChecker, file: string): readonly Impurity[] {
  const found: Impurity[] = [];
  const report = (node: ts.Node) => {
    const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
    found.push({ file, line: line + 1, what: node.getText(source) });
  };
  const visit = (node: ts.Node) => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return;
    if (ts.isMetaProperty(node)) report(node);
    if (ts.isPropertyAccessExpression(node) && isLocal(node)) report(node);
    if (ts.isIdentifier(node) && isName(node) && isForeign(node, checker) && !isPure(node)) {
      report(ts.isPropertyAccessExpression(node.parent) ? node.parent : node);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** True for an identifier that stands for something by itself, not for a member, a label or a place. */
function isName(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isMetaProperty(parent)) return false;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  if (ts.isQualifiedName(parent)) return parent.left === node;
  if (ts.isPropertyAssignment(parent) || ts.isNamedTupleMember(parent)) return parent.name !== node;
  if (ts.isBindingElement(parent)) return parent.propertyName !== node;
  return !(ts.isBreakOrContinueStatement(parent) || ts.isLabeledStatement(parent));
}

function isForeign(node: ts.Identifier, checker: ts.TypeChecker): boolean {
  const symbol = ts.isShorthandPropertyAssignment(node.parent)
    ? checker.getShorthandAssignmentValueSymbol(node.parent)
    : checker.getSymbolAtLocation(node);
  return symbol?.declarations === undefined || symbol.declarations.length === 0;
}

/** True for the language's own names, the clock and chance left out. */
function isPure(node: ts.Identifier): boolean {
  const { parent, text } = node;
  const inType = ts.isTypeReferenceNode(parent) || ts.isExpressionWithTypeArguments(parent);
  if (inType && ALLOWED_TYPES.has(text)) return true;
  if (text === "Math") return ts.isPropertyAccessExpression(parent) && parent.name.text !== "random";
  if (text === "Date") {
    // With one argument a date is made of that alone; of none it is now, of several it is local.
    if (ts.isNewExpression(parent)) return parent.arguments?.length === 1;
    return ts.isPropertyAccessExpression(parent) && parent.name.text === "UTC";
  }
  return ALLOWED.has(text);
}

function isLocal({ name, parent }: ts.PropertyAccessExpression): boolean {
  const before = WORDED.get(name.text);
  if (before === undefined) return LOCAL.test(name.text);
  return !ts.isCallExpression(parent) || parent.arguments[before] === undefined;
}
