import { Button, Field, Input, makeStyles, Select } from "@fluentui/react-components";
import { useMemo, useState } from "react";
import { type CellStory, textInCell } from "../../../../jobs/cell-story.js";
import type { CheckedForms } from "../../../../jobs/check.js";
import { nextBlank } from "../../../../jobs/next-blank.js";
import { typedEdit } from "../../../../jobs/typed-value.js";
import type { CellAddress } from "../../../../values/address.js";
import { useTexts } from "../../../texts/use-texts.js";
import { useSession, useSessionState } from "../../use-session.js";
import { NextButton } from "./NextButton.js";

const useStyles = makeStyles({
  type: { display: "flex", gap: "6px", alignItems: "flex-end" },
  field: { flexGrow: 1, minWidth: 0 },
  input: { width: "100%", minWidth: 0 },
  write: { flexShrink: 0, whiteSpace: "nowrap", paddingLeft: "8px", paddingRight: "8px" },
});

/** The field in which the cell is filled without leaving the pane; Enter goes on to the next blank one. */
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
  const { busy } = useSessionState();
  const standing = useMemo(() => textInCell(book, cell), [book, cell]);
  const [text, setText] = useState(standing);
  const next = nextBlank(book, cell);
  const computed = story !== null && story.value.cell.formula !== "";
  if (story === null || computed || story.indicator.kind === "heading") {
    return <NextButton next={next} />;
  }
  const { indicator } = story;
  const write = async () => {
    if (text !== standing && !(await session.mend([typedEdit(cell, text, indicator)]))) return;
    if (next !== null) await session.select(next);
  };
  return (
    <form
      className={styles.type}
      onSubmit={(event) => {
        event.preventDefault();
        void write();
      }}
      data-testid="type-form"
    >
      <Field label={texts.value} size="small" className={styles.field}>
        {indicator.kind === "choice" ? (
          <Select
            className={styles.input}
            value={text}
            onChange={(_, { value }) => setText(value)}
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
