import { Button, makeStyles } from "@fluentui/react-components";
import { ArrowLeftRegular } from "@fluentui/react-icons/svg/arrow-left";
import { useEffect, useMemo, useRef } from "react";
import { cellStory } from "../../../../jobs/cell-story.js";
import type { CheckedForms } from "../../../../jobs/check.js";
import { a1, type CellAddress } from "../../../../values/address.js";
import { useTexts } from "../../../texts/use-texts.js";
import { StepLayout } from "../../StepLayout.js";
import { tokens } from "../../tokens.js";
import { NARROW } from "../../zoomed.js";
import { LateCharts } from "../charts/LateCharts.js";
import { Story } from "./Story.js";
import { TypeField } from "./TypeField.js";

const useStyles = makeStyles({
  head: {
    display: "flex",
    alignItems: "center",
    gap: "6px",
    minHeight: "32px",
    padding: "0 4px",
    [NARROW]: { flexWrap: "wrap" },
  },
  back: { flexShrink: 0, whiteSpace: "nowrap" },
  title: {
    margin: 0,
    flexGrow: 1,
    minWidth: 0,
    fontSize: "14px",
    fontWeight: tokens.fontWeightSemibold,
    overflow: "hidden",
    textOverflow: "ellipsis",
    whiteSpace: "nowrap",
    [NARROW]: { flexBasis: "100%", padding: "0 8px", whiteSpace: "normal" },
  },
  other: { margin: 0, fontSize: "13px", color: tokens.colorNeutralForeground2 },
});

/** The cell in which the cursor stands: what is asked there, what is there, and a field to type it. */
export function CellView({
  book,
  cell,
  onClose,
}: {
  readonly book: CheckedForms;
  readonly cell: CellAddress | null;
  readonly onClose: () => void;
}) {
  const styles = useStyles();
  const { cell: texts, wording } = useTexts();
  const head = useRef<HTMLDivElement>(null);
  const foot = useRef<HTMLDivElement>(null);
  const typing = useRef(false);
  /** She opens the card to type; where nothing is typed, its first button is the next thing. */
  const takeFocus = () => {
    if (!focusField(foot.current)) head.current?.querySelector("button")?.focus();
  };
  useEffect(takeFocus, []);
  const key = cell === null ? "" : `${cell.sheet}!${a1(cell)}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: with another cell the field is another one
  useEffect(() => {
    // She goes on typing in the next cell's field; a pane that is not being worked in must not take the focus.
    if (!typing.current || !document.hasFocus() || document.activeElement !== document.body) return;
    takeFocus();
  }, [key]);
  const story = useMemo(() => (cell === null ? null : cellStory(book, cell, wording)), [book, cell, wording]);
  return (
    <StepLayout
      label={cell === null ? texts.none : texts.title(a1(cell), cell.sheet)}
      top={
        <div className={styles.head} ref={head}>
          <Button
            size="small"
            appearance="subtle"
            className={styles.back}
            icon={<ArrowLeftRegular />}
            onClick={onClose}
            data-testid="close-cell"
          >
            {texts.back}
          </Button>
          <h2 className={styles.title} id="cell-title" data-testid="cell-title">
            {cell === null ? texts.none : texts.title(a1(cell), cell.sheet)}
          </h2>
        </div>
      }
      foot={
        cell === null ? null : (
          // biome-ignore lint/a11y/noStaticElementInteractions: it only sees where the focus is
          <div
            ref={foot}
            onFocus={() => {
              typing.current = true;
            }}
            onBlur={({ relatedTarget }) => {
              // Without a target the field itself is gone.
              if (relatedTarget !== null) typing.current = false;
            }}
          >
            <TypeField key={key} book={book} cell={cell} story={story} />
          </div>
        )
      }
    >
      {story === null ? (
        <>
          <p className={styles.other} data-testid="cell-other">
            {texts.other}
          </p>
          {cell !== null && <LateCharts book={book} sheet={cell.sheet} />}
        </>
      ) : (
        <Story story={story} book={book} />
      )}
    </StepLayout>
  );
}

/** Gives the focus to the field of the card, its text selected, or to the button in its place. False where there is neither. */
function focusField(foot: HTMLElement | null): boolean {
  const field = foot?.querySelector<HTMLElement>("input, select, button") ?? null;
  field?.focus();
  if (field instanceof HTMLInputElement) field.select();
  return field !== null;
}
