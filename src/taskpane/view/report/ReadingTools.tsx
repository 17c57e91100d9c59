import { Button, makeStyles, Select } from "@fluentui/react-components";
import { BookOpenRegular } from "@fluentui/react-icons/svg/book-open";
import { type RefObject, useRef, useState } from "react";
import type { WrittenReport } from "../../../jobs/report.js";
import { a1 } from "../../../values/address.js";
import { useTexts } from "../../texts/use-texts.js";
import type { Windows } from "../../wide/open-wide.js";
import { useSession, useSessionState } from "../use-session.js";
import { useTold } from "./ReadingView.js";
import { useReportTexts } from "./use-report-texts.js";

const useStyles = makeStyles({
  line: { display: "flex", alignItems: "center", gap: "6px", padding: "0 8px 4px" },
  sections: { flexGrow: 1, minWidth: 0 },
  select: { minWidth: 0, width: "100%" },
  told: { flexShrink: 0, whiteSpace: "nowrap", minWidth: 0 },
});

/** The way to a section, and to the sentences that tell the cell in which the cursor stands. */
export function ReadingTools({
  written,
  shown,
  windows,
}: {
  readonly written: WrittenReport;
  readonly shown: RefObject<HTMLElement | null>;
  readonly windows: Windows | null;
}) {
  const styles = useStyles();
  const texts = useReportTexts();
  const cell = useSessionState("cell");
  const sought = useSessionState("sought");
  const about = sought ?? cell;
  const told = useTold(written, about);
  const next = useRef(0);
  const goToSection = (id: string) =>
    [...(shown.current?.querySelectorAll<HTMLElement>("[data-section]") ?? [])]
      .find(({ dataset }) => dataset.section === id)
      ?.scrollIntoView?.({ block: "start" });
  const goToTold = () => {
    const rows = [...(shown.current?.querySelectorAll<HTMLElement>('[data-told="yes"]') ?? [])];
    const row = rows[next.current % Math.max(1, rows.length)];
    next.current += 1;
    if (row === undefined) return;
    // Tabbable before it has the focus: Excel on the web loses the keyboard otherwise.
    row.tabIndex = 0;
    row.focus();
    row.scrollIntoView?.({ block: "nearest" });
  };
  return (
    <div className={styles.line}>
      <span className={styles.sections}>
        <Select
          size="small"
          className={styles.select}
          aria-label={texts.toSection}
          value=""
          onChange={(_, { value }) => goToSection(value)}
          data-testid="to-section"
        >
          <option value="">{texts.toSection}</option>
          {written.content.sections.map(({ id, number, heading }) => (
            <option key={id} value={id} lang="vi">
              {number}. {heading}
            </option>
          ))}
        </Select>
      </span>
      {about !== null && told.size > 0 && (
        <Button size="small" className={styles.told} onClick={goToTold} data-testid="to-told">
          {texts.toldBy(a1(about), told.size)}
        </Button>
      )}
      {windows !== null && <WideButton written={written} place={windows} />}
    </div>
  );
}

/** Opens the report page by page in a window of Excel; a number chosen there is gone to here. */
function WideButton({ written, place }: { readonly written: WrittenReport; readonly place: Windows }) {
  const styles = useStyles();
  const { language } = useTexts();
  const texts = useReportTexts();
  const session = useSession();
  const [open, setOpen] = useState(false);
  const line = useRef<HTMLSpanElement>(null);
  const show = async () => {
    setOpen(true);
    try {
      const { openWide } = await place.load();
      const cell = await openWide(written, { language, ...texts.wideWords }, place);
      if (cell !== null) await session.select(cell);
    } catch (error) {
      session.fail(error instanceof Error ? error.message : String(error));
    } finally {
      setOpen(false);
      // Excel on the web takes the pane's elements away while it asks whether a window may open.
      if (document.activeElement === document.body) line.current?.querySelector("button")?.focus();
    }
  };
  return (
    <span ref={line}>
      <Button
        size="small"
        className={styles.told}
        icon={<BookOpenRegular />}
        title={texts.wide}
        aria-label={texts.wide}
        disabledFocusable={open}
        onClick={() => void show()}
        data-testid="wide"
      />
    </span>
  );
}
