import { makeStyles, mergeClasses } from "@fluentui/react-components";
import { CheckmarkCircleRegular } from "@fluentui/react-icons/svg/checkmark-circle";
import { CircleRegular } from "@fluentui/react-icons/svg/circle";
import { type CellStory, type StoryPart, shownNumber, storyRuleKey } from "../../../../jobs/cell-story.js";
import type { CheckedForms } from "../../../../jobs/check.js";
import { useTexts } from "../../../texts/use-texts.js";
import { tokens } from "../../tokens.js";
import { useSession } from "../../use-session.js";
import { ClassIcon } from "../ClassIcon.js";
import { Share, TwoPeriods } from "./bars.js";
import { Told } from "./Told.js";

const useStyles = makeStyles({
  label: { margin: 0 },
  unit: { margin: 0, fontSize: "13px", color: tokens.colorNeutralForeground2 },
  heading: { margin: "4px 0 0", fontSize: "13px", fontWeight: tokens.fontWeightSemibold },
  list: { margin: 0, padding: 0, listStyleType: "none", fontSize: "13px" },
  rule: { display: "flex", gap: "6px", padding: "2px 0" },
  icon: { flexShrink: 0, fontSize: "16px", color: tokens.colorNeutralForeground3 },
  holds: { color: tokens.colorStatusSuccessForeground1 },
  part: {
    border: "none",
    padding: 0,
    backgroundColor: "transparent",
    textAlign: "left",
    fontFamily: "inherit",
    fontSize: "13px",
    color: tokens.colorBrandForegroundLink,
    cursor: "pointer",
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
});

/** What is known of a form's cell: what is asked, of what it is made, the period before, its rules, what the report says of it. */
export function Story({ story, book }: { readonly story: CellStory; readonly book: CheckedForms }) {
  const styles = useStyles();
  const { cell: texts, wording } = useTexts();
  const { indicator, parts, earlier, lastYear, rules, value } = story;
  const span = indicator.kind === "heading" ? null : texts.spans[indicator.span];
  const now = value.reading.kind === "number" ? value.reading.value : null;
  return (
    <div data-testid="cell-story">
      <p className={styles.label} lang="vi">
        {story.coded && <strong>{story.code}. </strong>}
        {story.label}
      </p>
      <p className={styles.unit}>
        {[story.unit, span].filter((word) => word !== null && word !== "").join(" · ")}
      </p>
      {indicator.kind === "ratio" && now !== null && <Share percent={now} />}
      {parts.length > 0 && (
        <>
          <h3 className={styles.heading}>{texts.madeFrom}</h3>
          <ul className={styles.list}>
            {parts.map((part) => (
              <PartLine key={`${part.as} ${part.code}`} part={part} />
            ))}
          </ul>
        </>
      )}
      {earlier !== null && (
        <>
          <h3 className={styles.heading}>{texts.earlier(shownNumber(earlier, wording))}</h3>
          {now !== null && <TwoPeriods before={earlier} now={now} />}
        </>
      )}
      {lastYear !== null && (
        <h3 className={styles.heading}>{texts.lastYear(shownNumber(lastYear, wording))}</h3>
      )}
      {rules.length > 0 && (
        <>
          <h3 className={styles.heading}>{texts.rules}</h3>
          <ul className={styles.list}>
            {rules.map((rule) => (
              <li
                key={storyRuleKey(rule)}
                className={styles.rule}
                data-testid="cell-rule"
                data-state={rule.state}
              >
                {rule.fails === null ? (
                  <RuleIcon holds={rule.state === "holds"} />
                ) : (
                  <ClassIcon name={rule.fails} />
                )}
                <span>
                  <span className="visually-hidden">{texts.states[rule.state]}: </span>
                  {rule.about !== null && texts.about(rule.about.form, rule.about.code)}
                  {rule.asks}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      <Told book={book} address={value.address} />
    </div>
  );
}

/** The sign of a rule that does not fail. */
function RuleIcon({ holds }: { readonly holds: boolean }) {
  const styles = useStyles();
  const Icon = holds ? CheckmarkCircleRegular : CircleRegular;
  return <Icon className={mergeClasses(styles.icon, holds && styles.holds)} aria-hidden="true" />;
}

function PartLine({ part }: { readonly part: StoryPart }) {
  const styles = useStyles();
  const { cell: texts, wording } = useTexts();
  const session = useSession();
  const { address } = part;
  const words = texts.part(texts.as[part.as], part.code, shownNumber(part.value, wording));
  return (
    <li title={part.label}>
      {address === null ? (
        words
      ) : (
        <button
          type="button"
          className={styles.part}
          onClick={() => void session.select(address)}
          data-testid="cell-part"
        >
          {words}
        </button>
      )}
    </li>
  );
}
