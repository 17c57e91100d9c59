import {
  Button,
  MessageBar,
  MessageBarBody,
  type MessageBarProps,
  makeStyles,
} from "@fluentui/react-components";
import { ClipboardRegular } from "@fluentui/react-icons/svg/clipboard";
import { DocumentArrowDownRegular } from "@fluentui/react-icons/svg/document-arrow-down";
import { type RefObject, useEffect, useRef, useState } from "react";
import type { CheckedForms } from "../../../jobs/check.js";
import { toldCounts } from "../../../jobs/mending.js";
import type { WrittenReport } from "../../../jobs/report.js";
import { loadPrinter, loadWordWriter, loadWriter } from "../../parts.js";
import { copyRichText } from "../../report/copy.js";
import { reportFileName } from "../../report/file-name.js";
import { saveFile } from "../../report/save-file.js";
import { useSession, useSessionState } from "../use-session.js";
import { useTold } from "../use-told.js";
import { DraftQuestion } from "./DraftQuestion.js";
import { useReportTexts } from "./use-report-texts.js";

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

type Way = "save" | "copy";

/**
 * Export to Word and copy. Each says what it did, and each failure names the other way. While errors
 * stand, the first of them asks once and says what the draft contains.
 */
export function ReportActions({
  book,
  written,
  mac,
  shown,
}: {
  readonly book: CheckedForms;
  readonly written: WrittenReport;
  /** On the Mac, Excel drops downloads without a word. */
  readonly mac: boolean;
  readonly shown: RefObject<HTMLElement | null>;
}) {
  const styles = useStyles();
  const texts = useReportTexts();
  const session = useSession();
  const draftAgreed = useSessionState("draftAgreed");
  const [asking, setAsking] = useState<Way | null>(null);
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<Outcome | null>(null);

  const toldErrors = toldCounts(useTold()).error;
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
  /** The report to take along: without what rests on errors where she wants that. */
  const chosen = async (clean: boolean): Promise<WrittenReport> => {
    if (!clean) return written;
    const outcome = (await loadWriter()).writeReport(book, { clean });
    return outcome.kind === "written" ? outcome.written : written;
  };
  const save = async (clean: boolean): Promise<Outcome> => {
    const { printWord } = await loadWordWriter();
    const report = await chosen(clean);
    const name = reportFileName(report.content.info);
    saveFile(document, name, await printWord(report), WORD);
    return { intent: "success", said: texts.saved(name) };
  };
  const copy = async (clean: boolean): Promise<Outcome> => {
    const { printReport } = await loadPrinter();
    const report = await chosen(clean);
    const rich = { html: printReport(report, "html"), text: printReport(report, "text") };
    switch (await copyRichText(document, rich, shown.current)) {
      case "copied":
        return { intent: "success", said: texts.copied };
      case "selected":
        return { intent: "warning", said: texts.copySelected };
      case "failed":
        return { intent: "error", said: texts.copyFailed };
    }
  };
  const take = (way: Way, clean = false) =>
    way === "save" ? run(() => save(clean), texts.exportFailed) : run(() => copy(clean), texts.copyFailed);
  const begin = (way: Way) => {
    if (written.errors.length > 0 && !draftAgreed) setAsking(way);
    else void take(way);
  };
  const box = useRef<HTMLDivElement>(null);
  const answered = useRef(false);
  useEffect(() => {
    // The question is gone with the button that had the focus.
    if (asking === null && answered.current) box.current?.querySelector("button")?.focus();
    answered.current = asking !== null;
  }, [asking]);
  if (asking !== null) {
    return (
      <DraftQuestion
        errors={toldErrors}
        doubtful={written.narrative.doubtful.length}
        onExport={(clean) => {
          session.agreeToDraft();
          setAsking(null);
          void take(asking, clean);
        }}
        onCheck={() => session.show("check")}
        onCancel={() => setAsking(null)}
      />
    );
  }
  return (
    <div className={styles.box} ref={box}>
      <div className={styles.buttons}>
        {!mac && (
          <Button
            appearance="primary"
            icon={<DocumentArrowDownRegular />}
            disabledFocusable={busy}
            onClick={() => begin("save")}
            data-testid="export"
          >
            {busy ? texts.exporting : texts.export}
          </Button>
        )}
        <Button
          appearance={mac ? "primary" : "secondary"}
          icon={<ClipboardRegular />}
          disabledFocusable={busy}
          onClick={() => begin("copy")}
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
