import { describe, expect, it } from "@jest/globals";
import type { WorkbookHost } from "../../src/hosts/port.js";
import type { CheckedBook } from "../../src/jobs/check.js";
import { RETRY_PAUSES, SHORT_READING, type WatchEvent, watch } from "../../src/jobs/watch.js";
import { ManualTimers } from "../hosts/excel/local.js";
import { formsPlan } from "../hosts/plans.js";
import { valueOfResult } from "../hosts/results.js";
import { filledBook } from "./books.js";
import { type Failure, failing } from "./failing.js";

const TOTAL = { sheet: "Biểu mẫu 3", row: 10, column: 4 };
const NOTHING = { sheets: [], names: [] };

/** A watch over a host that tells of changes, with all it tells. */
function watched(host: WorkbookHost) {
  const events: WatchEvent[] = [];
  const live = failing(host, {});
  return { events, ...watch(live, (event) => events.push(event)) };
}

function isWrong(book: CheckedBook): boolean {
  if (book.kind !== "forms") throw new Error(`the workbook is ${book.kind}`);
  return book.judgement.findings.some(
    ({ rule, place }) => rule === "total.mismatch" && place.kind === "indicator" && place.code === "1.4",
  );
}

/** Waits until the readings that changes have caused are over. */
const settled = () => new Promise((done) => setImmediate(done));

describe("the truth of what was read", () => {
  /** A watch that follows, whose readings fail as long as `fault` says so, with a clock of its own. */
  async function following() {
    const book = await filledBook();
    const now: { fault: Failure | null } = { fault: null };
    const timers = new ManualTimers();
    const events: WatchEvent[] = [];
    const host: WorkbookHost = {
      ...failing(book, {}),
      capture: (scope) => failing(book, now.fault === null ? {} : { capture: now.fault }).capture(scope),
    };
    const { read, follow, stop } = watch(host, (event) => events.push(event), timers.after);
    await read();
    await follow();
    events.length = 0;
    const edit = async () => {
      valueOfResult(await book.write([{ cell: TOTAL, value: 157 }]));
      await settled();
    };
    const pass = async (milliseconds: number) => {
      timers.advance(milliseconds);
      await settled();
    };
    const told = () =>
      events.splice(0).map((event) => (event.kind === "read" ? "read" : event.freshness.kind));
    return { now, edit, pass, told, stop, timers };
  }

  it("a word, Enter, the next cell begun, Esc: the finding comes by itself", async () => {
    const { now, edit, pass, told } = await following();
    now.fault = "cell-being-edited";
    await edit();
    expect(told()).toEqual(["waiting"]);
    // Esc changes nothing, so Excel tells nothing.
    now.fault = null;
    await pass(RETRY_PAUSES[0]);
    expect(told()).toEqual(["read", "live"]);
  });

  it.each([
    ["busy", "behind"],
    ["unknown", "behind"],
    ["too-large", "behind"],
    ["session-lost", "lost"],
  ] as const)("a reading that failed as %s makes it %s, and is tried again", async (fault, state) => {
    const { now, edit, pass, told } = await following();
    now.fault = fault;
    await edit();
    expect(told()).toEqual([state]);
    now.fault = null;
    await pass(RETRY_PAUSES[0]);
    expect(told()).toEqual(["read", "live"]);
  });

  it("is tried again with growing pauses, each failure told", async () => {
    const { now, edit, pass, told, timers } = await following();
    now.fault = "busy";
    await edit();
    for (const pause of [...RETRY_PAUSES, RETRY_PAUSES.at(-1) ?? 0]) {
      told();
      await pass(pause - 1);
      expect(told()).toEqual([]);
      await pass(1);
      expect(told()).toEqual(["behind"]);
    }
    expect(timers.pending).toBe(1);
  });

  it("begins with short pauses again after a change", async () => {
    const { now, edit, pass, told } = await following();
    now.fault = "busy";
    await edit();
    await pass(RETRY_PAUSES[0]);
    await pass(RETRY_PAUSES[1]);
    await edit();
    told();
    now.fault = null;
    await pass(RETRY_PAUSES[0]);
    expect(told()).toEqual(["read", "live"]);
  });

  it("is not tried again once nobody follows", async () => {
    const { now, edit, pass, told, stop, timers } = await following();
    now.fault = "busy";
    await edit();
    await stop();
    told();
    await pass(60_000);
    expect(told()).toEqual([]);
    expect(timers.pending).toBe(0);
  });

  it("is told to be reading where that takes its time, at once no longer than the eye notices", async () => {
    const book = await filledBook();
    const timers = new ManualTimers();
    const events: WatchEvent[] = [];
    let go: () => void = () => undefined;
    const host: WorkbookHost = {
      ...failing(book, {}),
      capture: async () => {
        await new Promise<void>((done) => {
          go = done;
        });
        return book.capture();
      },
    };
    const { read } = watch(host, (event) => events.push(event), timers.after);
    const reading = read();
    timers.advance(SHORT_READING - 1);
    expect(events).toEqual([]);
    timers.advance(1);
    expect(events).toMatchObject([{ freshness: { kind: "reading" } }]);
    go();
    await reading;
    expect(events.map((event) => (event.kind === "read" ? "read" : event.freshness.kind))).toEqual([
      "reading",
      "read",
      "live",
    ]);
    expect(timers.pending).toBe(0);
  });
});

describe("watching a workbook", () => {
  it("tells what it holds when it is read", async () => {
    const { events, read } = watched(await filledBook());
    expect(await read()).toBeNull();
    expect(events.map(({ kind }) => kind)).toEqual(["read"]);
    expect(events[0]?.kind === "read" && isWrong(events[0].book)).toBe(true);
  });

  it("reads again after a change, until it stops", async () => {
    const book = await filledBook();
    const { events, read, follow, stop } = watched(book);
    await read();
    expect(await follow()).toEqual({ kind: "on" });
    valueOfResult(await book.write([{ cell: TOTAL, value: 157 }]));
    await settled();
    const [, seen] = events;
    expect(events.map(({ kind }) => kind)).toEqual(["read", "read"]);
    expect(seen?.kind === "read" && isWrong(seen.book)).toBe(false);
    await stop();
    valueOfResult(await book.write([{ cell: TOTAL, value: 139 }]));
    await settled();
    expect(events).toHaveLength(2);
  });

  it("makes one more reading of all calls that come during one", async () => {
    const book = await filledBook();
    let captures = 0;
    const counted = {
      ...failing(book, {}),
      capture: () => {
        captures += 1;
        return book.capture();
      },
    };
    const { read } = watch(counted, () => undefined);
    await Promise.all([read(), read(), read(), read()]);
    expect(captures).toBe(2);
  });

  it("leaves changes on sheets of others alone", async () => {
    const book = await filledBook();
    let tell: Parameters<WorkbookHost["onChange"]>[0] = () => undefined;
    const host: WorkbookHost = {
      ...failing(book, {}),
      onChange: async (listener) => {
        tell = listener;
        return { ok: true, value: async () => undefined };
      },
    };
    const events: WatchEvent[] = [];
    const { read, follow } = watch(host, (event) => events.push(event));
    await read();
    await follow();
    tell({ kind: "cells", sheets: ["Lương"], source: "local" });
    await settled();
    expect(events).toHaveLength(1);
    tell({ kind: "cells", sheets: ["BIỂU MẪU 3"], source: "remote" });
    await settled();
    expect(events.map(({ kind }) => kind)).toEqual(["read", "read"]);
  });

  it("says that a host tells of no changes, or why it does not", async () => {
    const book = await filledBook();
    expect(await watch(book, () => undefined).follow()).toEqual({ kind: "impossible" });
    const refusing = failing(book, { onChange: "session-lost" });
    expect(await watch(refusing, () => undefined).follow()).toMatchObject({
      kind: "refused",
      fault: { kind: "session-lost" },
    });
  });

  it("reads once after its own writing, and does not notice it", async () => {
    const book = await filledBook();
    const { events, read, follow, perform } = watched(book);
    await read();
    await follow();
    const { performed, unread } = await perform({ plan: NOTHING, edits: [{ cell: TOTAL, value: 157 }] });
    await settled();
    expect([performed.kind, unread]).toEqual(["done", null]);
    expect(events.map(({ kind }) => kind)).toEqual(["read", "read"]);
  });

  it("tells nothing written from half written", async () => {
    const book = await filledBook();
    const work = { plan: formsPlan(1), edits: [{ cell: TOTAL, value: 157 }] };
    const refusing = watch(failing(book, { apply: "protected" }), () => undefined);
    expect((await refusing.perform(work)).performed).toMatchObject({
      kind: "refused",
      fault: { kind: "protected" },
    });
    const halting = watch(failing(book, { write: "protected" }), () => undefined);
    expect((await halting.perform(work)).performed).toMatchObject({
      kind: "half",
      fault: { kind: "protected" },
    });
  });
});
