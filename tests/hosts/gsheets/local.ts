import { createSheetsHost } from "../../../src/hosts/gsheets/host.js";
import type { SheetsMessages } from "../../../src/hosts/gsheets/messages.js";
import * as code from "../../../src/hosts/gsheets/server/code.js";
import type { WorkbookHost } from "../../../src/hosts/port.js";
import { Grid, type GridOptions } from "../../../tools/grid/grid.js";
import { coauthor, officer, type Person } from "../../../tools/grid/person.js";
import { apiMessages } from "../../../tools/local-sheets/api-messages.js";
import { SheetsBook } from "../../../tools/local-sheets/book.js";
import { type BoundScript, bindScript, scriptMessagesOf } from "../../../tools/local-sheets/script.js";
import type { Services } from "../../../tools/local-sheets/services/services.js";
import { ManualTimers } from "../excel/local.js";
import { mustBeGoogles } from "./schema.js";

/** The Sheets host over a local spreadsheet, every message judged by Google's schema. */
export interface LocalSheets {
  readonly host: WorkbookHost;
  readonly book: SheetsBook;
  readonly officer: Person;
  readonly coauthor: Person;
  readonly timers: ManualTimers;
  /** How often each message went, so far. */
  readonly counts: Readonly<Record<keyof SheetsMessages, number>>;
  /** Is called before each update goes out: somebody else may act then. */
  beforeUpdate: () => void;
  /** Is called when an update is done, before its answer comes back. */
  afterUpdate: () => void;
  /** Makes the pane hidden or seen; being seen again is told. */
  show(seen: boolean): void;
  /** A key or a click in the pane. */
  touch(): void;
}

/** Over Google's API as it is documented. */
export function openOverApi(options: GridOptions = {}): LocalSheets {
  const book = new SheetsBook(new Grid(options));
  return open(book, apiMessages(book, mustBeGoogles));
}

/** Over our own server and the strict services. */
export function openOverScript(options: GridOptions = {}): LocalSheets & { readonly script: BoundScript } {
  const book = new SheetsBook(new Grid(options));
  const script = bindScript(book, scriptFunctions);
  return Object.assign(open(book, scriptMessagesOf(script, mustBeGoogles)), { script });
}

/** The server's functions with the services as their globals, at each call: several spreadsheets may be open. */
export function scriptFunctions(services: Services): typeof code {
  const bound = Object.entries(code).map(([name, run]) => [
    name,
    (...args: never[]) => {
      Object.assign(globalThis, services);
      return Reflect.apply(run, undefined, args);
    },
  ]);
  return Object.fromEntries(bound);
}

/** Runs work while the server's clock shows what `now` says, however long it takes this machine. */
export function byClock<T>(now: () => number, work: () => T): T {
  const machine = Date.now;
  Date.now = now;
  try {
    return work();
  } finally {
    Date.now = machine;
  }
}

function open(book: SheetsBook, messages: SheetsMessages): LocalSheets {
  const timers = new ManualTimers();
  const counts = { read: 0, update: 0, stamp: 0, select: 0 };
  const listeners = new Set<(kind: "returned" | "touched") => void>();
  let hidden = false;
  let passed = 0;
  const count =
    <Args extends readonly unknown[], T>(name: keyof SheetsMessages, send: (...args: Args) => Promise<T>) =>
    async (...args: Args): Promise<T> => {
      counts[name] += 1;
      return send(...args);
    };
  const host = createSheetsHost(
    {
      read: count("read", messages.read),
      update: count("update", async (requests, since) => {
        local.beforeUpdate();
        const version = await messages.update(requests, since);
        local.afterUpdate();
        return version;
      }),
      stamp: count("stamp", messages.stamp),
      select: count("select", messages.select),
    },
    {
      now: () => passed,
      after: (milliseconds, work) =>
        timers.after(milliseconds, () => {
          passed += milliseconds;
          work();
        }),
      isHidden: () => hidden,
      onAttention: (listener) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
    },
  );
  const local: LocalSheets = {
    host,
    book,
    officer: officer(book.grid),
    coauthor: coauthor(book.grid),
    timers,
    counts,
    beforeUpdate: () => {},
    afterUpdate: () => {},
    show: (seen) => {
      hidden = !seen;
      for (const listener of [...listeners]) listener("returned");
    },
    touch: () => {
      for (const listener of [...listeners]) listener("touched");
    },
  };
  return local;
}
