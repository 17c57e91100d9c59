import { makeStyles } from "@fluentui/react-components";
import { useState } from "react";
import type { FindingGroup } from "../../../jobs/group-findings.js";
import { type GroupSubject, groupKey } from "../../../jobs/group-findings.js";
import type { CheckTexts } from "../../texts/texts.js";
import { useTexts } from "../../texts/use-texts.js";
import { Disclosure } from "../Disclosure.js";
import { tokens } from "../tokens.js";

const useStyles = makeStyles({
  list: { margin: 0, padding: "4px 12px 8px", listStyleType: "none", fontSize: "13px" },
  row: { display: "flex", alignItems: "center", gap: "8px", minHeight: "24px" },
  name: { flexGrow: 1, minWidth: 0, overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" },
  count: { flexShrink: 0, width: "56px", textAlign: "right", fontVariantNumeric: "tabular-nums" },
  bar: { flexShrink: 0 },
});

const BAR = { width: 90, height: 8 };

/** How far each form is filled, as bars; folded, with the sum in the title. */
export function Progress({ groups }: { readonly groups: readonly FindingGroup[] }) {
  const styles = useStyles();
  const { check: texts } = useTexts();
  const [open, setOpen] = useState(false);
  const parts = groups.flatMap(({ subject, filling }) => (filling === null ? [] : [{ subject, ...filling }]));
  const filled = parts.reduce((sum, part) => sum + part.filled, 0);
  const required = parts.reduce((sum, part) => sum + part.required, 0);
  return (
    <Disclosure
      id="progress"
      open={open}
      onToggle={() => setOpen(!open)}
      title={texts.progress(filled, required)}
      level="group"
    >
      <ul className={styles.list}>
        {parts.map((part) => (
          <li key={groupKey(part.subject)} className={styles.row} data-testid="progress-row">
            <span
              className={styles.name}
              title={part.subject.kind === "form" ? part.subject.title : undefined}
            >
              <SubjectName subject={part.subject} texts={texts} />
            </span>
            <svg className={styles.bar} width={BAR.width} height={BAR.height} aria-hidden="true">
              <rect width={BAR.width} height={BAR.height} rx="2" fill={tokens.colorNeutralBackground5} />
              <rect
                width={part.required === 0 ? 0 : (part.filled / part.required) * BAR.width}
                height={BAR.height}
                rx="2"
                fill={tokens.colorBrandBackground}
              />
            </svg>
            <span className={styles.count}>
              {part.filled}/{part.required}
            </span>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}

function SubjectName({ subject, texts }: { readonly subject: GroupSubject; readonly texts: CheckTexts }) {
  switch (subject.kind) {
    case "general":
      return <>{texts.general}</>;
    case "form":
      return (
        <>
          {texts.form(subject.number)}. <span lang="vi">{subject.title}</span>
        </>
      );
    case "table":
      return <span lang="vi">{subject.sheet}</span>;
  }
}
