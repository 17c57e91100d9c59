import { makeStyles } from "@fluentui/react-components";
import { type ReactNode, useState } from "react";
import { findIndicator, firstWords, indicatorKey, labelOf, rowName } from "../../../forms/indicators.js";
import { sentenceOfTableDoubt, tellTable } from "../../../jobs/adopt.js";
import { recognitionWords } from "../../../jobs/recognition-words.js";
import type { Binding, PlacedDoubt, Recognition } from "../../../recognition/recognition.js";
import { useTexts } from "../../texts/use-texts.js";
import { Disclosure } from "../Disclosure.js";
import { tokens } from "../tokens.js";
import { DoubtRow } from "./DoubtRow.js";
import { Place } from "./Place.js";

const useStyles = makeStyles({
  box: {
    margin: "0 -12px",
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  list: { margin: 0, padding: "0 12px 8px", listStyleType: "none", fontSize: "13px" },
  item: { padding: "4px 0 4px 10px", borderLeft: `2px solid ${tokens.colorNeutralStroke2}` },
});

/** What is doubtful, which tables were recognised, what is not of the edition, and what of it was not found: each folded. */
export function RecognisedLists({
  recognition,
  doubts,
  chosen,
  onChoose,
}: {
  readonly recognition: Recognition;
  readonly doubts: readonly PlacedDoubt[];
  /** Cells of doubtful rows that she chose, by row. */
  readonly chosen: ReadonlyMap<string, Binding>;
  readonly onChoose: (row: string, binding: Binding | null) => void;
}) {
  const styles = useStyles();
  const { adopt: texts, wording } = useTexts();
  const said = recognitionWords(wording?.language ?? "vi");
  const { edition, tables, unrecognised, missing } = recognition;
  const all = [doubts, tables.bound, tables.doubts, unrecognised, missing];
  if (all.every(({ length }) => length === 0)) return null;
  return (
    <div className={styles.box}>
      <List id="doubts" title={texts.doubts(doubts.length)} count={doubts.length}>
        {doubts.map((doubt, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: doubts have no name but their place
          <li key={index} className={styles.item}>
            <DoubtRow doubt={doubt} chosen={chosen} onChoose={onChoose} />
          </li>
        ))}
      </List>
      <List id="tables-found" title={texts.tables(tables.bound.length)} count={tables.bound.length}>
        {tables.bound.map((table) => (
          <li key={table.table} className={styles.item}>
            <Place address={{ sheet: table.area.sheet, row: table.area.top, column: table.area.left }}>
              {tellTable(table, said)}
            </Place>
          </li>
        ))}
      </List>
      <List
        id="tables-doubtful"
        title={texts.doubtfulTables(tables.doubts.length)}
        count={tables.doubts.length}
      >
        {tables.doubts.map((doubt) => (
          <li key={`${doubt.sheet}!${doubt.row}`} className={styles.item}>
            <Place address={{ sheet: doubt.sheet, row: doubt.row, column: 1 }}>
              {sentenceOfTableDoubt(doubt, said)}
            </Place>
          </li>
        ))}
      </List>
      <List id="unrecognised" title={texts.unrecognised(unrecognised.length)} count={unrecognised.length}>
        {unrecognised.map(({ sheet, row, label }) => (
          <li key={`${sheet}!${row}`} className={styles.item}>
            <Place address={{ sheet, row, column: 1 }}>{texts.row(sheet, row, firstWords(label))}</Place>
          </li>
        ))}
      </List>
      <List id="not-found" title={texts.missing(missing.length)} count={missing.length}>
        {missing.map((ref) => {
          const indicator = findIndicator(edition, ref);
          const label = indicator === null ? "" : firstWords(labelOf(indicator, edition.superior));
          return (
            <li key={indicatorKey(ref.form, ref.code)} className={styles.item}>
              {texts.missingRow(ref.form, rowName(edition, ref), label)}
            </li>
          );
        })}
      </List>
    </div>
  );
}

function List({
  id,
  title,
  count,
  children,
}: {
  readonly id: string;
  readonly title: string;
  readonly count: number;
  readonly children: ReactNode;
}) {
  const styles = useStyles();
  const [open, setOpen] = useState(false);
  if (count === 0) return null;
  return (
    <Disclosure id={id} open={open} onToggle={() => setOpen(!open)} title={title} level="part">
      <ul className={styles.list}>{children}</ul>
    </Disclosure>
  );
}
