import { Button, MessageBar, MessageBarBody, makeStyles, Spinner, tokens } from "@fluentui/react-components";
import { useMemo, useRef } from "react";
import { countFindings } from "../../../jobs/group-findings.js";
import { loadWriter } from "../../parts.js";
import { useTexts } from "../../texts/use-texts.js";
import { StepLayout } from "../StepLayout.js";
import { useLoaded } from "../use-loaded.js";
import { useSession, useSessionState } from "../use-session.js";
import { ReportActions } from "./ReportActions.js";
import { ReportGaps } from "./ReportGaps.js";
import { ReportPreview } from "./ReportPreview.js";

const useStyles = makeStyles({
  hint: { margin: 0, color: tokens.colorNeutralForeground2 },
  action: { alignSelf: "flex-start" },
});

/** The third step: the report as it would be printed now, what it lacks, and the ways to take it along. */
export function ReportStep({ mac }: { readonly mac: boolean }) {
  const styles = useStyles();
  const { report: texts, check: checkTexts, insert: insertTexts } = useTexts();
  const session = useSession();
  const { book } = useSessionState();
  const writer = useLoaded(loadWriter);
  const written = useMemo(() => {
    const outcome = writer === null || book.kind !== "forms" ? null : writer.writeReport(book);
    return outcome?.kind === "written" ? outcome.written : null;
  }, [writer, book]);
  const preview = useRef<HTMLElement>(null);

  if (book.kind !== "forms") {
    return (
      <StepLayout>
        <p className={styles.hint} data-testid="no-forms">
          {book.kind === "foreign" ? insertTexts.foreign(book.edition) : checkTexts.noForms}
        </p>
        {book.kind !== "foreign" && (
          <Button className={styles.action} appearance="primary" onClick={() => session.show("insert")}>
            {checkTexts.toInsert}
          </Button>
        )}
      </StepLayout>
    );
  }
  if (written === null) return <Spinner size="small" label={texts.loading} />;
  const counts = countFindings(book.judgement.findings);
  const clean = counts.error + counts.warning + counts.missing === 0;
  return (
    <StepLayout foot={<ReportActions written={written} mac={mac} shown={preview} />}>
      {!clean && (
        <MessageBar
          intent={counts.error > 0 ? "error" : "warning"}
          layout="multiline"
          data-testid="report-counts"
        >
          <MessageBarBody>
            {texts.counts(counts)} {texts.countsHint}
          </MessageBarBody>
        </MessageBar>
      )}
      <ReportGaps gaps={written.gaps} report={book.report} />
      <ReportPreview content={written.content} ref={preview} />
    </StepLayout>
  );
}
