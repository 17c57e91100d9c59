import type { Grid } from "../../../grid/grid.js";
import { LocalHost } from "../../host.js";
import { requirementSets } from "../../requirement-sets.js";
import { PaneChannel } from "./channel.js";
import { type Exit, TAB_IN } from "./keyboard.js";

export interface PaneOptions {
  readonly excelApi: string;
  readonly locale: string;
  /** The origin that the add-in's pages are asked of. */
  readonly origin: string;
  readonly unsupported: (what: string) => void;
  /** The pane lets go of the keyboard. */
  readonly leave: (exit: Exit) => void;
}

/** Where the add-in's document settings are kept for this page. */
const SETTINGS_KEY = "local-excel-settings";

/** The task pane beside the grid: a frame with the add-in in it, and its own connection to the workbook. */
export class Pane {
  private opened: {
    readonly frame: HTMLIFrameElement;
    readonly host: LocalHost;
    readonly channel: PaneChannel;
    readonly stop: () => void;
  } | null = null;
  private editing = false;

  constructor(
    private readonly container: HTMLElement,
    private readonly grid: Grid,
    private readonly options: PaneOptions,
  ) {}

  get host(): LocalHost | null {
    return this.opened?.host ?? null;
  }

  /** Whether the workbook brings the pane along, as Office reads it from the document's settings. */
  get opensWithFile(): boolean {
    return readSettings().some(
      ([name, value]) => name === "Office.AutoShowTaskpaneWithDocument" && JSON.parse(value) === true,
    );
  }

  /** Loads a page of the add-in into the pane; what was there is closed first. */
  open(address: string): void {
    this.close();
    const deliver: { channel: PaneChannel | null } = { channel: null };
    const host = new LocalHost(
      this.grid,
      (entries) => queueMicrotask(() => deliver.channel?.deliver(entries)),
      this.options.excelApi,
    );
    if (this.editing) host.beginCellEdit();
    const channel = new PaneChannel({
      requirementSets: requirementSets(this.options.excelApi),
      locale: this.options.locale,
      paneOrigin: this.options.origin,
      process: (batch, flags) => host.process(batch, flags),
      settings: readSettings(),
      saveSettings: (settings) => sessionStorage.setItem(SETTINGS_KEY, JSON.stringify(settings)),
      unsupported: this.options.unsupported,
      leave: this.options.leave,
    });
    deliver.channel = channel;
    const frame = document.createElement("iframe");
    const url = new URL(address, this.options.origin);
    url.searchParams.set("_host_Info", channel.hostInfo);
    frame.name = channel.frameName;
    frame.title = "Ngăn tác vụ của phần bổ trợ";
    frame.src = url.href;
    this.container.append(frame);
    if (!frame.contentWindow) throw new Error("The pane's frame was not attached.");
    const stop = channel.open(frame.contentWindow);
    this.opened = { frame, host, channel, stop };
  }

  /** Closes the pane: the add-in in it is gone, with all its event handlers. */
  close(): void {
    if (!this.opened) return;
    const { frame, host, stop } = this.opened;
    stop();
    host.end();
    frame.remove();
    this.opened = null;
  }

  /** Gives the pane the keyboard, at its first element or its last. False while it is closed. */
  enter(direction: keyof typeof TAB_IN): boolean {
    this.opened?.frame.focus();
    this.opened?.channel.enter(TAB_IN[direction]);
    return this.opened !== null;
  }

  /** Runs a function of the add-in, as a ribbon button does. */
  invoke(commandId: string, functionName: string): boolean {
    return this.opened?.channel.invoke(commandId, functionName) ?? false;
  }

  /** Tells the add-in's Excel that a cell is being edited, or no longer. */
  setEditing(on: boolean): void {
    this.editing = on;
    if (on) this.host?.beginCellEdit();
    else this.host?.endCellEdit();
  }
}

function readSettings(): readonly (readonly [string, string])[] {
  const saved = sessionStorage.getItem(SETTINGS_KEY);
  return saved === null ? [] : JSON.parse(saved);
}
