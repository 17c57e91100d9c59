import { completedTable } from "./completed.js";
import type { Edition } from "./schema.js";
import type { Column, Feed, NumberColumn, Table, TableFile } from "./table-schema.js";
import budget from "./tables/budget.json" with { type: "json" };
import communication from "./tables/communication.json" with { type: "json" };
import digitisation from "./tables/digitisation.json" with { type: "json" };
import documents from "./tables/documents.json" with { type: "json" };
import dossiersByField from "./tables/dossiers-by-field.json" with { type: "json" };
import electronicDocuments from "./tables/electronic-documents.json" with { type: "json" };
import fees from "./tables/fees.json" with { type: "json" };
import infrastructure from "./tables/infrastructure.json" with { type: "json" };
import legalWork from "./tables/legal-work.json" with { type: "json" };
import linkedProcedures from "./tables/linked-procedures.json" with { type: "json" };
import oneStopDesks from "./tables/one-stop-desks.json" with { type: "json" };
import oneStopServices from "./tables/one-stop-services.json" with { type: "json" };
import onlineServices from "./tables/online-services.json" with { type: "json" };
import otherFigures from "./tables/other-figures.json" with { type: "json" };
import proceduresByBody from "./tables/procedures-by-body.json" with { type: "json" };
import satisfaction from "./tables/satisfaction.json" with { type: "json" };
import sectorDossiers from "./tables/sector-dossiers.json" with { type: "json" };
import staff from "./tables/staff.json" with { type: "json" };
import standingDocuments from "./tables/standing-documents.json" with { type: "json" };
import taskProgress from "./tables/task-progress.json" with { type: "json" };

/** In the order of the report's sections, which is also the order of the sheets. */
const files: Readonly<Record<string, unknown>> = {
  documents,
  "standing-documents": standingDocuments,
  "task-progress": taskProgress,
  communication,
  "legal-work": legalWork,
  "procedures-by-body": proceduresByBody,
  "one-stop-desks": oneStopDesks,
  "dossiers-by-field": dossiersByField,
  "sector-dossiers": sectorDossiers,
  digitisation,
  satisfaction,
  fees,
  "linked-procedures": linkedProcedures,
  "one-stop-services": oneStopServices,
  staff,
  budget,
  infrastructure,
  "electronic-documents": electronicDocuments,
  "online-services": onlineServices,
  "other-figures": otherFigures,
};

const loaded = new Map<string, Table>();

/** Ids of the supplementary tables; every edition may use each. */
export function tableIds(): readonly string[] {
  return Object.keys(files);
}

/**
 * The table of that id, or null when there is none. Made at the first request only and taken at its word:
 * the tests hold that every file that we ship keeps schema and invariants.
 */
export function findTable(id: string): Table | null {
  const known = loaded.get(id);
  if (known !== undefined) return known;
  if (!Object.hasOwn(files, id)) return null;
  const table = completedTable(files[id] as TableFile);
  loaded.set(id, table);
  return table;
}

/** Every table, in the order of the sheets. */
export function allTables(): readonly Table[] {
  return tableIds()
    .map(findTable)
    .filter((table) => table !== null);
}

/** A title or header of a table as an edition prints it. */
export function inWordsOf(edition: Edition, id: string, text: string): string {
  const words = (edition.tables ?? []).find((table) => table.id === id)?.words ?? [];
  return words.reduce((printed, { says, prints }) => printed.replaceAll(says, prints), text);
}

const printed = new WeakMap<Edition, Map<Table, Table>>();

/** A table as an edition prints it, always the same object; the shared one where it has no words of its own. */
export function printedTable(edition: Edition, table: Table): Table {
  const ofEdition = printed.get(edition) ?? new Map<Table, Table>();
  printed.set(edition, ofEdition);
  const known = ofEdition.get(table) ?? inOwnWords(edition, table);
  ofEdition.set(table, known);
  return known;
}

function inOwnWords(edition: Edition, table: Table): Table {
  const words = (edition.tables ?? []).find(({ id }) => id === table.id)?.words ?? [];
  if (words.length === 0) return table;
  return {
    ...table,
    title: inWordsOf(edition, table.id, table.title),
    columns: table.columns.map((column) => ({
      ...column,
      path: column.path.map((header) => inWordsOf(edition, table.id, header)),
    })),
  };
}

/** The tables that a new workbook of an edition has without being asked. */
export function insertedTables(edition: Edition): readonly string[] {
  return (edition.tables ?? []).filter((table) => table.insert).map((table) => table.id);
}

/** A feed with the table it comes from. */
export type TableFeed = Feed & { readonly table: string };

/** Which form rows an edition takes from tables. */
export function feedsOf(edition: Edition): readonly TableFeed[] {
  return (edition.tables ?? []).flatMap((table) => table.feeds.map((feed) => ({ ...feed, table: table.id })));
}

/** The column of that id, or null. */
export function findColumn(table: Table, id: string): Column | null {
  return table.columns.find((column) => column.id === id) ?? null;
}

export function isNumberColumn(column: Column): column is NumberColumn {
  return column.kind === "count" || column.kind === "money" || column.kind === "percent";
}

/** The column that says what a row is about, or null for one-row tables. */
export function labelColumn(table: Table): Column | null {
  return table.columns.find((column) => column.kind === "text" && column.role === "label") ?? null;
}

/** What the rows are about that a table has from the beginning. */
export function printedLabels(table: Table): readonly string[] {
  const label = labelColumn(table)?.id ?? "";
  return table.body.kind === "many" ? table.body.prefilled.flatMap((row) => row[label] ?? []) : [];
}

/** The column of row numbers (STT), or null. */
export function orderColumn(table: Table): Column | null {
  return table.columns.find((column) => column.kind === "text" && column.role === "order") ?? null;
}

/** A column in words: `Số lượng hồ sơ tiếp nhận: Tổng số`. */
export function columnName(column: Column): string {
  const [first, ...rest] = column.path;
  return rest.length === 0 ? (first ?? column.id) : `${first}: ${rest.join(", ")}`;
}
