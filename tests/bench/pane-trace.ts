import type { Browser, CDPSession } from "playwright-core";

/**
 * Processor time of the pane's main thread, from a trace of a browser in which the pane has a process
 * of its own: nothing of the grid beside it is in it, nor what other programs do meanwhile. Milliseconds.
 */
export interface Spent {
  readonly total: number;
  readonly script: number;
  /** Styles, layout and painting. */
  readonly drawing: number;
  /** The longest single task, during which the pane answers nothing. */
  readonly longest: number;
}

/** What was recorded of the pane. */
export interface PaneTrace {
  /** What was spent between two moments, from the beginning or to the end where none is given. */
  between(from: number | null, to: number | null): Spent;
  /** When the pane's page called `performance.mark` so, in order. */
  marks(name: string): readonly number[];
  /** Milliseconds by what ran, the greatest first; empty unless samples were asked for. */
  ran(from: number | null, to: number | null, nameOf: (at: CodePlace) => string): readonly [string, number][];
}

/** Where the processor was found: a function, its script's address (empty for the browser's own), line and column from 0. */
export interface CodePlace {
  readonly name: string;
  readonly url: string;
  readonly line: number;
  readonly column: number;
  /** Of the functions around it, the innermost first. */
  readonly callers: readonly CodePlace[];
}

interface TraceEvent {
  readonly ph: string;
  readonly name: string;
  readonly cat: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly id?: string;
  readonly args: {
    readonly name?: string;
    readonly data?: { readonly url?: string } & ProfileChunk;
  };
}

interface ProfileChunk {
  readonly cpuProfile?: { readonly nodes?: readonly ProfileNode[]; readonly samples?: readonly number[] };
  readonly timeDeltas?: readonly number[];
  readonly startTime?: number;
}

interface ProfileNode {
  readonly id: number;
  readonly parent?: number;
  readonly callFrame: {
    readonly functionName: string;
    readonly url?: string;
    readonly lineNumber?: number;
    readonly columnNumber?: number;
  };
}

const CATEGORIES = ["toplevel", "devtools.timeline", "blink.user_timing", "v8"];
const SAMPLES = "disabled-by-default-v8.cpu_profiler";

/** Records the browser while something is done in it. */
export async function tracePane(
  browser: Browser,
  site: string,
  work: () => Promise<unknown>,
  samples = false,
): Promise<PaneTrace> {
  const session: CDPSession = await browser.newBrowserCDPSession();
  const events: TraceEvent[] = [];
  session.on("Tracing.dataCollected", ({ value }) => {
    for (const event of value) if (isTraceEvent(event)) events.push(event);
  });
  const included = samples ? [...CATEGORIES, SAMPLES] : CATEGORIES;
  await session.send("Tracing.start", {
    transferMode: "ReportEvents",
    traceConfig: { includedCategories: included, excludedCategories: ["*"] },
  });
  await work();
  const complete = new Promise((done) => session.once("Tracing.tracingComplete", done));
  await session.send("Tracing.end");
  await complete;
  await session.detach();
  return paneOf(events, site);
}

function isTraceEvent(event: object): event is TraceEvent {
  return "ph" in event && "ts" in event && "args" in event;
}

const TASK = "ThreadControllerImpl::RunTask";
const DRAWING = new Set([
  "UpdateLayoutTree",
  "Layout",
  "PrePaint",
  "Paint",
  "Layerize",
  "Commit",
  "HitTest",
  "IntersectionObserverController::computeIntersections",
]);
const SCRIPT =
  /^(FunctionCall|EvaluateScript|v8\.|V8\.|TimerFire|FireAnimationFrame|EventDispatch|RunMicrotasks|BlinkScheduler_PerformMicrotaskCheckpoint|MinorGC|MajorGC|HandlePostMessage)/;

function paneOf(events: readonly TraceEvent[], site: string): PaneTrace {
  const { pid, tid } = mainThread(events, site);
  const own = events.filter((event) => event.pid === pid && event.tid === tid);
  const whole = own.filter((event) => event.ph === "X").sort((a, b) => a.ts - b.ts || end(b) - end(a));
  const samples = samplesOf(events.filter((event) => event.pid === pid));
  const inside = (at: number, from: number | null, to: number | null) =>
    (from === null || at >= from) && (to === null || at < to);
  return {
    between: (from, to) => {
      const parts = { total: 0, script: 0, drawing: 0, longest: 0 };
      const open: { readonly event: TraceEvent; inner: number }[] = [];
      const close = () => {
        const { event, inner } = open.pop() ?? { event: null, inner: 0 };
        if (event === null) return;
        const took = milliseconds(event);
        const self = Math.max(0, took - inner);
        if (DRAWING.has(event.name)) parts.drawing += self;
        else if (SCRIPT.test(event.name)) parts.script += self;
        const outer = open.at(-1);
        if (outer !== undefined) outer.inner += took;
        else {
          parts.total += took;
          parts.longest = Math.max(parts.longest, took);
        }
      };
      for (const event of whole) {
        while (open.length > 0 && end(open.at(-1)?.event ?? event) <= event.ts) close();
        if (open.length === 0 && (event.name !== TASK || !inside(event.ts, from, to))) continue;
        open.push({ event, inner: 0 });
      }
      while (open.length > 0) close();
      return parts;
    },
    marks: (name) =>
      own
        .filter((event) => event.cat.includes("blink.user_timing") && event.name === name)
        .map(({ ts }) => ts)
        .sort((a, b) => a - b),
    ran: (from, to, nameOf) => {
      const times = new Map<string, number>();
      for (const { at, took, place } of samples) {
        if (!inside(at, from, to)) continue;
        const name = nameOf(place);
        times.set(name, (times.get(name) ?? 0) + took);
      }
      return [...times].sort(([, a], [, b]) => b - a);
    },
  };
}

const end = (event: TraceEvent) => event.ts + (event.dur ?? 0);
const milliseconds = (event: TraceEvent) => (event.tdur ?? 0) / 1_000;

/** The thread on which scripts of the pane's site run. */
function mainThread(
  events: readonly TraceEvent[],
  site: string,
): { readonly pid: number; readonly tid: number } {
  const found = events.find(
    ({ name, args }) =>
      (name === "EvaluateScript" || name === "FunctionCall") && args.data?.url?.startsWith(site) === true,
  );
  if (found === undefined) throw new Error(`No script of ${site} ran while it was recorded.`);
  return found;
}

interface Sample {
  readonly at: number;
  readonly took: number;
  readonly place: CodePlace;
}

function samplesOf(events: readonly TraceEvent[]): readonly Sample[] {
  const samples: Sample[] = [];
  const profiles = new Set(events.flatMap(({ name, id }) => (name === "Profile" ? [id] : [])));
  for (const profile of profiles) {
    const places = new Map<number, CodePlace>();
    let at = 0;
    const chunks = events.filter(
      ({ name, id }) => (name === "Profile" || name === "ProfileChunk") && id === profile,
    );
    for (const { args } of chunks.sort((a, b) => a.ts - b.ts)) {
      if (args.data?.startTime !== undefined) at = args.data.startTime;
      for (const node of args.data?.cpuProfile?.nodes ?? []) {
        const above = node.parent === undefined ? undefined : places.get(node.parent);
        const { functionName, url = "", lineNumber = -1, columnNumber = -1 } = node.callFrame;
        const callers = above === undefined ? [] : [above, ...above.callers];
        places.set(node.id, { name: functionName, url, line: lineNumber, column: columnNumber, callers });
      }
      const deltas = args.data?.timeDeltas ?? [];
      for (const [index, id] of (args.data?.cpuProfile?.samples ?? []).entries()) {
        at += deltas[index] ?? 0;
        const place = places.get(id);
        if (place !== undefined && place.name !== "(idle)" && place.name !== "(root)")
          samples.push({ at, took: (deltas[index + 1] ?? 0) / 1_000, place });
      }
    }
  }
  return samples;
}
