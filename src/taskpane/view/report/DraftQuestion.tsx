import { Button, Checkbox, makeStyles } from "@fluentui/react-components";
import { useEffect, useRef, useState } from "react";
import { tokens } from "../tokens.js";
import { useReportTexts } from "./use-report-texts.js";

const useStyles = makeStyles({
  box: { display: "flex", flexDirection: "column", gap: "4px", fontSize: "13px" },
  title: { margin: 0, fontWeight: tokens.fontWeightSemibold },
  list: { margin: 0, paddingLeft: "18px" },
  leave: { marginLeft: "-8px" },
  buttons: { display: "flex", flexWrap: "wrap", gap: "8px" },
});

/** Asked once before a report with errors is exported: what the draft will contain. */
export function DraftQuestion({
  errors,
  doubtful,
  onExport,
  onCheck,
  onCancel,
}: {
  readonly errors: number;
  /** Sentences that rest on cells in error. */
  readonly doubtful: number;
  readonly onExport: (clean: boolean) => void;
  readonly onCheck: () => void;
  readonly onCancel: () => void;
}) {
  const styles = useStyles();
  const texts = useReportTexts();
  const [clean, setClean] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.querySelector<HTMLElement>('[data-testid="export-draft"]')?.focus(), []);
  return (
    <div
      className={styles.box}
      ref={box}
      role="alertdialog"
      aria-labelledby="draft-title"
      data-testid="draft"
    >
      <p className={styles.title} id="draft-title">
        {texts.draftAsk(errors)}
      </p>
      <ul className={styles.list}>
        <li>{texts.draftPages}</li>
        {doubtful > 0 && <li>{clean ? texts.draftLeftOut(doubtful) : texts.draftMarked(doubtful)}</li>}
      </ul>
      {doubtful > 0 && (
        <Checkbox
          className={styles.leave}
          checked={clean}
          label={texts.draftClean}
          onChange={(_, { checked }) => setClean(checked === true)}
          data-testid="draft-clean"
        />
      )}
      <div className={styles.buttons}>
        <Button appearance="primary" size="small" onClick={() => onExport(clean)} data-testid="export-draft">
          {texts.exportDraft}
        </Button>
        <Button size="small" onClick={onCheck} data-testid="draft-to-check">
          {texts.toErrors}
        </Button>
        <Button size="small" onClick={onCancel} data-testid="draft-cancel">
          {texts.cancel}
        </Button>
      </div>
    </div>
  );
}
