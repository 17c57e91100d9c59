import { Button, Field, Input, makeStyles, Select } from "@fluentui/react-components";
import { type KeyboardEvent, useMemo, useState } from "react";
import { type CellStory, textInCell } from "../../../../jobs/cell-story.js";
import type { CheckedForms } from "../../../../jobs/check.js";
import { nextBlank } from "../../../../jobs/next-blank.js";
import { rowBeside } from "../../../../jobs/row-beside.js";
import { typedEdit } from "../../../../jobs/typed-value.js";
import type { CellAddress } from "../../../../values/address.js";
import { useTexts } from "../../../texts/use-texts.js";
import { useSession, useSessionState } from "../../use-session.js";
import { NARROW } from "../../zoomed.js";
import { NextButton } from "./NextButton.js";

const useStyles = makeStyles({
  type: { display: "flex", gap: "6px", alignItems: "flex-end", [NARROW]: { flexWrap: "wrap" } },
  field: { flexGrow: 1, minWidth: 0, [NARROW]: { flexBasis: "100%" } },
  input: { width: "100%", minWidth: 0 },
  write: { flexShrink: 0, whiteSpace: "nowrap", paddingLeft: "8px", paddingRight: "8px" },
});

/** Which keys go to the row after and the row before; in a list of choices the arrows choose. */
const BESIDE: Readonly<Record<string, 1 | -1>> = { PageDown: 1, PageUp: -1 };
const BESIDE_TEXT: Readonly<Record<string, 1 | -1>> = { ...BESIDE, ArrowDown: 1, ArrowUp: -1 };

/**
 * The field in which the cell is filled without leaving the pane. Enter goes on to the next blank one,
 * the arrow keys to the row below and above, as on the sheet; each writes what was typed first.
 */
export function TypeField({
  book,
  cell,
  story,
}: {
  readonly book: CheckedForms;
  readonly cell: CellAddress;
  readonly story: CellStory | null;
}) {
  const styles = useStyles();
  const { cell: texts } = useTexts();
  const session = useSession();
  const busy = useSessionState("busy");
  const standing = useMemo(() => textInCell(book, cell), [book, cell]);
  const [text, setText] = useState(standing);
  const next = nextBlank(book, cell);
  const computed = story !== null && story.value.cell.formula !== "";
  const indicator = story === null || computed ? null : story.indicator;
  /** Writes what was typed, then goes where the workbook as it is then sends her. */
  const goOn = async (choose: (now: CheckedForms) => CellAddress | null) => {
    const typed = indicator !== null && text !== standing;
    if (typed && !(await session.mend([typedEdit(cell, text, indicator)]))) return;
    const { book: now } = session.state();
    const target = now.kind === "forms" ? choose(now) : null;
    if (target !== null) await session.select(target);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const keys = event.target instanceof HTMLSelectElement ? BESIDE : BESIDE_TEXT;
    const step = keys[event.key];
    if (step === undefined) return;
    event.preventDefault();
    void goOn((now) => rowBeside(now, cell, step));
  };
  if (indicator === null) {
    return (
      // biome-ignore lint/a11y/noStaticElementInteractions: it only sees the keys of the button in it
      <div onKeyDown={onKeyDown}>
        <NextButton next={next} />
      </div>
    );
  }
  return (
    <form
      className={styles.type}
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        void goOn((now) => nextBlank(now, cell));
      }}
      data-testid="type-form"
    >
      <Field label={texts.value} size="small" className={styles.field}>
        {indicator.kind === "choice" ? (
          <Select
            className={styles.input}
            value={text}
            onChange={(_, { value }) => setText(value)}
            onKeyDown={(event) => {
              // On a list Enter unfolds it in the newer browsers; here it writes, as in a field of text.
              if (event.key !== "Enter") return;
              event.preventDefault();
              event.currentTarget.form?.requestSubmit();
            }}
            aria-describedby="cell-title"
            data-testid="cell-value"
          >
            <option value="" />
            {indicator.choices.map(({ value, label }) => (
              <option key={value} value={String(value)}>
                {value}: {label}
              </option>
            ))}
          </Select>
        ) : (
          <Input
            className={styles.input}
            value={text}
            autoComplete="off"
            title={texts.keys}
            aria-describedby="cell-title"
            onChange={(_, { value }) => setText(value)}
            data-testid="cell-value"
          />
        )}
      </Field>
      <Button
        type="submit"
        appearance="primary"
        className={styles.write}
        disabledFocusable={busy !== "none"}
        data-testid="write-cell"
      >
        {next === null ? texts.write : texts.writeAndNext}
      </Button>
    </form>
  );
}
