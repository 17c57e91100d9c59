/** A test that never caught anything may still: as if it had once in so many trials. */
const UNTRIED = 0.02;
/** What a test caught long ago says less of the mutants before us, which go through a file from its top. */
const FORGOTTEN = 0.9;
/** Milliseconds that any test takes, measured or not. */
const LEAST = 3;

/** In which order tests are tried on a mutant: the likeliest to catch it for the time that it takes, first. */
export class Order {
  /** For each source file: how often each test caught a mutant of it, lately. */
  #caught = new Map();

  of(file, tests, costOf) {
    const caught = this.#caught.get(file);
    const worth = (test) => ((caught?.get(test) ?? 0) + UNTRIED) / (costOf(test) + LEAST);
    return tests
      .map((test) => ({ test, worth: worth(test) }))
      .sort((a, b) => b.worth - a.worth)
      .map(({ test }) => test);
  }

  tried(file, test, isCaught) {
    if (!isCaught) return;
    const caught = this.#caught.get(file) ?? new Map();
    this.#caught.set(file, caught);
    for (const [known, times] of caught) caught.set(known, times * FORGOTTEN);
    caught.set(test, (caught.get(test) ?? 0) + 1);
  }
}
