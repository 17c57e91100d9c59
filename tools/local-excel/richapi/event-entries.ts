import { apiValue, valueType } from "../../grid/cell.js";
import type { Actor, GridEvent } from "../../grid/events.js";
import { formatRect } from "../../grid/rect.js";
import type { EventEntry, Json } from "./wire.js";

/** Event types by their numbers in the client library. */
export const EVENT = {
  changed: 10,
  activated: 11,
  deactivated: 12,
  added: 13,
  selectionChanged: 14,
  deleted: 15,
  calculated: 16,
  formatChanged: 18,
  rowSorted: 19,
  visibility: 26,
  renamed: 25,
  moved: 27,
  protection: 24,
  /** Workbook.onSelectionChanged: its target is empty, and the client asks for it without a batch. */
  documentSelection: 2,
} as const;

/** The target under which events of the collection are raised. */
export const WORKBOOK = "Workbook";

/**
 * The entries that go to one add-in for what happened, in order: only what it `wants`. `self` tells
 * its own writes from those of others.
 */
export function entriesOf(
  events: readonly GridEvent[],
  self: Actor,
  wants: (type: number, target: string) => boolean,
): readonly EventEntry[] {
  return events.flatMap((event) => {
    if (event.kind === "selected") {
      return [entry(EVENT.documentSelection, "", {}), ...targeted(event, self, wants)];
    }
    return targeted(event, self, wants);
  });
}

function targeted(
  event: GridEvent,
  self: Actor,
  wants: (type: number, target: string) => boolean,
): readonly EventEntry[] {
  const message = messageOf(event, self);
  if (!message) return [];
  const targets = [message.sheetId, WORKBOOK].filter((target) => wants(message.type, target));
  return targets.map((target) => entry(message.type, target, message.args));
}

function entry(type: number, target: string, args: Readonly<Record<string, Json>>): EventEntry {
  return [65_536, type, target, JSON.stringify(args), 0, false];
}

interface Message {
  readonly type: number;
  readonly sheetId: string;
  readonly args: Readonly<Record<string, Json>>;
}

function messageOf(event: GridEvent, self: Actor): Message | null {
  switch (event.kind) {
    case "changed":
      return { type: EVENT.changed, sheetId: event.sheetId, args: changedArgs(event, self) };
    case "sorted": {
      const args = {
        worksheetId: event.sheetId,
        address: formatRect(event.rect),
        source: event.actor.source,
      };
      return { type: EVENT.rowSorted, sheetId: event.sheetId, args };
    }
    case "formatted": {
      const args = {
        worksheetId: event.sheetId,
        address: formatRect(event.rect),
        source: event.actor.source,
      };
      return { type: EVENT.formatChanged, sheetId: event.sheetId, args };
    }
    case "calculated": {
      const args = { worksheetId: event.sheetId, address: formatRect(event.rect) };
      return { type: EVENT.calculated, sheetId: event.sheetId, args };
    }
    case "added":
    case "deleted": {
      const args = { worksheetId: event.sheetId, source: event.actor.source };
      return { type: EVENT[event.kind], sheetId: event.sheetId, args };
    }
    case "activated":
    case "deactivated":
      return { type: EVENT[event.kind], sheetId: event.sheetId, args: { worksheetId: event.sheetId } };
    case "selected": {
      const args = { worksheetId: event.sheetId, address: formatRect(event.rect) };
      return { type: EVENT.selectionChanged, sheetId: event.sheetId, args };
    }
    case "renamed": {
      const args = {
        worksheetId: event.sheetId,
        nameBefore: event.before,
        nameAfter: event.after,
        source: event.actor.source,
      };
      return { type: EVENT.renamed, sheetId: event.sheetId, args };
    }
    case "moved": {
      const args = {
        worksheetId: event.sheetId,
        positionBefore: event.before,
        positionAfter: event.after,
        source: event.actor.source,
      };
      return { type: EVENT.moved, sheetId: event.sheetId, args };
    }
    case "visibility": {
      const args = {
        worksheetId: event.sheetId,
        visibilityBefore: event.before,
        visibilityAfter: event.after,
        source: event.actor.source,
      };
      return { type: EVENT.visibility, sheetId: event.sheetId, args };
    }
    case "protection": {
      const args = { worksheetId: event.sheetId, isProtected: event.protected, source: event.actor.source };
      return { type: EVENT.protection, sheetId: event.sheetId, args };
    }
    case "layout":
    case "names":
    case "replaced":
      return null;
  }
}

function changedArgs(
  event: Extract<GridEvent, { kind: "changed" }>,
  self: Actor,
): Readonly<Record<string, Json>> {
  const details = event.details && {
    valueBefore: apiValue(event.details.before),
    valueAfter: apiValue(event.details.after),
    valueTypeBefore: valueType(event.details.before),
    valueTypeAfter: valueType(event.details.after),
  };
  const own = event.actor.addin !== null && event.actor.addin === self.addin;
  return {
    worksheetId: event.sheetId,
    address: formatRect(event.rect),
    changeType: event.changeType,
    source: event.actor.source,
    shiftDirection: event.shift,
    triggerSource: own ? "ThisLocalAddin" : "Unknown",
    referenceId: "",
    ...details,
  };
}
