import { makeStyles, mergeClasses } from "@fluentui/react-components";
import { ArrowClockwiseRegular } from "@fluentui/react-icons/svg/arrow-clockwise";
import { PauseRegular } from "@fluentui/react-icons/svg/pause";
import { PlayRegular } from "@fluentui/react-icons/svg/play";
import { type Counts, type FindingClass, findingClasses } from "../../../jobs/group-findings.js";
import { useTexts } from "../../texts/use-texts.js";
import { tokens } from "../tokens.js";
import { useRoving } from "../use-roving.js";
import { useSession, useSessionState } from "../use-session.js";
import { NARROW } from "../zoomed.js";
import { ClassIcon } from "./ClassIcon.js";

const useStyles = makeStyles({
  line: {
    display: "flex",
    alignItems: "center",
    gap: "4px",
    minHeight: "32px",
    padding: "0 4px 0 12px",
    // Where four counters leave the state no room, it is told on a line of its own.
    "@media (max-width: 360px)": { flexWrap: "wrap", gap: "0 2px", paddingLeft: "8px" },
  },
  state: {
    flexGrow: 1,
    flexShrink: 1,
    minWidth: 0,
    margin: 0,
    fontSize: "13px",
    whiteSpace: "nowrap",
    overflow: "hidden",
    textOverflow: "ellipsis",
    // On a line of its own it needs room above.
    "@media (max-width: 360px)": { lineHeight: "26px" },
  },
  dot: {
    display: "inline-block",
    width: "10px",
    height: "10px",
    marginRight: "6px",
    borderRadius: "50%",
    boxSizing: "border-box",
    border: `2px solid ${tokens.colorNeutralForeground3}`,
  },
  live: { backgroundColor: tokens.colorStatusSuccessForeground1, border: "2px solid transparent" },
  behind: { border: `2px solid ${tokens.colorStatusDangerForeground1}` },
  tools: {
    display: "flex",
    flexShrink: 0,
    alignItems: "center",
    gap: "2px",
    [NARROW]: { flexShrink: 1, flexWrap: "wrap" },
  },
  tool: {
    display: "inline-flex",
    alignItems: "center",
    justifyContent: "center",
    gap: "3px",
    minWidth: "28px",
    height: "28px",
    padding: "0 5px",
    "@media (max-width: 340px)": { minWidth: "26px", padding: "0 3px" },
    border: "1px solid transparent",
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: "transparent",
    color: tokens.colorNeutralForeground1,
    fontFamily: "inherit",
    fontSize: "13px",
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: "tabular-nums",
    cursor: "pointer",
    ":hover": { backgroundColor: tokens.colorNeutralBackground1Hover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-1px" },
  },
  pressed: {
    backgroundColor: tokens.colorNeutralBackground1Selected,
    border: `1px solid ${tokens.colorCompoundBrandStroke}`,
    "@media (forced-colors: active)": { outline: "2px solid Highlight" },
  },
  icon: { fontSize: "16px" },
  filters: {
    display: "flex",
    alignItems: "center",
    gap: "4px",
    padding: "0 4px 2px 8px",
  },
  chip: { flexShrink: 0, height: "24px", padding: "0 6px", fontSize: "12px", whiteSpace: "nowrap" },
  subjects: {
    flexShrink: 1,
    minWidth: "110px",
    height: "24px",
    padding: "0 2px",
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    fontFamily: "inherit",
    fontSize: "12px",
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-1px" },
  },
  since: {
    flexShrink: 2,
    minWidth: 0,
    fontSize: "12px",
    whiteSpace: "nowrap",
    overflow: "hidden",
    textOverflow: "ellipsis",
    color: tokens.colorNeutralForeground2,
  },
  hint: { margin: 0, padding: "0 12px 6px", fontSize: "13px", color: tokens.colorNeutralForeground2 },
});

/** One way to narrow the list, pressed or not. */
export interface Filter {
  readonly key: string;
  readonly label: string;
  readonly title: string;
  readonly pressed: boolean;
  readonly onPress: () => void;
}

/** The forms and tables to which the list can be narrowed, one at a time. */
export interface SubjectFilter {
  /** Null where all are shown. */
  readonly chosen: string | null;
  readonly options: readonly { readonly key: string; readonly label: string }[];
  readonly onChoose: (key: string | null) => void;
}

/**
 * Whether the findings are those of the sheets as they stand, and how many of each kind there are, in
 * one line. A number shows its kind alone; pressed again, all.
 */
export function StatusLine({
  counts,
  wanted,
  onWant,
  filters,
  subjects,
  since,
}: {
  readonly counts: Counts;
  readonly wanted: FindingClass | null;
  readonly onWant: (wanted: FindingClass | null) => void;
  /** What else the list can be narrowed to; they stand in a line of their own, where there are any. */
  readonly filters: readonly Filter[];
  /** Null where so little is found that all of it is seen at a glance. */
  readonly subjects: SubjectFilter | null;
  /** What has become of the findings since the last printed check; empty where there was none. */
  readonly since: string;
}) {
  const styles = useStyles();
  const { check: texts } = useTexts();
  const session = useSession();
  const watching = useSessionState("watching");
  const checkedAt = useSessionState("checkedAt");
  const busy = useSessionState("busy");
  const trouble = useSessionState("trouble");
  const shown = findingClasses.filter((name) => counts[name] > 0 || name === "error" || name === wanted);
  const pauses = watching !== "off" && watching !== "paused";
  const resumes = watching === "paused";
  const tools = shown.length + (pauses || resumes ? 2 : 1);
  const roving = useRoving(tools + filters.length + (subjects === null ? 0 : 1));
  const time = checkedAt === null ? null : clockOf(checkedAt);
  const state = busy === "checking" ? "reading" : watching;
  const hint = texts.watchingHint[state];
  const quiet = state === "live" || state === "reading";
  const lost = state === "behind" || state === "lost";
  const toggle = pauses ? texts.pause : texts.resume;
  const Toggle = pauses ? PauseRegular : PlayRegular;
  return (
    <div role="toolbar" aria-label={texts.filter} onKeyDown={roving.onKeyDown} data-testid="status-tools">
      <div className={styles.line}>
        <p
          className={styles.state}
          title={`${hint}${time === null ? "" : ` (${texts.checkedAt(time)})`}`}
          data-testid="watching"
          data-state={state}
        >
          <span
            className={mergeClasses(styles.dot, state === "live" && styles.live, lost && styles.behind)}
            aria-hidden="true"
          />
          <strong>{texts.watching[state]}</strong>
        </p>
        <div className={styles.tools}>
          {shown.map((name, position) => (
            <button
              key={name}
              type="button"
              className={mergeClasses(styles.tool, wanted === name && styles.pressed)}
              aria-pressed={wanted === name}
              title={texts.classes[name]}
              onClick={() => onWant(wanted === name ? null : name)}
              data-testid={`count-${name}`}
              {...roving.control(position)}
            >
              <ClassIcon name={name} />
              {counts[name]}
              <span className="visually-hidden"> {texts.classes[name]}</span>
            </button>
          ))}
          {(pauses || resumes) && (
            <button
              type="button"
              className={styles.tool}
              title={toggle}
              aria-label={toggle}
              onClick={() => void (pauses ? session.pause() : session.resume())}
              data-testid={pauses ? "pause" : "resume"}
              {...roving.control(shown.length)}
            >
              <Toggle className={styles.icon} aria-hidden="true" />
            </button>
          )}
          <button
            type="button"
            className={styles.tool}
            title={texts.again}
            aria-label={texts.again}
            aria-disabled={busy !== "none"}
            onClick={() => void session.check()}
            data-testid="check-again"
            {...roving.control(shown.length + (pauses || resumes ? 1 : 0))}
          >
            <ArrowClockwiseRegular className={styles.icon} aria-hidden="true" />
          </button>
        </div>
      </div>
      {(filters.length > 0 || subjects !== null) && (
        <div className={styles.filters}>
          {filters.map(({ key, label, title, pressed, onPress }, position) => (
            <button
              key={key}
              type="button"
              className={mergeClasses(styles.tool, styles.chip, pressed && styles.pressed)}
              aria-pressed={pressed}
              aria-label={title}
              title={title}
              onClick={onPress}
              data-testid={`filter-${key}`}
              {...roving.control(tools + position)}
            >
              {label}
            </button>
          ))}
          {subjects !== null && (
            <select
              className={styles.subjects}
              aria-label={texts.subjects}
              value={subjects.chosen ?? ""}
              onChange={({ target }) => subjects.onChoose(target.value === "" ? null : target.value)}
              data-testid="filter-subject"
              {...roving.control(tools + filters.length)}
            >
              <option value="">{texts.allSubjects}</option>
              {subjects.options.map(({ key, label }) => (
                <option key={key} value={key}>
                  {label}
                </option>
              ))}
            </select>
          )}
          {since !== "" && (
            <span className={styles.since} title={since} data-testid="since">
              {since}
            </span>
          )}
        </div>
      )}
      {!quiet && trouble === null && (
        <p className={styles.hint} role="status" data-testid="watching-hint">
          {hint}
        </p>
      )}
    </div>
  );
}

/** `08:05`. By hand: what the browser knows of times takes longer to set up than all else in this line. */
function clockOf(time: Date): string {
  return [time.getHours(), time.getMinutes()].map((part) => String(part).padStart(2, "0")).join(":");
}
