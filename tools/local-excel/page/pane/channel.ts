import type { Delivery } from "../../host.js";
import type { RequirementSets } from "../../requirement-sets.js";
import type { Batch, EventEntry } from "../../richapi/wire.js";
import { type Exit, exitOf } from "./keyboard.js";

/**
 * The conversation with Microsoft's office.js in the pane, over window messages, as Excel on the web
 * leads it. The pane asks (`_messageType` 0), the host answers with the same ids or raises events
 * (`_messageType` 1).
 */
interface PaneHost {
  readonly requirementSets: RequirementSets;
  /** `vi-VN` */
  readonly locale: string;
  /** Where the pane's page comes from. */
  readonly paneOrigin: string;
  process(batch: Batch, flags: number): Promise<Delivery>;
  /** The add-in's document settings, as name and value. */
  settings: readonly (readonly [string, string])[];
  saveSettings(settings: readonly (readonly [string, string])[]): void;
  /** The pane lets go of the keyboard. */
  leave(exit: Exit): void;
  /** The add-in asked for something that this host does not do. */
  unsupported(what: string): void;
}

interface Request {
  readonly _messageType: number;
  readonly _actionType: number;
  readonly _actionName: string;
  readonly _conversationId: string;
  readonly _correlationId: number;
  readonly _data: unknown;
}

/** `OSF.DDA.MethodDispId` of the client library. */
const METHOD = { loadSettings: 75, saveSettings: 76, batch: 93, commandDone: 94, openBrowserWindow: 102 };
/** Office error codes. */
const ERROR = { unsupported: 5000, sessionLost: 5012 };
const REGISTER = 1;
const UNREGISTER = 2;

export class PaneChannel {
  readonly conversation = `conversation-${crypto.randomUUID()}`;
  private readonly registered = new Map<string, Request>();
  private target: Window | null = null;

  constructor(private readonly host: PaneHost) {}

  /** What the pane's frame must be named before it is attached, so that office.js finds its host. */
  get frameName(): string {
    return JSON.stringify({
      xdmInfo: `${this.conversation}|pane|${location.origin}`,
      serializerVersion: 1,
      hostInfo: this.hostInfo,
    });
  }

  /** Goes into the pane's address as `_host_Info`. */
  get hostInfo(): string {
    return `Excel$Web$16.00$${this.host.locale}$telemetry$$$0`;
  }

  /** Starts to listen to a frame. Gives the way to stop. */
  open(target: Window): () => void {
    this.target = target;
    const listener = (event: MessageEvent) => {
      if (event.source !== target || event.origin !== this.host.paneOrigin || typeof event.data !== "string")
        return;
      const request = readRequest(event.data);
      if (request?._conversationId === this.conversation && request._messageType === 0)
        void this.answer(request);
    };
    window.addEventListener("message", listener);
    return () => window.removeEventListener("message", listener);
  }

  /** Hands events of the workbook to the add-in. */
  deliver(entries: readonly EventEntry[]): void {
    const selection = entries.filter((entry) => entry[1] === 2);
    const others = entries.filter((entry) => entry[1] !== 2);
    if (others.length > 0) this.raise("richApiMessage", { ArrayData: others });
    if (selection.length > 0) this.raise("documentSelectionChanged", {});
  }

  /** Presses a ribbon button that runs a function of the add-in. False while none is registered. */
  invoke(commandId: string, functionName: string): boolean {
    return this.raise("appCommandInvoked", {
      0: commandId,
      1: functionName,
      2: JSON.stringify({ source: { id: commandId } }),
    });
  }

  /** Gives the pane the keyboard. */
  enter(action: number): void {
    const message = {
      _messageType: 0,
      _actionName: "Office_notifyAgave",
      _conversationId: `${this.conversation}_ntf`,
      _correlationId: 0,
      _origin: location.origin,
      _data: [action],
      _actionType: 0,
      _serializerVersion: 1,
    };
    this.target?.postMessage(JSON.stringify(message), this.host.paneOrigin);
  }

  private raise(event: string, data: object): boolean {
    const request = this.registered.get(event);
    if (request) this.post(request, data, 1);
    return request !== undefined;
  }

  private async answer(request: Request): Promise<void> {
    if (request._actionType === REGISTER) {
      this.registered.set(request._actionName, request);
      return this.post(request, { Error: 0, Version: 1 });
    }
    if (request._actionType === UNREGISTER) {
      this.registered.delete(request._actionName);
      return this.post(request, { Error: 0, Version: 1 });
    }
    switch (request._actionName) {
      case "ContextActivationManager_getAppContextAsync":
        return this.post(request, this.appContext());
      case "ContextActivationManager_notifyHost": {
        const exit = exitOf(request._data);
        if (exit !== null) this.host.leave(exit);
        return this.post(request, null);
      }
      case "executeMethod":
        return this.post(request, await this.execute(readCall(request._data)));
      default:
        this.host.unsupported(request._actionName);
        return this.post(request, null, 0, -2);
    }
  }

  private async execute(call: Call): Promise<object> {
    switch (call.DdaMethod.DispatchId) {
      case METHOD.batch:
        return this.batch(call.ArrayData ?? []);
      case METHOD.saveSettings:
        this.host.saveSettings(call.DdaSettingsMethod?.Properties ?? []);
        return { Version: 1, Error: 0 };
      case METHOD.loadSettings: {
        const Settings = this.host.settings.map(([Name, Value]) => ({ Name, Value }));
        return { Version: 1, Error: 0, Properties: { Settings } };
      }
      case METHOD.commandDone:
        return { Version: 1, Error: 0 };
      default:
        this.host.unsupported(`method ${call.DdaMethod.DispatchId}`);
        return { Version: 1, Error: ERROR.unsupported };
    }
  }

  /** A batch: its text stands fifth in the array, perhaps in pieces, the flags seventh. */
  private async batch(data: readonly unknown[]): Promise<object> {
    const text = Array.isArray(data[4]) ? data[4].join("") : String(data[4]);
    const body: Batch = JSON.parse(text);
    const delivery = await this.host.process(body, Number(data[6] ?? 0));
    if (delivery.kind === "no-connection") return { Version: 1, Error: ERROR.sessionLost };
    const headers = ["Content-Type", "application/json"];
    return { Version: 1, Error: 0, Data: [200, headers, JSON.stringify(delivery.answer)] };
  }

  private post(request: Request, data: object | null, responseType = 0, errorCode = 0): void {
    const message = {
      _messageType: 1,
      _actionName: request._actionName,
      _conversationId: request._conversationId,
      _correlationId: request._correlationId,
      _origin: location.origin,
      _data: data,
      _errorCode: errorCode,
      _responseType: responseType,
      _serializerVersion: 1,
    };
    this.target?.postMessage(JSON.stringify(message), this.host.paneOrigin);
  }

  private appContext(): object {
    return {
      _id: "pane",
      _appInstanceId: "pane",
      _appName: 16,
      _appVersion: "16.0",
      _appUILocale: this.host.locale,
      _dataLocale: this.host.locale,
      _docUrl: `${location.origin}/So1.xlsx`,
      _clientMode: 1,
      _settings: this.host.settings,
      _reason: 1,
      _osfControlType: 1,
      _eToken: "",
      _correlationId: this.conversation,
      _requirementMatrix: JSON.stringify(this.host.requirementSets),
      _hostFullVersion: "16.0.0.0",
      _wacHostEnvironment: "0",
      _clientWindowHeight: window.innerHeight,
      _clientWindowWidth: 350,
      _addinName: "local",
      _initialDisplayMode: 0,
      // Windows that the add-in opens may only show pages of these.
      _appDomains: [this.host.paneOrigin],
    };
  }
}

interface Call {
  readonly DdaMethod: { readonly DispatchId: number };
  readonly ArrayData?: readonly unknown[];
  readonly DdaSettingsMethod?: { readonly Properties?: readonly (readonly [string, string])[] };
}

function readRequest(text: string): Request | null {
  try {
    const message: Request | null = JSON.parse(text);
    return typeof message === "object" ? message : null;
  } catch {
    return null;
  }
}

function readCall(data: unknown): Call {
  const isCall = (value: unknown): value is Call =>
    typeof value === "object" && value !== null && "DdaMethod" in value;
  return isCall(data) ? data : { DdaMethod: { DispatchId: 0 } };
}
