/**
 * An object of a service with these members and no others: whatever else a script asks for throws,
 * so that nothing is used that was not thought of here.
 */
export function strict<T extends object>(name: string, members: T): T {
  return new Proxy(members, {
    get: (target, key, receiver) => {
      if (typeof key === "symbol" || key in target) return Reflect.get(target, key, receiver);
      // Promises and tests ask every object for these.
      if (key === "then" || key === "toJSON" || key === "asymmetricMatch") return undefined;
      throw new Error(`The local Google Sheets has no ${name}.${key}.`);
    },
    set: (_target, key) => {
      throw new Error(`${name}.${String(key)} cannot be set.`);
    },
  });
}
