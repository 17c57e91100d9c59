import {
  Button,
  MessageBar,
  MessageBarBody,
  type MessageBarProps,
  makeStyles,
} from "@fluentui/react-components";
import { ClipboardRegular } from "@fluentui/react-icons/svg/clipboard";
import { DocumentArrowDownRegular } from "@fluentui/react-icons/svg/document-arrow-down";
import { type RefObject, useState } from "react";
import type { WrittenReport } from "../../../jobs/report.js";
import { loadPrinter, loadWordWriter } from "../../parts.js";
import { copyRichText } from "../../report/copy.js";
import { reportFileName } from "../../report/file-name.js";
import { saveFile } from "../../report/save-file.js";
import { useTexts } from "../../texts/use-texts.js";

const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

const useStyles = makeStyles({
  box: { display: "flex", flexDirection: "column", gap: "8px" },
  buttons: { display: "flex", flexWrap: "wrap", gap: "8px" },
});

/** What became of the last button; null before one is pressed. */
interface Outcome {
  readonly intent: NonNullable<MessageBarProps["intent"]>;
  readonly said: string;
}

/** Export to Word and copy. Each says what it did, and each failure names the other way. */
export function ReportActions({
  written,
  mac,
  shown,
}: {
  readonly written: WrittenReport;
  /** On the Mac, Excel drops downloads without a word. */
  readonly mac: boolean;
  readonly shown: RefObject<HTMLElement | null>;
}) {
  const styles = useStyles();
  const { report: texts } = useTexts();
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<Outcome | null>(null);

  const run = async (work: () => Promise<Outcome>, failure: string) => {
    setBusy(true);
    setOutcome(null);
    try {
      setOutcome(await work());
    } catch {
      setOutcome({ intent: "error", said: failure });
    } finally {
      setBusy(false);
    }
  };
  const save = async (): Promise<Outcome> => {
    const { printWord } = await loadWordWriter();
    const name = reportFileName(written.content.info);
    saveFile(document, name, await printWord(written), WORD);
    return { intent: "success", said: texts.saved(name) };
  };
  const copy = async (): Promise<Outcome> => {
    const { printReport } = await loadPrinter();
    const rich = { html: printReport(written, "html"), text: printReport(written, "text") };
    switch (await copyRichText(document, rich, shown.current)) {
      case "copied":
        return { intent: "success", said: texts.copied };
      case "selected":
        return { intent: "warning", said: texts.copySelected };
      case "failed":
        return { intent: "error", said: texts.copyFailed };
    }
  };
  return (
    <div className={styles.box}>
      <div className={styles.buttons}>
        {!mac && (
          <Button
            appearance="primary"
            icon={<DocumentArrowDownRegular />}
            disabledFocusable={busy}
            onClick={() => void run(save, texts.exportFailed)}
            data-testid="export"
          >
            {busy ? texts.exporting : texts.export}
          </Button>
        )}
        <Button
          appearance={mac ? "primary" : "secondary"}
          icon={<ClipboardRegular />}
          disabledFocusable={busy}
          onClick={() => void run(copy, texts.copyFailed)}
          data-testid="copy"
        >
          {texts.copy}
        </Button>
      </div>
      {mac && outcome === null && (
        <MessageBar intent="info" layout="multiline" data-testid="mac-hint">
          <MessageBarBody>{texts.macHint}</MessageBarBody>
        </MessageBar>
      )}
      <div role="status">
        {outcome !== null && (
          <MessageBar intent={outcome.intent} layout="multiline" data-testid="report-outcome">
            <MessageBarBody>{outcome.said}</MessageBarBody>
          </MessageBar>
        )}
      </div>
    </div>
  );
}
