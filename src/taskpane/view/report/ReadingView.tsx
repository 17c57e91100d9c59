import { makeStyles } from "@fluentui/react-components";
import { forwardRef, type KeyboardEvent, useEffect, useMemo, useRef } from "react";
import type { WrittenReport } from "../../../jobs/report.js";
import { paragraphsAbout } from "../../../jobs/told-paragraphs.js";
import type { Paragraph, Section } from "../../../narrative/section.js";
import type { CellAddress } from "../../../values/address.js";
import { tokens } from "../tokens.js";
import { useKeptFocus } from "../use-kept-focus.js";
import { useSessionState } from "../use-session.js";
import { ParagraphView } from "./ParagraphView.js";
import { useReportTexts } from "./use-report-texts.js";

const useStyles = makeStyles({
  paper: {
    fontFamily: '"Times New Roman", "Liberation Serif", serif',
    fontSize: "16px",
    lineHeight: 1.4,
    padding: "8px 12px",
  },
  subject: { margin: "0 0 8px", textAlign: "center", fontWeight: "bold", whiteSpace: "pre-line" },
  window: { margin: "0 0 8px", textAlign: "center", fontStyle: "italic" },
  heading1: { margin: "12px 0 4px", fontSize: "16px", fontWeight: "bold" },
  heading2: { margin: "10px 0 2px", fontSize: "16px", fontWeight: "bold" },
  heading3: { margin: "8px 0 2px", fontSize: "16px", fontWeight: "bold", fontStyle: "italic" },
  frame: { margin: "0 0 6px" },
  empty: { margin: "0 0 6px", color: tokens.colorNeutralForeground3, fontStyle: "italic" },
});

/**
 * The report's words as they would be printed now. Arrow keys go from paragraph to paragraph; those
 * that tell the cell in which the cursor stands are marked.
 */
export const ReadingView = forwardRef<
  HTMLElement,
  {
    readonly written: WrittenReport;
    /** The paragraph that is read, counted from 0. */
    readonly position: number;
    readonly onPosition: (position: number) => void;
  }
>(function ReadingView({ written, position: wanted, onPosition }, shown) {
  const styles = useStyles();
  const cell = useSessionState("cell");
  const sought = useSessionState("sought");
  const { framing, sections } = written.content;
  const box = useRef<HTMLDivElement>(null);
  const kept = useKeptFocus(box);
  const count = useMemo(
    () => sections.reduce((sum, { paragraphs }) => sum + paragraphs.length, 0),
    [sections],
  );
  const current = Math.min(wanted, Math.max(0, count - 1));
  const told = useTold(written, sought ?? cell);
  const standing = useMemo(
    () => new Map(written.narrative.standing.map((ref) => [ref.sentence, ref])),
    [written],
  );
  const firstTold = positionOf(sections, told);
  // Once, for a cell whose sentences she asked for: later moves of the cursor leave her reading alone.
  const goal = useRef(sought === null ? null : firstTold);
  const start = useRef(current);
  useEffect(() => {
    if (goal.current !== null) focusParagraph(box.current, goal.current);
    else if (start.current > 0) rowAt(box.current, start.current)?.scrollIntoView?.({ block: "center" });
    goal.current = null;
    start.current = 0;
  }, []);

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const onRow = event.target instanceof HTMLElement && event.target.dataset.testid === "paragraph";
    const next = { ArrowDown: current + 1, ArrowUp: current - 1, Home: 0, End: count - 1 }[event.key];
    if (!onRow || next === undefined) return;
    event.preventDefault();
    focusParagraph(box.current, Math.max(0, Math.min(count - 1, next)));
  };
  let position = -1;
  return (
    <article className={styles.paper} ref={shown} lang="vi" data-testid="report-preview">
      <p className={styles.subject}>
        BÁO CÁO{"\n"}
        {framing.subject}
      </p>
      {framing.dataWindow !== null && <p className={styles.window}>{framing.dataWindow}</p>}
      <p className={styles.frame}>{framing.opening}</p>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys go from paragraph to paragraph inside */}
      <div ref={box} onKeyDown={onKeyDown} {...kept}>
        {sections.map((section, index) => (
          <section key={section.id} data-section={section.id}>
            <Heading section={section} />
            {section.paragraphs.map((paragraph) => {
              position += 1;
              const mine = position;
              return (
                <ParagraphView
                  key={mine}
                  paragraph={paragraph}
                  sentences={(paragraph.sentences ?? []).flatMap((id) => standing.get(id) ?? [])}
                  textCell={written.textCells.get(section.id) ?? null}
                  current={mine === current}
                  told={told.has(paragraph)}
                  onCurrent={() => onPosition(mine)}
                />
              );
            })}
            {endsHere(sections, index) && section.paragraphs.length === 0 && <Empty />}
          </section>
        ))}
      </div>
      <p className={styles.frame}>{framing.closing}</p>
    </article>
  );
});

/** The paragraphs that tell a cell. */
export function useTold(written: WrittenReport, cell: CellAddress | null): ReadonlySet<Paragraph> {
  return useMemo(() => new Set(cell === null ? [] : paragraphsAbout(written, cell)), [written, cell]);
}

/** The place of the first of some paragraphs among all; null where none of them stands. */
function positionOf(sections: readonly Section[], wanted: ReadonlySet<Paragraph>): number | null {
  const position = sections.flatMap(({ paragraphs }) => paragraphs).findIndex((one) => wanted.has(one));
  return position < 0 ? null : position;
}

function rowAt(box: HTMLElement | null, position: number): HTMLElement | undefined {
  return box?.querySelectorAll<HTMLElement>('[data-testid="paragraph"]')[position];
}

function focusParagraph(box: HTMLElement | null, position: number): void {
  const row = rowAt(box, position);
  if (row === undefined) return;
  // Tabbable before it has the focus: Excel on the web loses the keyboard otherwise.
  row.tabIndex = 0;
  row.focus();
  row.scrollIntoView?.({ block: "nearest" });
}

function Heading({ section }: { readonly section: Section }) {
  const styles = useStyles();
  const { level, number, heading } = section;
  const Element = `h${level + 2}` as "h3" | "h4" | "h5" | "h6";
  const look = { 1: styles.heading1, 2: styles.heading2, 3: styles.heading3, 4: styles.heading3 }[level];
  return (
    <Element className={look}>
      {number}. {heading}
    </Element>
  );
}

function Empty() {
  const styles = useStyles();
  const texts = useReportTexts();
  return <p className={styles.empty}>{texts.empty}</p>;
}

/** True where no smaller section follows under this one. */
function endsHere(sections: readonly Section[], index: number): boolean {
  const [here, next] = [sections[index], sections[index + 1]];
  return here !== undefined && (next === undefined || next.level <= here.level);
}
