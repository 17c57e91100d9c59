import type { Actor, GridEvent } from "../../grid/events.js";
import type { Grid } from "../../grid/grid.js";
import type { Move } from "../../grid/move.js";
import type { Rect } from "../../grid/rect.js";
import type { Sheet } from "../../grid/sheet.js";
import type { ApiObject } from "./api-object.js";
import type { ApiSession } from "./api-session.js";
import { entriesOf } from "./event-entries.js";
import { type BatchContext, executeBatch } from "./execute.js";
import { rangeObject } from "./objects/range.js";
import { serviceObject } from "./objects/services.js";
import { workbookObject } from "./objects/workbook.js";
import { worksheetObject } from "./objects/worksheet.js";
import { Place } from "./place.js";
import type { Answer, Batch, EventEntry } from "./wire.js";

/**
 * One add-in at work on a workbook: the objects it keeps, the events it asked for, its settings.
 * Several sessions may share a workbook, as several panes do.
 */
export class Session implements BatchContext, ApiSession {
  eventsEnabled = true;
  inUndoGroup = false;
  readonly actor: Actor = { source: "Local", addin: Symbol("add-in") };

  private readonly references = new Map<string, ApiObject>();
  private readonly subscriptions = new Map<string, number>();
  private places = new Set<Place>();
  private nextReference = 1;
  private readonly endings: (() => void)[];

  constructor(
    readonly grid: Grid,
    /** Takes the event entries that are due to the add-in. */
    deliver: (entries: readonly EventEntry[]) => void,
    readonly excelApi: string,
  ) {
    this.endings = [
      grid.listen((events) => {
        const entries = this.entriesFor(events);
        if (entries.length > 0) deliver(entries);
      }),
      grid.onMove((sheet, move) => this.follow(sheet, move)),
    ];
  }

  /** Executes one batch as the add-in's act. */
  run(batch: Batch): Answer {
    const answer = this.grid.act(this.actor, () => executeBatch(batch, this));
    const kept = [...this.references.values()].flatMap((object) => object.members.place ?? []);
    this.places = new Set(kept);
    return answer;
  }

  /** Forgets the add-in: no more events. */
  end(): void {
    for (const ending of this.endings) ending();
  }

  root(): ApiObject {
    return workbookObject(this);
  }

  newObject(typeName: string): ApiObject | null {
    return serviceObject(typeName);
  }

  kept(reference: string): ApiObject | null {
    return this.references.get(reference) ?? null;
  }

  keep(object: ApiObject): void {
    if (object.reference !== null) return;
    object.reference = `ref${this.nextReference}`;
    this.nextReference += 1;
    this.references.set(object.reference, object);
  }

  release(reference: string): void {
    this.references.delete(reference);
  }

  /** How many objects the add-in keeps: a leak shows here. */
  get keptCount(): number {
    return this.references.size;
  }

  worksheet(id: string): ApiObject {
    return worksheetObject(this, id);
  }

  range(sheet: Sheet, rect: Rect): ApiObject {
    const place = new Place(this.grid, sheet.id, rect);
    this.places.add(place);
    return rangeObject(this, place);
  }

  subscribe(type: number, target: string, count: 1 | -1): void {
    const key = `${type}|${target}`;
    const next = (this.subscriptions.get(key) ?? 0) + count;
    if (next > 0) this.subscriptions.set(key, next);
    else this.subscriptions.delete(key);
  }

  private entriesFor(events: readonly GridEvent[]): readonly EventEntry[] {
    if (!this.eventsEnabled) return [];
    return entriesOf(events, this.actor, (type, target) => this.subscriptions.has(`${type}|${target}`));
  }

  private follow(sheet: Sheet, move: Move): void {
    for (const place of this.places) place.follow(sheet, move);
  }
}
