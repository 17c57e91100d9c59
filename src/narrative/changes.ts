import type { Indicator } from "../forms/schema.js";
import type { Report, ReportInfo } from "../report/report.js";
import { toSerial } from "../values/day.js";
import { shareText } from "../values/share.js";
import { roundHalfUp } from "../values/tolerance.js";
import { formatCount } from "../values/vietnamese-number.js";
import { derived, type FactState, type FactStates, SILENT } from "./fact-state.js";
import { resolveFacts, rowsOf } from "./facts.js";
import type { Outline } from "./outline.js";
import { periodWords } from "./period-words.js";

/** What an earlier report adds to what can be said. */
interface Changes {
  readonly facts: FactStates;
  readonly words: ReadonlyMap<string, string>;
}

const NO_CHANGES: Changes = { facts: new Map(), words: new Map() };

/** Windows whose lengths differ by more than this share of the longer are not compared. */
const WINDOW_SLACK = 0.2;

/**
 * The changes that an outline declares, against an earlier report. Numbers of a period are compared
 * only where both periods are about as long, running totals only with the same period of another year,
 * states at any time; a number that did not change is not spoken of.
 */
export function changesSince(
  outline: Outline,
  current: FactStates,
  report: Report,
  earlier: Report | null,
): Changes {
  if (earlier === null) return NO_CHANGES;
  const before = resolveFacts(outline, earlier);
  const facts = new Map<string, FactState>();
  const words = new Map([["earlierPeriod", earlierWords(report.info, earlier.info)]]);
  for (const [name, of] of Object.entries(outline.changes)) {
    const now = current.get(of) ?? SILENT;
    const then = before.get(of) ?? SILENT;
    if (now.kind !== "known" || then.kind !== "known" || !comparable(now, report, earlier)) continue;
    const old = then.argument.fact.value;
    const change = roundHalfUp(now.argument.fact.value - old, 6);
    if (change === 0) continue;
    const size = Math.abs(change);
    facts.set(name, derived([now], { value: size, text: formatCount(size), derivation: "change" }));
    if (old > 0) {
      facts.set(
        `${name}Rate`,
        derived([now], {
          value: roundHalfUp((100 * size) / old, 2),
          text: shareText(size, old),
          derivation: "change",
        }),
      );
    }
    words.set(`${name}Way`, change > 0 ? "tăng" : "giảm");
  }
  return { facts, words };
}

/** `quý I năm 2023`; `cùng kỳ năm 2022` for the same period of another year. */
function earlierWords(now: ReportInfo, then: ReportInfo): string {
  if (now.period !== null && now.period === then.period && then.year !== null && then.year !== now.year) {
    return `cùng kỳ năm ${then.year}`;
  }
  return periodWords(then).period;
}

function comparable(state: Extract<FactState, { kind: "known" }>, report: Report, earlier: Report): boolean {
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
  const lengths = [now, then].map(({ from, to }) =>
    from === null || to === null ? null : toSerial(to) - toSerial(from) + 1,
  );
  const [own, other] = lengths;
  if (own == null || other == null || own <= 0 || other <= 0) return false;
  return Math.abs(own - other) <= WINDOW_SLACK * Math.max(own, other);
}
