/** What is looked up by name. */
export interface Lookup<V> {
  get(name: string): V | undefined;
  has(name: string): boolean;
}

/** What the one knows before what the other does, without copying either. */
export function over<V>(first: Lookup<V>, second: Lookup<V>): Lookup<V> {
  return {
    get: (name) => (first.has(name) ? first.get(name) : second.get(name)),
    has: (name) => first.has(name) || second.has(name),
  };
}
