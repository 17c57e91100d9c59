import { Button, Input, makeStyles } from "@fluentui/react-components";
import { useState } from "react";
import type { CheckedForms } from "../../../jobs/check.js";
import type { Defect } from "../../../jobs/defects.js";
import type { Fix } from "../../../jobs/fixes.js";
import { classOf } from "../../../jobs/group-findings.js";
import { type MendItem, outdatedReason } from "../../../jobs/mending.js";
import type { Finding } from "../../../rules/finding.js";
import { a1 } from "../../../values/address.js";
import { useTexts } from "../../texts/use-texts.js";
import { tokens } from "../tokens.js";
import { useSession, useSessionState } from "../use-session.js";
import { cellOfFinding } from "./finding-words.js";
import { useInsight } from "./use-insight.js";

const useStyles = makeStyles({
  box: { display: "flex", flexDirection: "column", gap: "6px", padding: "0 12px 8px 36px" },
  buttons: { display: "flex", flexWrap: "wrap", gap: "6px" },
  proposal: { maxWidth: "100%", minWidth: "0px", height: "auto", minHeight: "24px", textAlign: "left" },
  // No wider than their words: they have no edge, and a row of buttons less is a row of the list more.
  quiet: { minWidth: "0px", padding: "0 6px" },
  list: { margin: 0, padding: 0, listStyleType: "none", fontSize: "13px" },
  hint: { margin: 0, fontSize: "13px", color: tokens.colorNeutralForeground2 },
  reason: { display: "flex", flexWrap: "wrap", gap: "6px", alignItems: "center" },
  input: { flexGrow: 1, minWidth: "120px" },
});

/** How many cells of a fix of many are shown beforehand. */
const SHOWN = 5;

/** What can be done about the row that is worked on. */
export function MendActions({ item, book }: { readonly item: MendItem; readonly book: CheckedForms }) {
  return item.kind === "finding" ? (
    <FindingActions finding={item.finding} defect={item.defect} book={book} />
  ) : (
    <GroupActions findings={item.findings} book={book} />
  );
}

function FindingActions({
  finding,
  defect,
  book,
}: {
  readonly finding: Finding;
  /** Which cells may be wrong, as far as that is known. */
  readonly defect: Defect | null;
  readonly book: CheckedForms;
}) {
  const styles = useStyles();
  const { check: texts, wording } = useTexts();
  const insight = useInsight();
  const [asked, setAsked] = useState(false);
  const session = useSession();
  const busy = useSessionState("busy");
  const [explaining, setExplaining] = useState(false);
  const address = cellOfFinding(finding);
  const before = outdatedReason(finding, book.judgement);
  const label = (fix: Fix) => (fix.kind === "formula" ? texts.fixFormula(fix.to) : texts.fixTo(fix.to));
  const fixes = insight === null ? [] : insight.fixesOf(finding, book.report, wording);
  const proposals =
    defect === null || insight === null ? [] : insight.proposalsOf(defect, book.report, wording);
  const together =
    defect === null || insight === null ? [] : insight.sameCauseLines(defect, book.report.edition, wording);
  const help = insight === null ? [] : insight.helpOfFinding(finding, book.judgement, wording);
  // A blank is filled, not explained.
  const explains = finding.rule !== "value.missing" && finding.rule !== "info.missing";
  return (
    <div className={styles.box} data-testid="mend-actions">
      {before !== null && <p className={styles.hint}>{texts.reasonOutdated(before)}</p>}
      <div className={styles.buttons}>
        {address !== null && (
          <Button
            size="small"
            appearance="primary"
            onClick={() => void session.select(address)}
            data-testid="go-to-cell"
          >
            {texts.toCell(a1(address))}
          </Button>
        )}
        {address === null && <ToInsert finding={finding} />}
        {proposals.map(({ by, words, edits }) => (
          <Button
            key={words}
            size="small"
            className={styles.proposal}
            disabledFocusable={busy !== "none"}
            onClick={() => void session.mend(edits)}
            data-testid="propose"
          >
            {texts[by](words)}
          </Button>
        ))}
        {fixes.map((fix) => (
          <Button
            key={fix.to}
            size="small"
            disabledFocusable={busy !== "none"}
            onClick={() => void session.mend([fix.edit])}
            data-testid="fix"
          >
            {label(fix)}
          </Button>
        ))}
        {explains && !explaining && (
          <Button
            size="small"
            appearance="subtle"
            className={styles.quiet}
            onClick={() => setExplaining(true)}
            data-testid="explain"
          >
            {texts.explain}
          </Button>
        )}
        {help.length > 0 && (
          <Button
            size="small"
            appearance="subtle"
            className={styles.quiet}
            aria-expanded={asked}
            onClick={() => setAsked(!asked)}
            data-testid="why"
          >
            {texts.why}
          </Button>
        )}
      </div>
      {asked &&
        help.map((sentence) => (
          <p key={sentence} className={styles.hint} data-testid="help">
            {sentence}
          </p>
        ))}
      {/* Below the buttons, which must not move when it comes in. */}
      {together.map((line) => (
        <p key={line} className={styles.hint} data-testid="same-cause">
          {line}
        </p>
      ))}
      {explaining && (
        <Reason
          findings={[...(defect?.also ?? []), finding]}
          reason={before ?? ""}
          onClose={() => setExplaining(false)}
        />
      )}
    </div>
  );
}

/** The way to where what is gone from the workbook is put back. */
function ToInsert({ finding: { rule } }: { readonly finding: Finding }) {
  const { check: texts } = useTexts();
  const session = useSession();
  return !rule.startsWith("layout.") ? null : (
    <Button size="small" appearance="primary" onClick={() => session.show("insert")} data-testid="to-insert">
      {texts.toInsert}
    </Button>
  );
}

/** Why a finding stays, with those of the same cause, in her own words; it is kept in the workbook. */
function Reason({
  findings,
  reason: before,
  onClose,
}: {
  /** The one whose row it is comes last: until then the row stays. */
  readonly findings: readonly Finding[];
  readonly reason: string;
  readonly onClose: () => void;
}) {
  const styles = useStyles();
  const { check: texts } = useTexts();
  const session = useSession();
  const busy = useSessionState("busy");
  const [reason, setReason] = useState(before);
  const keep = async () => {
    if (reason.trim() === "") return;
    for (const finding of findings) if (!(await session.confirm(finding, reason))) return;
    onClose();
  };
  return (
    <form
      className={styles.reason}
      onSubmit={(event) => {
        event.preventDefault();
        void keep();
      }}
    >
      <Input
        className={styles.input}
        size="small"
        value={reason}
        aria-label={texts.reason}
        placeholder={texts.reason}
        input={{ autoFocus: true }}
        onChange={(_, { value }) => setReason(value)}
        data-testid="reason"
      />
      <Button
        size="small"
        appearance="primary"
        type="submit"
        disabledFocusable={busy !== "none" || reason.trim() === ""}
        data-testid="confirm"
      >
        {texts.confirm}
      </Button>
      <Button size="small" onClick={onClose} data-testid="cancel-confirm">
        {texts.cancel}
      </Button>
    </form>
  );
}

/** What can be done about equal findings. Blanks are filled, not mended: nothing is fetched for them. */
function GroupActions({
  findings,
  book,
}: {
  readonly findings: readonly Finding[];
  readonly book: CheckedForms;
}) {
  const [first] = findings;
  return first !== undefined && classOf(first) === "missing" ? (
    <GroupButtons findings={findings} fixes={[]} />
  ) : (
    <MendableGroup findings={findings} book={book} />
  );
}

function MendableGroup({
  findings,
  book,
}: {
  readonly findings: readonly Finding[];
  readonly book: CheckedForms;
}) {
  const { wording } = useTexts();
  const insight = useInsight();
  const fixes = insight === null ? [] : insight.certainFixes(findings, book.report, wording);
  return <GroupButtons findings={findings} fixes={fixes} />;
}

/** The first cell of equal findings; where there is only one way to mend them, all by one press. */
function GroupButtons({
  findings,
  fixes,
}: {
  readonly findings: readonly Finding[];
  readonly fixes: readonly Fix[];
}) {
  const styles = useStyles();
  const { check: texts } = useTexts();
  const session = useSession();
  const busy = useSessionState("busy");
  const [previewing, setPreviewing] = useState(false);
  const [first] = findings;
  const address = first === undefined ? null : cellOfFinding(first);
  return (
    <div className={styles.box} data-testid="mend-actions">
      <div className={styles.buttons}>
        {fixes.length > 0 && !previewing && (
          <Button
            size="small"
            appearance="primary"
            onClick={() => setPreviewing(true)}
            data-testid="preview-fixes"
          >
            {texts.fixAll(fixes.length)}
          </Button>
        )}
        {address !== null && !previewing && (
          <Button
            size="small"
            {...(fixes.length === 0 ? { appearance: "primary" as const } : {})}
            onClick={() => void session.select(address)}
            data-testid="go-to-cell"
          >
            {texts.toFirst(a1(address))}
          </Button>
        )}
        {address === null && first !== undefined && <ToInsert finding={first} />}
      </div>
      {previewing && (
        <>
          <ul className={styles.list} data-testid="fix-preview">
            {fixes.slice(0, SHOWN).map((fix) => (
              <li key={fix.finding}>{texts.change(fix.cell.sheet, a1(fix.cell), fix.from, fix.to)}</li>
            ))}
            {fixes.length > SHOWN && <li>{texts.andOthers(fixes.length - SHOWN)}</li>}
          </ul>
          <div className={styles.buttons}>
            <Button
              size="small"
              appearance="primary"
              disabledFocusable={busy !== "none"}
              onClick={() => void session.mend(fixes.map(({ edit }) => edit))}
              data-testid="fix-all"
            >
              {texts.fixNow(fixes.length)}
            </Button>
            <Button size="small" onClick={() => setPreviewing(false)}>
              {texts.cancel}
            </Button>
          </div>
        </>
      )}
    </div>
  );
}
