import { useMemo, useState } from "react";
import type { Judgement } from "../../../jobs/check.js";
import { type FindingGroup, type GroupSubject, groupKey, subjectKey } from "../../../jobs/group-findings.js";
import { type MendList, toldFindings } from "../../../jobs/mending.js";
import { shownDay } from "../../../jobs/shown-day.js";
import { type SinceLast, sinceOf } from "../../../jobs/since.js";
import type { Finding } from "../../../rules/finding.js";
import type { CheckTexts } from "../../texts/texts.js";
import { useTexts } from "../../texts/use-texts.js";
import type { Filter, SubjectFilter } from "./StatusLine.js";

/** Shorter lists are seen at a glance. */
const WORTH_FILTERING = 6;

/** Which findings are wanted, by form and by news, and the buttons that say so. */
export function useFilters(judgement: Judgement, groups: readonly FindingGroup[], told: MendList) {
  const { check: texts } = useTexts();
  const [subject, setSubject] = useState<string | null>(null);
  const [onlyNew, setOnlyNew] = useState(false);
  const since = useMemo(() => sinceOf(judgement), [judgement]);
  const counts = useMemo(() => countsBySubject(toldFindings(told)), [told]);
  const count = ({ subject: about }: FindingGroup) => counts.get(groupKey(about)) ?? 0;
  const filled = groups.filter((group) => count(group) > 0 || groupKey(group.subject) === subject);
  const total = toldFindings(told).length;
  const worth = total >= WORTH_FILTERING || subject !== null || onlyNew;
  const subjects: SubjectFilter | null =
    worth && (filled.length > 1 || subject !== null)
      ? {
          chosen: subject,
          options: filled.map((group) => ({
            key: groupKey(group.subject),
            label: texts.subjectCount(nameOf(group.subject, texts), count(group)),
          })),
          onChoose: setSubject,
        }
      : null;
  const byNews: readonly Filter[] =
    since === null
      ? []
      : [
          {
            key: "new",
            label: texts.onlyNew(since.isNew.size),
            title: texts.onlyNew(since.isNew.size),
            pressed: onlyNew,
            onPress: () => setOnlyNew(!onlyNew),
          },
        ];
  const passes = (finding: Finding) =>
    (subject === null || subjectKey(finding) === subject) &&
    (!onlyNew || since === null || since.isNew.has(finding));
  const findings = subject === null && !onlyNew ? judgement.findings : judgement.findings.filter(passes);
  return {
    findings,
    since,
    newsOf: toldSince(since, texts),
    filters: byNews,
    subjects,
  };
}

function toldSince(since: SinceLast | null, texts: CheckTexts): string {
  return since === null ? "" : texts.since(shownDay(since.day), since.still, since.fixed.length);
}

/** How many findings are about each subject, by the key of its group. */
function countsBySubject(findings: readonly Finding[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const finding of findings) {
    const key = subjectKey(finding);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

function nameOf(subject: GroupSubject, texts: CheckTexts): string {
  switch (subject.kind) {
    case "general":
      return texts.general;
    case "form":
      return texts.form(subject.number);
    case "table":
      return subject.sheet;
  }
}
