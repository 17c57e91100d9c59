import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { setImmediate as turn } from "node:timers/promises";
import { type Context, Script } from "node:vm";
import type { CellValue } from "../grid/cell.js";
import { Grid, type GridOptions } from "../grid/grid.js";
import { formulaAt, textAt, valueAt } from "../grid/look.js";
import { coauthor, officer, type Person } from "../grid/person.js";
import { LocalHost, SESSION_LOST } from "./host.js";
import { type IsSetSupported, NEWEST_EXCEL_API, requirementSets, supports } from "./requirement-sets.js";
import type { Batch, EventEntry } from "./richapi/wire.js";

export interface LocalExcelOptions extends GridOptions {
  /** The highest ExcelApi set that this Excel reports. */
  readonly excelApi?: string;
  /** A workbook that another pane has open already. */
  readonly grid?: Grid;
}

/** Microsoft's client library with a local Excel behind it. */
export interface LocalExcel {
  readonly Excel: typeof Excel;
  readonly OfficeExtension: typeof OfficeExtension;
  readonly isSetSupported: IsSetSupported;
  readonly grid: Grid;
  /** Edit mode, lost session, refusals on demand. */
  readonly host: LocalHost;
  /** The officer at this machine. */
  readonly officer: Person;
  /** Somebody who has the same file open elsewhere. */
  readonly coauthor: Person;
  /** Round trips so far; the client's own letting go of objects after a run is not counted. */
  requests(): number;
  value(sheet: string, address: string): CellValue;
  text(sheet: string, address: string): string;
  formula(sheet: string, address: string): string | number | boolean;
  /**
   * Waits until nothing is under way: answers and events have reached their handlers, and what these
   * did in turn. All of it is promises, and a turn of the event loop begins when none is left.
   */
  settled(): Promise<void>;
  /** Closes the pane. */
  close(): void;
}

/**
 * Loads the unmodified client library (`excel-web-16.00.js`) and answers it from a workbook in
 * memory. There is no `Office.onReady` here: `Excel.run` works at once.
 */
export async function createLocalExcel(options: LocalExcelOptions = {}): Promise<LocalExcel> {
  const grid = options.grid ?? new Grid(options);
  const excelApi = options.excelApi ?? NEWEST_EXCEL_API;
  const isSetSupported = supports(requirementSets(excelApi));
  const dom = newWindow();
  clientScript().runInContext(dom.getInternalVMContext());
  const client = clientOf(dom.window);
  Object.assign(dom.window, { Office: { context: { requirements: { isSetSupported } } } });
  const host = connect(client.OfficeExtension, grid, excelApi);
  return {
    ...client,
    isSetSupported,
    grid,
    host,
    officer: officer(grid),
    coauthor: coauthor(grid),
    requests: () => host.batches,
    value: (sheet, address) => valueAt(grid, sheet, address),
    text: (sheet, address) => textAt(grid, sheet, address),
    formula: (sheet, address) => formulaAt(grid, sheet, address),
    settled: turn,
    close: () => {
      host.end();
      dom.window.close();
    },
  };
}

/** What is used of jsdom, which brings no type declarations. */
interface Dom {
  readonly window: { close(): void };
  getInternalVMContext(): Context;
}

function newWindow(): Dom {
  const jsdom: { JSDOM: new (html: string, options: object) => Dom } = load("jsdom");
  return new jsdom.JSDOM("<!doctype html>", { url: "https://localhost/", runScripts: "outside-only" });
}

const load = createRequire(import.meta.url);
let compiled: Script | null = null;

/** The library, compiled once per process. */
function clientScript(): Script {
  if (!compiled) {
    const path = load.resolve("@microsoft/office-js/dist/excel-web-16.00.js");
    compiled = new Script(readFileSync(path, "utf8"), { filename: path });
  }
  return compiled;
}

type Client = Pick<LocalExcel, "Excel" | "OfficeExtension">;

function clientOf(window: object): Client {
  const isClient = (global: object): global is Client => "Excel" in global && "OfficeExtension" in global;
  if (!isClient(window)) throw new Error("The Office.js client library did not load.");
  return window;
}

/** The bridge as the client library expects it: it sends text, and sets how text comes back. */
interface Bridge {
  sendMessageToHost(text: string): void;
  onMessageFromHost?: (text: string) => void;
}

/** The entry by which a native host connects; not in the public type declarations. */
interface HostBridge {
  init(bridge: Bridge): void;
}

function connect(extension: object, grid: Grid, excelApi: string): LocalHost {
  const bridge: Bridge = { sendMessageToHost: (text) => void answer(text) };
  const back = (message: object) => bridge.onMessageFromHost?.(JSON.stringify(message));
  const sendEvents = async (entries: readonly EventEntry[]) => {
    // Events come after the answer to the batch that caused them.
    for (let turn = 0; turn < 4; turn += 1) await Promise.resolve();
    back({ type: 3, message: { entries } });
  };
  const host = new LocalHost(grid, (entries) => void sendEvents(entries), excelApi);
  const answer = async (text: string) => {
    const request: Request = JSON.parse(text);
    const { body } = request.message;
    const batch: Batch = typeof body === "string" ? JSON.parse(body) : body;
    const delivery = await host.process(batch, request.flags);
    const message =
      delivery.kind === "answer"
        ? { statusCode: 200, headers: {}, body: delivery.answer }
        : { statusCode: 408, headers: {}, body: { error: { code: SESSION_LOST, message: SESSION_LOST } } };
    back({ id: request.id, type: 2, flags: 0, message });
  };
  hostBridgeOf(extension).init(bridge);
  return host;
}

interface Request {
  readonly id: number;
  readonly flags: number;
  readonly message: { readonly body: string | Batch };
}

function hostBridgeOf(extension: object): HostBridge {
  const has = (value: object): value is { HostBridge: HostBridge } => "HostBridge" in value;
  if (!has(extension)) throw new Error("The client library has no HostBridge.");
  return extension.HostBridge;
}
