import type { Indicator } from "../forms/schema.js";
import type { EarlierReports } from "../report/earlier-reports.js";
import type { Report, ReportInfo } from "../report/report.js";
import { toSerial } from "../values/day.js";
import { shareText } from "../values/share.js";
import { roundHalfUp } from "../values/tolerance.js";
import { formatCount, formatNumber } from "../values/vietnamese-number.js";
import { derived, type FactState, type FactStates, type KnownFact, SILENT } from "./fact-state.js";
import { resolveFacts, rowsOf } from "./facts.js";
import type { ChangesList, Outline } from "./outline.js";
import { periodWords } from "./period-words.js";

/** One number that changed against an earlier report. */
interface Change {
  /** The fact's name in the outline. */
  readonly of: string;
  readonly way: "tăng" | "giảm";
  /** By how many; points for a rate. */
  readonly size: FactState;
  /** The size as a share of the earlier number; null for rates and where that was 0. */
  readonly rate: FactState | null;
  /** Per cent of the earlier number, or points of a rate: what is large. */
  readonly weight: number;
  readonly points: boolean;
}

/** What earlier reports add to what can be said. */
export interface Changes {
  readonly facts: FactStates;
  readonly words: ReadonlyMap<string, string>;
  /** Of the numbers that the outline compares, the largest first. */
  readonly all: Readonly<Record<ChangesList["against"], readonly Change[]>>;
}

/** Windows whose lengths differ by more than this share of the longer are not compared. */
const WINDOW_SLACK = 0.2;
/** Days that two windows of the same kind differ by without a word. */
const SAME_LENGTH = 3;

/**
 * What changed against earlier reports. Numbers of a period are compared only where both windows are
 * about as long, running totals only with the same period of another year, states at any time; a number
 * that did not change is not spoken of. Where the windows differ by some days the words say so.
 */
export function changesSince(
  outline: Outline,
  current: FactStates,
  report: Report,
  { earlier, lastYear }: EarlierReports,
): Changes {
  const facts = new Map<string, FactState>();
  const words = new Map<string, string>();
  const all: Record<ChangesList["against"], readonly Change[]> = { earlier: [], "last-year": [] };
  const bases = [
    { against: "earlier", other: earlier, suffix: "", period: "earlierPeriod", windows: "earlierWindows" },
    { against: "last-year", other: lastYear, suffix: "Year", period: "lastYear", windows: "lastYearWindows" },
  ] as const;
  for (const { against, other, suffix, period, windows } of bases) {
    if (other === null || other === undefined) continue;
    const before = resolveFacts(outline, other);
    words.set(period, earlierWords(report.info, other.info));
    const lengths = windowsInWords(report.info, other.info);
    if (lengths !== null) words.set(windows, lengths);
    const changeOf = (name: string) => change(name, current.get(name), before.get(name), report, other);
    for (const [name, of] of Object.entries(outline.changes)) {
      const found = changeOf(of);
      if (found === null) continue;
      facts.set(`${name}${suffix}`, found.size);
      if (found.rate !== null) facts.set(`${name}${suffix}Rate`, found.rate);
      words.set(`${name}${suffix}Way`, found.way);
    }
    all[against] = Object.keys(outline.compared)
      .flatMap((name) => changeOf(name) ?? [])
      .sort((a, b) => b.weight - a.weight);
  }
  return { facts, words, all };
}

function change(
  of: string,
  now: FactState = SILENT,
  then: FactState = SILENT,
  report: Report,
  other: Report,
): Change | null {
  if (now.kind !== "known" || then.kind !== "known" || !comparable(now, report, other)) return null;
  const old = then.argument.fact.value;
  const difference = roundHalfUp(now.argument.fact.value - old, 6);
  if (difference === 0) return null;
  const size = Math.abs(difference);
  const points = now.argument.text.endsWith("%");
  const both = [now, elsewhere(then)];
  const made = (value: number, text: string) => derived(both, { value, text, derivation: "change" });
  const share = roundHalfUp((100 * size) / old, 2);
  const rated = !points && old > 0;
  return {
    of,
    way: difference > 0 ? "tăng" : "giảm",
    size: points
      ? made(roundHalfUp(size, 2), formatNumber(roundHalfUp(size, 2)))
      : made(size, formatCount(size)),
    rate: rated ? made(share, shareText(size, old)) : null,
    weight: points ? size : rated ? share : 0,
    points,
  };
}

/** A number of another report: its cell is none of this workbook's forms. */
function elsewhere(state: KnownFact): KnownFact {
  const { argument } = state;
  return { ...state, argument: argument.without(), rests: [], told: [] };
}

/** `quý I năm 2023`; `cùng kỳ năm 2022` for the same part of another year. */
function earlierWords(now: ReportInfo, then: ReportInfo): string {
  const samePart = now.period !== null && now.period === then.period && now.period !== "year";
  if (samePart && then.year !== null && then.year !== now.year) return `cùng kỳ năm ${then.year}`;
  return periodWords(then).period;
}

/** The lengths of two windows where a reader has to know them; null where they are alike or not known. */
function windowsInWords(now: ReportInfo, then: ReportInfo): string | null {
  const [own, other] = [daysOf(now), daysOf(then)];
  if (own === null || other === null || Math.abs(own - other) <= SAME_LENGTH) return null;
  return `kỳ này ${own} ngày, kỳ so sánh ${other} ngày`;
}

function comparable(state: KnownFact, report: Report, earlier: Report): boolean {
  const { origin } = state.argument.fact;
  const span = origin.kind === "indicator" ? spanOf(report, origin) : "period";
  const samePeriod = report.info.period !== null && report.info.period === earlier.info.period;
  if (span === "moment") return true;
  if (samePeriod) return report.info.year !== earlier.info.year && windowsAlike(report.info, earlier.info);
  return span === "period" && windowsAlike(report.info, earlier.info);
}

function spanOf(report: Report, { form, code }: { readonly form: number; readonly code: string }): string {
  const indicator: Indicator | undefined = rowsOf(report.edition).get(`${form}/${code}`)?.indicator;
  return indicator !== undefined && "span" in indicator ? indicator.span : "period";
}

function windowsAlike(now: ReportInfo, then: ReportInfo): boolean {
  const [own, other] = [daysOf(now), daysOf(then)];
  return own !== null && other !== null && Math.abs(own - other) <= WINDOW_SLACK * Math.max(own, other);
}

/** Days that a report's numbers cover; null where they are not known. */
function daysOf({ from, to }: ReportInfo): number | null {
  if (from === null || to === null) return null;
  const days = toSerial(to) - toSerial(from) + 1;
  return days > 0 ? days : null;
}
