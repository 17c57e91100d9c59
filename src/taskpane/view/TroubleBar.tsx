import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  makeStyles,
} from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons/svg/dismiss";
import type { Trouble } from "../session/state.js";
import type { Texts } from "../texts/texts.js";
import { useTexts } from "../texts/use-texts.js";
import { tokens } from "./tokens.js";
import { useSession, useSessionState } from "./use-session.js";
import { LOW } from "./zoomed.js";

const useStyles = makeStyles({
  bar: { flexShrink: 0, maxHeight: "55%", overflowY: "auto", [LOW]: { maxHeight: "none" } },
  code: { display: "block", color: tokens.colorNeutralForeground3, fontSize: "12px", marginTop: "4px" },
});

/** What went wrong last, in a sentence; the code below is for whoever helps the officer. */
export function TroubleBar() {
  const styles = useStyles();
  const texts = useTexts();
  const session = useSession();
  const trouble = useSessionState("trouble");
  const again = useSessionState("again");
  if (trouble === null) return null;
  const { message, code } = tell(trouble, texts);
  return (
    <MessageBar intent="error" layout="multiline" className={styles.bar} data-testid="trouble">
      <MessageBarBody>
        {message}
        {code !== "" && <small className={styles.code}>{texts.code(code)}</small>}
      </MessageBarBody>
      <MessageBarActions
        containerAction={
          <Button
            appearance="transparent"
            aria-label={texts.dismiss}
            icon={<DismissRegular />}
            onClick={() => session.dismiss()}
            data-testid="dismiss-trouble"
          />
        }
      >
        {trouble.kind === "program" && again !== null && (
          <Button onClick={again} data-testid="retry-part">
            {texts.retry}
          </Button>
        )}
      </MessageBarActions>
    </MessageBar>
  );
}

function tell(trouble: Trouble, texts: Texts): { readonly message: string; readonly code: string } {
  if (trouble.kind === "program") return { message: texts.programTrouble, code: trouble.code };
  const { fault } = trouble;
  return fault.kind === "unexpected"
    ? { message: texts.unexpected, code: fault.code }
    : { message: texts.fault(fault), code: fault.code };
}
