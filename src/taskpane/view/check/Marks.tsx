import { Button, makeStyles } from "@fluentui/react-components";
import { HighlightRegular } from "@fluentui/react-icons/svg/highlight";
import type { CheckedForms } from "../../../jobs/check.js";
import { isMarked, marksOf } from "../../../jobs/marks.js";
import { useTexts } from "../../texts/use-texts.js";
import { useSession, useSessionState } from "../use-session.js";

const useStyles = makeStyles({
  line: { display: "flex", flexWrap: "wrap", gap: "6px", padding: "8px 12px" },
});

/** Marks the cells to mend on their sheets when she asks for it, and takes the marks off again. */
export function Marks({ book }: { readonly book: CheckedForms }) {
  const styles = useStyles();
  const { check: texts } = useTexts();
  const session = useSession();
  const busy = useSessionState("busy");
  const marksCells = useSessionState("marksCells");
  if (!marksCells) return null;
  const marked = isMarked(book.snapshot);
  const count = marksOf(book.judgement.findings).length;
  if (count === 0 && !marked) return null;
  return (
    <div className={styles.line}>
      {count > 0 && (
        <Button
          size="small"
          icon={<HighlightRegular />}
          disabledFocusable={busy !== "none"}
          onClick={() => void session.mark()}
          data-testid="mark"
        >
          {marked ? texts.markAgain(count) : texts.mark(count)}
        </Button>
      )}
      {marked && (
        <Button
          size="small"
          disabledFocusable={busy !== "none"}
          onClick={() => void session.unmark()}
          data-testid="unmark"
        >
          {texts.unmark}
        </Button>
      )}
    </div>
  );
}
