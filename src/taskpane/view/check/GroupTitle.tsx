import { makeStyles, tokens } from "@fluentui/react-components";
import { CheckmarkCircleRegular } from "@fluentui/react-icons/svg/checkmark-circle";
import { type FindingGroup, findingClasses, type GroupSubject } from "../../../jobs/group-findings.js";
import type { CheckTexts } from "../../texts/texts.js";
import { useTexts } from "../../texts/use-texts.js";
import { ClassIcon } from "./ClassIcon.js";

const useStyles = makeStyles({
  line: { display: "flex", flexWrap: "wrap", alignItems: "center", columnGap: "8px" },
  name: { flexGrow: 1, fontWeight: tokens.fontWeightSemibold },
  title: { display: "block", fontSize: "12px", color: tokens.colorNeutralForeground2 },
  count: { display: "inline-flex", alignItems: "center", gap: "2px", fontVariantNumeric: "tabular-nums" },
  filled: { fontSize: "12px", color: tokens.colorNeutralForeground2 },
  done: { color: tokens.colorStatusSuccessForeground1, fontSize: "16px" },
});

/** A form's name with its counts and how far it is filled. */
export function GroupTitle({ group }: { readonly group: FindingGroup }) {
  const styles = useStyles();
  const { check: texts } = useTexts();
  const { subject, counts, filling } = group;
  const done = filling !== null && filling.filled === filling.required && counts.error + counts.warning === 0;
  return (
    <>
      <span className={styles.line}>
        <span className={styles.name}>{nameOf(subject, texts)}</span>
        {findingClasses
          .filter((name) => (name === "error" || name === "warning") && counts[name] > 0)
          .map((name) => (
            <span key={name} className={styles.count} data-testid={`group-count-${name}`}>
              <ClassIcon name={name} />
              {counts[name]}
              <span className="visually-hidden"> {texts.classes[name]},</span>
            </span>
          ))}
        {done && <CheckmarkCircleRegular className={styles.done} aria-hidden="true" />}
        {filling !== null && (
          <span className={styles.filled} data-testid="filled">
            {texts.filled(filling.filled, filling.required)}
          </span>
        )}
      </span>
      {subject.kind === "form" && <span className={styles.title}>{subject.title}</span>}
    </>
  );
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
