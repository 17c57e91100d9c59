import { Fault, invalidArgument } from "../../grid/fault.js";
import { isOnSheet, parseRect, type Rect } from "../../grid/rect.js";
import type { Place } from "./place.js";
import type { Json } from "./wire.js";

export interface Property {
  readonly get?: () => Json;
  readonly set?: (value: Json) => void;
}

/** The members of one object of the API, under their Office.js names. */
export interface Members {
  /** What identifies the object to the client: returned with every answer about it. */
  readonly identity?: () => Readonly<Record<string, Json>>;
  readonly properties?: Readonly<Record<string, Property>>;
  readonly children?: Readonly<Record<string, () => ApiObject | null>>;
  readonly methods?: Readonly<Record<string, (args: Arguments) => ApiObject | Json | undefined>>;
  /** The members of a collection. */
  readonly items?: () => readonly ApiObject[];
  /** A member of a collection by its key, as `getItem` does. */
  readonly item?: (key: Json) => ApiObject;
  /** The cells behind a range. */
  readonly place?: Place;
}

/** One object that the client holds a proxy of. A member that it lacks is refused loudly. */
export class ApiObject {
  /** Set once the client asked to keep the object beyond its batch. */
  reference: string | null = null;

  constructor(
    readonly type: string,
    readonly members: Members,
  ) {}

  /** What goes back when the object is made or queried. */
  identity(): Record<string, Json> {
    const own = this.members.identity?.() ?? {};
    return this.reference === null ? { ...own } : { ...own, _ReferenceId: this.reference };
  }

  property(name: string): Property | null {
    return own(this.members.properties, name);
  }

  child(name: string): (() => ApiObject | null) | null {
    return own(this.members.children, name);
  }

  method(name: string): (args: Arguments) => ApiObject | Json | undefined {
    return own(this.members.methods, name) ?? refuse(`${this.type}.${name}`);
  }
}

/** Fails as Excel does for a member that it does not have: never pass over one silently. */
export function refuse(member: string): never {
  throw new Fault("ApiNotFound", `The local Excel host does not implement ${member}.`, member);
}

function own<T>(table: Readonly<Record<string, T>> | undefined, name: string): T | null {
  const key = name.charAt(0).toLowerCase() + name.slice(1);
  return table && Object.hasOwn(table, key) ? (table[key] ?? null) : null;
}

/** The arguments of a call, each read as the member expects it. */
export class Arguments {
  constructor(
    private readonly list: readonly (Json | ApiObject | undefined)[],
    private readonly location: string,
  ) {}

  has(index: number): boolean {
    return this.list[index] !== undefined && this.list[index] !== null;
  }

  text(index: number): string {
    const value = this.list[index];
    if (typeof value !== "string") throw this.invalid();
    return value;
  }

  optionalText(index: number): string | undefined {
    return this.has(index) ? this.text(index) : undefined;
  }

  whole(index: number): number {
    const value = this.list[index];
    if (typeof value !== "number" || !Number.isInteger(value)) throw this.invalid();
    return value;
  }

  flag(index: number): boolean {
    return this.list[index] === true;
  }

  /** A word out of a list; the first word when it is left out. */
  word<T extends string>(index: number, words: readonly [T, ...T[]]): T {
    if (!this.has(index)) return words[0];
    const value = this.list[index];
    const found = words.find((word) => word === value);
    if (found === undefined) throw this.invalid();
    return found;
  }

  json(index: number): Json {
    const value = this.list[index] ?? null;
    if (value instanceof ApiObject) throw this.invalid();
    return value;
  }

  object(index: number): ApiObject | null {
    const value = this.list[index];
    return value instanceof ApiObject ? value : null;
  }

  /** The place of a range argument. */
  place(index: number): Place {
    const place = this.object(index)?.members.place;
    if (!place) throw this.invalid();
    return place;
  }

  /** An area given as a range or as an address on the sheet at hand. */
  area(index: number): Rect {
    const value = this.list[index];
    const rect =
      typeof value === "string" ? parseRect(value.slice(value.lastIndexOf("!") + 1)) : this.place(index).rect;
    if (!rect || !isOnSheet(rect)) throw this.invalid();
    return rect;
  }

  invalid(why = ""): Fault {
    return invalidArgument(this.location, why);
  }
}
