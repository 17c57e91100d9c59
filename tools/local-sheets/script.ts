import type { ReadQuery, SheetsMessages, Stamp } from "../../src/hosts/gsheets/messages.js";
import type { Request, Spreadsheet } from "../../src/hosts/gsheets/wire.js";
import type { CellAddress } from "../../src/values/address.js";
import type { SheetsBook } from "./book.js";
import { createServices, type Services, type Shown } from "./services/services.js";

/** The global functions of `Code.js`. */
export interface ScriptFunctions {
  onOpen(): void;
  onInstall(): void;
  onEdit(): void;
  showPane(): void;
  selfCheck(): void;
  read(query: ReadQuery): Spreadsheet;
  update(requests: readonly Request[], since: string | null): string;
  stamp(): Stamp;
  select(cell: CellAddress): void;
}

/** A script bound to a spreadsheet of the grid. */
export interface BoundScript {
  readonly book: SheetsBook;
  readonly shown: Shown;
  /** Somebody else's script holds the lock. */
  lockedByOthers: boolean;
  /** Calls one of the script's functions, as Google would: as the script's act. */
  call<Name extends keyof ScriptFunctions>(
    name: Name,
    ...args: Parameters<ScriptFunctions[Name]>
  ): ReturnType<ScriptFunctions[Name]>;
  /** Calls a function that a page names, with what the page sent. */
  callNamed(name: keyof ScriptFunctions, args: readonly unknown[]): unknown;
}

/**
 * Runs the server over the local services. What a person types fires `onEdit`, as the simple trigger
 * does; nothing else tells the script of a change.
 *
 * @param functions makes the script's functions while the services are its globals
 */
export function bindScript(
  book: SheetsBook,
  functions: (services: Services) => ScriptFunctions,
): BoundScript {
  const shown: Shown = { menu: [], sidebar: null, alerts: [] };
  const services = createServices(book, shown, () => script.lockedByOthers);
  const code = functions(services);
  const script: BoundScript = {
    book,
    shown,
    lockedByOthers: false,
    call: (name, ...args) => {
      const run: (...all: typeof args) => ReturnType<ScriptFunctions[typeof name]> = code[name] as never;
      return book.run(() => run(...args));
    },
    callNamed: (name, args) => book.run(() => Reflect.apply(code[name], undefined, args)),
  };
  book.grid.listen((events) => {
    const typed = events.some(
      (event) => event.kind === "changed" && event.actor.addin === null && event.changeType === "RangeEdited",
    );
    if (typed) script.call("onEdit");
  });
  script.call("onOpen");
  return script;
}

/** The four messages of a bound script; everything crosses as JSON, and `seen` is told of it. */
export function scriptMessagesOf(
  script: BoundScript,
  seen: (message: "update" | "spreadsheet", body: unknown) => void = () => {},
): SheetsMessages {
  const wire = <T>(value: T): T => (value === undefined ? value : JSON.parse(JSON.stringify(value)));
  return {
    read: async (query) => {
      const answer = wire(script.call("read", wire(query)));
      seen("spreadsheet", answer);
      return answer;
    },
    update: async (requests, since) => {
      const body = wire(requests);
      seen("update", { requests: body });
      return wire(script.call("update", body, since));
    },
    stamp: async () => wire(script.call("stamp")),
    select: async (cell) => script.call("select", wire(cell)),
  };
}
