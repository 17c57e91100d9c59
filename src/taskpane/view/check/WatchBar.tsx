import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { ArrowClockwiseRegular } from "@fluentui/react-icons/svg/arrow-clockwise";
import { PauseRegular } from "@fluentui/react-icons/svg/pause";
import { PlayRegular } from "@fluentui/react-icons/svg/play";
import { useTexts } from "../../texts/use-texts.js";
import { useSession, useSessionState } from "../use-session.js";

const useStyles = makeStyles({
  bar: { display: "flex", flexWrap: "wrap", alignItems: "center", columnGap: "8px", rowGap: "6px" },
  state: { flexGrow: 1, margin: 0, fontSize: "13px" },
  dot: {
    display: "inline-block",
    width: "10px",
    height: "10px",
    marginRight: "6px",
    borderRadius: "50%",
    boxSizing: "border-box",
    border: `2px solid ${tokens.colorNeutralForeground3}`,
  },
  on: { backgroundColor: tokens.colorStatusSuccessForeground1, border: "2px solid transparent" },
  time: { color: tokens.colorNeutralForeground2 },
  hint: { flexBasis: "100%", margin: 0, fontSize: "13px", color: tokens.colorNeutralForeground2 },
  buttons: { display: "flex", flexWrap: "wrap", gap: "6px" },
});

/** Whether the pane follows the sheets, when it last looked, and the two buttons that go with it. */
export function WatchBar() {
  const styles = useStyles();
  const { check: texts, language } = useTexts();
  const session = useSession();
  const { watching, checkedAt, busy } = useSessionState();
  const hint = texts.watchingHint[watching];
  const time = checkedAt?.toLocaleTimeString(language, { hour: "2-digit", minute: "2-digit" });
  return (
    <div className={styles.bar}>
      <p className={styles.state} title={hint} data-testid="watching" data-state={watching}>
        <span className={mergeClasses(styles.dot, watching === "live" && styles.on)} aria-hidden="true" />
        <strong>{texts.watching[watching]}</strong>
        {time !== undefined && (
          <span className={styles.time}>
            {" · "}
            {busy === "checking" ? texts.checking : texts.checkedAt(time)}
          </span>
        )}
      </p>
      {watching !== "live" && watching !== "reading" && <p className={styles.hint}>{hint}</p>}
      <div className={styles.buttons}>
        {watching === "live" && (
          <Button
            size="small"
            icon={<PauseRegular />}
            onClick={() => void session.pause()}
            data-testid="pause"
          >
            {texts.pause}
          </Button>
        )}
        {watching === "paused" && (
          <Button
            size="small"
            icon={<PlayRegular />}
            onClick={() => void session.resume()}
            data-testid="resume"
          >
            {texts.resume}
          </Button>
        )}
        <Button
          size="small"
          icon={<ArrowClockwiseRegular />}
          onClick={() => void session.check()}
          disabledFocusable={busy !== "none"}
          data-testid="check-again"
        >
          {texts.again}
        </Button>
      </div>
    </div>
  );
}
