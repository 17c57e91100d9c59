import { Button, makeStyles } from "@fluentui/react-components";
import type { Trouble } from "../texts/texts.js";
import { useTexts } from "../texts/use-texts.js";
import { tokens } from "./tokens.js";

const useStyles = makeStyles({
  screen: { padding: "16px 12px", color: tokens.colorNeutralForeground1, overflowWrap: "anywhere" },
  title: { margin: "0 0 8px", fontSize: "18px", lineHeight: "24px", fontWeight: tokens.fontWeightSemibold },
  what: { margin: "0 0 8px" },
  steps: { margin: "0 0 12px", paddingLeft: "20px" },
  step: { marginBottom: "4px" },
  code: { display: "block", marginTop: "12px", fontSize: "12px", color: tokens.colorNeutralForeground3 },
});

function reloadPage(): void {
  location.reload();
}

/** A whole screen for what keeps the pane from working at all: what it is, and what to do. */
export function TroubleScreen({
  id,
  trouble,
  action,
  open = reloadPage,
  code,
}: {
  readonly id: string;
  readonly trouble: Trouble;
  /** Words of the button that loads the pane anew, where that can help. */
  readonly action?: string;
  /** Opens the pane anew: where a page can do that itself, by loading it again. */
  readonly open?: () => void;
  readonly code?: string;
}) {
  const styles = useStyles();
  const texts = useTexts();
  return (
    <main className={styles.screen} role="alert" data-testid={`trouble-${id}`}>
      <h1 className={styles.title}>{trouble.title}</h1>
      <p className={styles.what}>{trouble.what}</p>
      <ol className={styles.steps}>
        {trouble.steps.map((step) => (
          <li key={step} className={styles.step}>
            {step}
          </li>
        ))}
      </ol>
      {action !== undefined && (
        <Button appearance="primary" onClick={open} data-testid="reload">
          {action}
        </Button>
      )}
      {code !== undefined && <small className={styles.code}>{texts.code(code)}</small>}
    </main>
  );
}
