import { Button, makeStyles } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import { useTexts } from "../../texts/use-texts.js";
import { useSession, useSessionState } from "../use-session.js";

const useStyles = makeStyles({
  line: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: "8px", fontSize: "13px" },
});

/** Offers to remove the blank sheet with which the workbook began, now that the forms are there. */
export function BlankSheet({ onRemoved }: { readonly onRemoved: () => void }) {
  const styles = useStyles();
  const { insert: texts } = useTexts();
  const session = useSession();
  const busy = useSessionState("busy");
  const [sheet, setSheet] = useState<string | null>(null);
  const [removed, setRemoved] = useState<string | null>(null);
  useEffect(() => {
    let wanted = true;
    void session.starter().then((found) => {
      if (wanted) setSheet(found);
    });
    return () => {
      wanted = false;
    };
  }, [session]);
  const remove = async (name: string) => {
    const done = await session.removeSheet(name);
    setSheet(null);
    setRemoved(done ? name : null);
    onRemoved();
  };
  return (
    <div className={styles.line} role="status">
      {removed !== null && texts.removedSheet(removed)}
      {sheet !== null && (
        <>
          <span>{texts.blankSheet(sheet)}</span>
          <Button
            size="small"
            disabledFocusable={busy !== "none"}
            onClick={() => void remove(sheet)}
            data-testid="remove-sheet"
          >
            {texts.removeSheet(sheet)}
          </Button>
        </>
      )}
    </div>
  );
}
