import { describe, expect, it } from "vitest";
import type { WorkbookHost } from "../../src/hosts/port.js";
import type { CheckedBook } from "../../src/jobs/check.js";
import { type WatchEvent, watch } from "../../src/jobs/watch.js";
import { valueOfResult } from "../hosts/results.js";
import { filledBook } from "./books.js";
import { failing } from "./failing.js";

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
    expect(events.map(({ kind }) => kind)).toEqual(["read", "read", "noticed"]);
    expect(seen?.kind === "read" && isWrong(seen.book)).toBe(false);
    await stop();
    valueOfResult(await book.write([{ cell: TOTAL, value: 139 }]));
    await settled();
    expect(events).toHaveLength(3);
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
    expect(events.map(({ kind }) => kind)).toEqual(["read", "read", "noticed"]);
  });

  it("tells why a change could not be read; what was read before still stands", async () => {
    const book = await filledBook();
    const broken = failing(book, { capture: "cell-being-edited" });
    const events: WatchEvent[] = [];
    const { follow } = watch(broken, (event) => events.push(event));
    await follow();
    valueOfResult(await book.write([{ cell: TOTAL, value: 157 }]));
    await settled();
    expect(events).toMatchObject([{ kind: "noticed", fault: { kind: "cell-being-edited" } }]);
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
    const work = { plan: NOTHING, edits: [{ cell: TOTAL, value: 157 }] };
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
