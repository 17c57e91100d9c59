import { useMemo, useState } from "react";
import type { Judgement } from "../../../jobs/check.js";
import { type FindingGroup, type GroupSubject, groupKey, subjectKey } from "../../../jobs/group-findings.js";
import { shownDay } from "../../../jobs/shown-day.js";
import { type SinceLast, sinceOf } from "../../../jobs/since.js";
import type { Finding } from "../../../rules/finding.js";
import type { CheckTexts } from "../../texts/texts.js";
import { useTexts } from "../../texts/use-texts.js";
import type { Filter } from "./StatusLine.js";

/** Shorter lists are seen at a glance. */
const WORTH_FILTERING = 6;

/** Which findings are wanted, by form and by news, and the buttons that say so. */
export function useFilters(judgement: Judgement, groups: readonly FindingGroup[]) {
  const { check: texts } = useTexts();
  const [subject, setSubject] = useState<string | null>(null);
  const [onlyNew, setOnlyNew] = useState(false);
  const since = useMemo(() => sinceOf(judgement), [judgement]);
  const count = (group: FindingGroup) => Object.values(group.findings).flat().length;
  const filled = groups.filter((group) => count(group) > 0 || groupKey(group.subject) === subject);
  const total = judgement.findings.length;
  const worth = total >= WORTH_FILTERING || subject !== null || onlyNew;
  const bySubject = filled.map((group): Filter => {
    const key = groupKey(group.subject);
    const pressed = key === subject;
    const label = shortName(group.subject, texts);
    return {
      key,
      label,
      title: texts.onlySubject(longName(group.subject, texts), count(group)),
      pressed,
      onPress: () => setSubject(pressed ? null : key),
    };
  });
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
    told: toldSince(since, texts),
    filters: [...byNews, ...(worth && (filled.length > 1 || subject !== null) ? bySubject : [])],
  };
}

function toldSince(since: SinceLast | null, texts: CheckTexts): string {
  return since === null ? "" : texts.since(shownDay(since.day), since.still, since.fixed.length);
}

function shortName(subject: GroupSubject, texts: CheckTexts): string {
  switch (subject.kind) {
    case "general":
      return texts.shortGeneral;
    case "form":
      return texts.shortForm(subject.number);
    case "table":
      return subject.sheet;
  }
}

function longName(subject: GroupSubject, texts: CheckTexts): string {
  switch (subject.kind) {
    case "general":
      return texts.general;
    case "form":
      return texts.form(subject.number);
    case "table":
      return `"${subject.sheet}"`;
  }
}
