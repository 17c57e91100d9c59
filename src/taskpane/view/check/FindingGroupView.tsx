import { makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { type FindingClass, type FindingGroup, findingKey, groupKey } from "../../../jobs/group-findings.js";
import type { Report } from "../../../report/report.js";
import type { Finding } from "../../../rules/finding.js";
import { useTexts } from "../../texts/use-texts.js";
import { Disclosure } from "../Disclosure.js";
import { FindingRow } from "./FindingRow.js";
import { GroupTitle } from "./GroupTitle.js";

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: "none" },
  fine: { margin: 0, padding: "4px 12px 10px 34px", color: tokens.colorNeutralForeground2, fontSize: "13px" },
  inner: { borderTop: `1px dashed ${tokens.colorNeutralStroke2}` },
});

/**
 * The findings of one form: errors, then warnings; what is blank and what is only worth a note
 * stand folded below. Open from the start where something is wrong.
 */
export function FindingGroupView({
  group,
  wanted,
  report,
}: {
  readonly group: FindingGroup;
  /** The one class to show; null for all. */
  readonly wanted: FindingClass | null;
  readonly report: Report;
}) {
  const styles = useStyles();
  const { check: texts } = useTexts();
  const { findings, counts } = group;
  const [choice, setChoice] = useState<boolean | null>(null);
  const open = wanted !== null ? true : (choice ?? counts.error + counts.warning > 0);
  const nothing = counts.error + counts.warning + counts.missing + counts.info === 0;
  const id = groupKey(group.subject);
  const rows = (items: readonly Finding[], name: FindingClass) => (
    <ul className={styles.list}>
      {items.map((finding) => (
        <FindingRow key={findingKey(finding)} finding={finding} name={name} report={report} />
      ))}
    </ul>
  );
  return (
    <Disclosure
      id={id}
      open={open}
      onToggle={() => setChoice(!open)}
      title={<GroupTitle group={group} />}
      level="group"
    >
      {wanted !== null ? (
        rows(findings[wanted], wanted)
      ) : (
        <>
          {nothing && <p className={styles.fine}>{texts.fine}</p>}
          {counts.error > 0 && rows(findings.error, "error")}
          {counts.warning > 0 && rows(findings.warning, "warning")}
          {(["missing", "info"] as const).map((name) => (
            <Folded
              key={name}
              id={`${id}-${name}`}
              title={texts.more[name](counts[name])}
              hidden={counts[name] === 0}
            >
              {() => rows(findings[name], name)}
            </Folded>
          ))}
        </>
      )}
    </Disclosure>
  );
}

function Folded({
  id,
  title,
  hidden,
  children,
}: {
  readonly id: string;
  readonly title: string;
  readonly hidden: boolean;
  readonly children: () => React.ReactNode;
}) {
  const [open, setOpen] = useState(false);
  if (hidden) return null;
  return (
    <Disclosure id={id} open={open} onToggle={() => setOpen(!open)} title={title} level="part">
      {open && children()}
    </Disclosure>
  );
}
