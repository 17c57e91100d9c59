import { findEdition } from "../../../src/forms/library.js";
import { planReport } from "../../../src/jobs/insert.js";
import type { InfoKey } from "../../../src/report/info-fields.js";
import { knownInfo } from "../../../src/taskpane/session/proposal.js";
import { createSession, type Session } from "../../../src/taskpane/session/session.js";
import type { Draft } from "../../../src/taskpane/session/state.js";
import { a1 } from "../../../src/values/address.js";
import { indicatorName, infoName, textName } from "../../../src/workbook/layout/names.js";
import type { LocalExcelOptions } from "../../../tools/local-excel/node.js";
import { type LocalPane, openPane } from "../../hosts/excel/local.js";
import { type ReportData, thanhMienData } from "../../support/report-data.js";

/** What the officer of thị trấn Thanh Miện enters in the first step. */
export const thanhMienDraft: Draft = {
  edition: "hai-duong-2022",
  own: null,
  organization: "UBND thị trấn Thanh Miện",
  superior: "UBND huyện Thanh Miện",
  period: "quarter-3",
  year: "2023",
  tables: null,
};

/** A session over the Excel host, Microsoft's client library and a workbook in memory. */
export interface Work extends LocalPane {
  readonly session: Session;
  /** Types into the cell of a row, as the officer would, and lets the pane take notice. */
  type(form: number, code: string, text: string): Promise<void>;
  typeForms(forms: ReportData["forms"]): Promise<void>;
  typeInfo(key: InfoKey, text: string): Promise<void>;
  /** Types her own words into the cell of a place. */
  typeText(place: string, text: string): Promise<void>;
  /** Lets a pause in typing pass and waits until the pane has read the workbook. */
  pauseInTyping(): Promise<void>;
  /** Where the officer's cursor stands: `Biểu mẫu 3!D10`. */
  cursor(): string;
}

/** The hour that the pane's clock shows in tests. */
export const NOW = new Date(2023, 8, 11, 14, 5);

export async function openWork(options: LocalExcelOptions = {}): Promise<Work> {
  const pane = await openPane(options);
  const session = createSession({ host: pane.host, now: () => NOW, after: pane.timers.after });
  const pauseInTyping = async () => {
    await pane.excel.settled();
    pane.timers.advance(1_000);
    await pane.excel.settled();
  };
  const typeAll = async (texts: readonly (readonly [name: string, text: string])[]) => {
    const captured = await pane.host.capture();
    const names = captured.ok ? captured.value.names : [];
    for (const [wanted, text] of texts) {
      const area = names.find(({ name }) => name === wanted)?.area;
      if (!area) throw new Error(`no cell named ${wanted}`);
      pane.excel.officer.type(area.sheet, a1({ row: area.top, column: area.left }), text);
    }
  };
  return {
    ...pane,
    session,
    type: (form, code, text) => typeAll([[indicatorName(form, code), text]]),
    typeForms: (forms) =>
      typeAll(
        Object.entries(forms).flatMap(([form, rows]) =>
          Object.entries(rows).map(
            ([code, value]) => [indicatorName(Number(form), code), String(value)] as const,
          ),
        ),
      ),
    typeInfo: (key, text) => typeAll([[infoName(key), text]]),
    typeText: (place, text) => typeAll([[textName(place), text]]),
    pauseInTyping,
    cursor: () => {
      const { activeSheet } = pane.excel.grid;
      const { top, left } = activeSheet.selection;
      return `${activeSheet.name}!${a1({ row: top + 1, column: left + 1 })}`;
    },
  };
}

/** A session whose workbook has Thanh Miện's forms, still blank. */
export async function openWithForms(options: LocalExcelOptions = {}): Promise<Work> {
  const work = await openWork(options);
  await work.session.open(null);
  await insertForms(work);
  return work;
}

/** The same, filled as Thanh Miện's printed report has it, with supplementary tables where some are named. */
export async function openFilled(tables: readonly string[] = []): Promise<Work> {
  const work = await openWithForms();
  await work.typeForms(thanhMienData.forms);
  await work.pauseInTyping();
  if (tables.length > 0) await insertForms(work, tables);
  return work;
}

async function insertForms({ session }: Work, tables: readonly string[] = []): Promise<void> {
  const edition = findEdition(thanhMienDraft.edition);
  if (edition === null) throw new Error(`no edition ${thanhMienDraft.edition}`);
  await session.insert(planReport(edition, knownInfo(thanhMienDraft), tables));
}
