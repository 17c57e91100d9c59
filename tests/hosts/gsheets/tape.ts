/**
 * Plays a script again up to a moment without doing its work again: what the services answered is kept
 * on a tape. A run of a script over taped services is recorded; a second run, begun in the middle of
 * the first, gets the recorded answers (the same objects behind them) until it stands where the first
 * one stands, and from there on meets the services themselves.
 */
export interface Tape {
  /** The same services, taped. */
  wrap<T extends object>(services: T): T;
  /** Begins a recording. */
  record(): void;
  /** Runs work whose calls are answered from the tape for as long as it lasts. */
  replay(work: () => void): void;
}

/** A member that a script asked for, in this order. */
interface Entry {
  readonly name: string;
  readonly isMethod: boolean;
  /** What it got, by calling a method or by reading another member; null while the method is at work. */
  given: { readonly answer: unknown } | null;
}

type Method = (...args: readonly unknown[]) => unknown;

export function createTape(): Tape {
  const outsides = new WeakMap<object, object>();
  const insides = new WeakMap<object, object>();
  let entries: Entry[] = [];
  /** How far a replay has come; null while recording. */
  let played: number | null = null;

  const outside = (value: unknown): unknown => {
    if (typeof value !== "object" || value === null) return value;
    const known = outsides.get(value);
    if (known !== undefined) return known;
    if (Array.isArray(value)) return value.map(outside);
    // Dates are values, not services.
    if (Object.prototype.toString.call(value) === "[object Date]") return value;
    const made = new Proxy(value, { get: (target, key) => memberOf(target, key) });
    outsides.set(value, made);
    insides.set(made, value);
    return made;
  };
  const inside = (value: unknown): unknown => {
    if (typeof value !== "object" || value === null) return value;
    return insides.get(value) ?? (Array.isArray(value) ? value.map(inside) : value);
  };
  const memberOf = (target: object, key: string | symbol): unknown => {
    const name = String(key);
    const known = played === null ? undefined : entries[played];
    if (played !== null && known !== undefined) {
      if (known.name !== name)
        throw new Error(`The second run asks for ${name} where the first asked for ${known.name}.`);
      played += 1;
      const { given } = known;
      if (given !== null) return known.isMethod ? () => given.answer : given.answer;
    }
    const member: unknown = Reflect.get(target, key);
    const isMethod = typeof member === "function";
    const entry: Entry = { name, isMethod, given: isMethod ? null : { answer: outside(member) } };
    if (played === null) entries.push(entry);
    if (!isMethod) return entry.given?.answer;
    return (...args: readonly unknown[]) => {
      const answer = outside(Reflect.apply(member as Method, target, args.map(inside)));
      entry.given = { answer };
      return answer;
    };
  };

  return {
    wrap: (services) => {
      const names = Object.entries(services).map(([name, service]) => [name, outside(service)]);
      return Object.fromEntries(names);
    },
    record: () => {
      entries = [];
      played = null;
    },
    replay: (work) => {
      played = 0;
      try {
        work();
      } finally {
        played = null;
      }
    },
  };
}
