import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import ts from "typescript";

/**
 * Finds exports that no other file imports: what only its own file needs is not exported, and what
 * nobody needs goes. An import of a whole module counts for all of its names, and so does a test's.
 */

/** Where imports count. Exports are judged in the first two. */
const FOLDERS = ["src", "tools", "tests"];
const JUDGED = /^(src|tools)\//;
/** Read by name from outside: what Google calls is a global function of the bundle. */
const ENTRIES: ReadonlySet<string> = new Set(["src/hosts/gsheets/server/code.ts"]);

interface UnusedExport {
  readonly file: string;
  readonly name: string;
}

/** Every unused export of `src` and `tools` under `root`, by file and name. */
export function unusedExports(root: string): readonly UnusedExport[] {
  const files = FOLDERS.flatMap((folder) => sourcesOf(root, folder));
  const used = new Map<string, Set<string>>(files.map((file) => [file, new Set()]));
  const exported = files.map((file) => {
    const path = join(root, file);
    const source = ts.createSourceFile(path, readFileSync(path, "utf8"), ts.ScriptTarget.Latest, true);
    for (const [target, name] of importsOf(source)) {
      const found = sourceAt(resolve(dirname(path), target));
      if (found !== null) used.get(slashed(relative(root, found)))?.add(name);
    }
    return { file, names: exportsOf(source) };
  });
  return exported
    .filter(({ file }) => JUDGED.test(file) && !ENTRIES.has(file) && used.get(file)?.has(ALL) === false)
    .flatMap(({ file, names }) =>
      names.filter((name) => used.get(file)?.has(name) === false).map((name) => ({ file, name })),
    );
}

/** All names of a module. */
const ALL = "*";

function sourcesOf(root: string, folder: string): readonly string[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name) && !name.endsWith(".d.ts"))
    .map((name) => slashed(join(folder, name)))
    .sort();
}

function slashed(path: string): string {
  return path.replaceAll("\\", "/");
}

/** The file behind `./a.js`; null for what is no source of ours. */
function sourceAt(path: string): string | null {
  const endings = [path, path.replace(/\.js$/, ".ts"), path.replace(/\.js$/, ".tsx")];
  return endings.find((one) => /\.tsx?$/.test(one) && existsSync(one)) ?? null;
}

/** Pairs of a module's address and the name that is taken from it. */
function importsOf(source: ts.SourceFile): readonly (readonly [string, string])[] {
  const found: (readonly [string, string])[] = [];
  const visit = (node: ts.Node) => {
    if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
      for (const name of namesOf(node.importClause)) found.push([node.moduleSpecifier.text, name]);
    } else if (
      ts.isExportDeclaration(node) &&
      node.moduleSpecifier !== undefined &&
      ts.isStringLiteral(node.moduleSpecifier)
    ) {
      const clause = node.exportClause;
      const names = clause !== undefined && ts.isNamedExports(clause) ? clause.elements.map(ownName) : [ALL];
      for (const name of names) found.push([node.moduleSpecifier.text, name]);
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [target] = node.arguments;
      if (target !== undefined && ts.isStringLiteral(target)) found.push([target.text, ALL]);
    } else if (
      ts.isImportTypeNode(node) &&
      ts.isLiteralTypeNode(node.argument) &&
      ts.isStringLiteral(node.argument.literal)
    ) {
      found.push([node.argument.literal.text, node.qualifier?.getText() ?? ALL]);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function namesOf(clause: ts.ImportClause | undefined): readonly string[] {
  const bindings = clause?.namedBindings;
  const named =
    bindings === undefined ? [] : ts.isNamespaceImport(bindings) ? [ALL] : bindings.elements.map(ownName);
  return clause?.name === undefined ? named : ["default", ...named];
}

/** `a` of `a as b`. */
function ownName({ name, propertyName }: ts.ImportSpecifier | ts.ExportSpecifier): string {
  return (propertyName ?? name).text;
}

function exportsOf(source: ts.SourceFile): readonly string[] {
  return source.statements.flatMap((statement): readonly string[] => {
    if (ts.isExportDeclaration(statement)) {
      const clause = statement.exportClause;
      return clause !== undefined && ts.isNamedExports(clause)
        ? clause.elements.map(({ name }) => name.text)
        : [];
    }
    const modifiers = ts.canHaveModifiers(statement) ? (ts.getModifiers(statement) ?? []) : [];
    if (!modifiers.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) return [];
    if (modifiers.some(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword)) return [];
    if (ts.isVariableStatement(statement)) {
      return statement.declarationList.declarations.flatMap(({ name }) =>
        ts.isIdentifier(name) ? [name.text] : [],
      );
    }
    return hasName(statement) ? [statement.name.text] : [];
  });
}

function hasName(statement: ts.Statement): statement is ts.Statement & { readonly name: ts.Identifier } {
  return "name" in statement && statement.name !== undefined;
}
