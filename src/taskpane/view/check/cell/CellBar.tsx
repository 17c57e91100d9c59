import { Button, makeStyles } from "@fluentui/react-components";
import { memo, useMemo } from "react";
import type { CheckedForms } from "../../../../jobs/check.js";
import { nextBlank } from "../../../../jobs/next-blank.js";
import { rowAt } from "../../../../jobs/row-at.js";
import { a1 } from "../../../../values/address.js";
import { useTexts } from "../../../texts/use-texts.js";
import { tokens } from "../../tokens.js";
import { useSessionState } from "../../use-session.js";
import { NextButton } from "./NextButton.js";

const useStyles = makeStyles({
  bar: { display: "flex", alignItems: "center", gap: "6px" },
  cell: {
    flexGrow: 1,
    minWidth: "0px",
    maxWidth: "none",
    overflow: "hidden",
    justifyContent: "flex-start",
    paddingLeft: "4px",
    fontWeight: tokens.fontWeightRegular,
  },
  words: { overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" },
});

/** One line about the cell in which the cursor stands, and the way to the next blank one. */
export function CellBar({
  book,
  onOpen,
}: {
  readonly book: CheckedForms;
  readonly onOpen: (open: true) => void;
}) {
  const styles = useStyles();
  const { cell: texts } = useTexts();
  const cell = useSessionState("cell");
  const story = useMemo(() => (cell === null ? null : rowAt(book, cell)), [book, cell]);
  const next = nextBlank(book, cell);
  const words =
    cell === null
      ? texts.none
      : story === null
        ? texts.title(a1(cell), cell.sheet)
        : `${a1(cell)} · ${story.coded ? `${story.code}. ` : ""}${story.label}`;
  return (
    <div className={styles.bar}>
      <OpenCell words={words} inVietnamese={story !== null} onOpen={onOpen} />
      <NextButton next={next} />
    </div>
  );
}

/** Drawn again only with other words: most edits change none. */
const OpenCell = memo(function OpenCell({
  words,
  inVietnamese,
  onOpen,
}: {
  readonly words: string;
  readonly inVietnamese: boolean;
  readonly onOpen: (open: true) => void;
}) {
  const styles = useStyles();
  const { cell: texts } = useTexts();
  return (
    <Button
      size="small"
      appearance="subtle"
      className={styles.cell}
      onClick={() => onOpen(true)}
      title={texts.open}
      data-testid="open-cell"
    >
      <span className={styles.words} {...(inVietnamese ? { lang: "vi" } : {})}>
        {words}
      </span>
    </Button>
  );
});
