import { makeStyles, Select } from "@fluentui/react-components";
import { useMemo, useState } from "react";
import type { IndicatorKind } from "../../../forms/schema.js";
import {
  type Correction,
  type Corrections,
  correctedForms,
  type DraftForm,
  type DraftRow,
  kindsFor,
  rowKey,
} from "../../../jobs/infer.js";
import type { EditionDraft } from "../../../recognition/inference/infer-edition.js";
import type { DraftTexts } from "../../texts/texts.js";
import { Disclosure } from "../Disclosure.js";
import { tokens } from "../tokens.js";
import { useDraftTexts } from "./draft-texts.js";

const useStyles = makeStyles({
  list: { margin: 0, padding: "0 12px 8px", listStyleType: "none", fontSize: "13px" },
  row: { padding: "6px 0", borderBottom: `1px dashed ${tokens.colorNeutralStroke2}` },
  doubtful: { display: "block", color: tokens.colorStatusWarningForeground3 },
  selects: { display: "flex", flexDirection: "column", gap: "4px", marginTop: "4px" },
  select: { minWidth: 0, width: "100%" },
});

/** One inferred form: each row with its kind and what it follows from, to be corrected. */
export function DraftFormView({
  form,
  doubts,
  corrections,
  original,
  onCorrect,
}: {
  readonly form: DraftForm;
  /** Why rows are doubtful, by row. */
  readonly doubts: ReadonlyMap<string, readonly string[]>;
  readonly corrections: Corrections;
  readonly original: EditionDraft;
  readonly onCorrect: (row: string, correction: Correction) => void;
}) {
  const styles = useStyles();
  const texts = useDraftTexts();
  const [open, setOpen] = useState(false);
  const { number, title, indicators } = form;
  const inferred = useMemo(
    () =>
      new Map(
        correctedForms(original, new Map())
          .find((other) => other.number === number)
          ?.indicators.map((row) => [row.code, row]),
      ),
    [original, number],
  );
  const doubtful = indicators.filter(({ code }) => doubts.has(rowKey(number, code))).length;
  return (
    <Disclosure
      id={`draft-${number}`}
      open={open}
      onToggle={() => setOpen(!open)}
      title={texts.form(number, title, doubtful)}
      level="part"
    >
      <ul className={styles.list}>
        {indicators.map((row) => {
          const key = rowKey(number, row.code);
          const reasons = doubts.get(key);
          // What is offered is what was inferred for the kind that the row has now.
          const before = inferred.get(row.code) ?? row;
          const relation = before.kind === row.kind ? relationWords(before, texts) : "";
          return (
            <li key={key} className={styles.row} data-testid="draft-row" data-row={key}>
              <strong>{row.uncoded === true ? "–" : row.code}</strong> {row.label}
              {reasons !== undefined && (
                <span className={styles.doubtful}>{texts.doubtful(reasons.join("; "))}</span>
              )}
              <span className={styles.selects}>
                <Select
                  className={styles.select}
                  size="small"
                  aria-label={texts.kind}
                  value={row.kind}
                  onChange={(_, { value }) => {
                    const kind = kindsFor(before).find((one): one is IndicatorKind => one === value);
                    if (kind !== undefined) onCorrect(key, { kind });
                  }}
                  data-testid="draft-kind"
                >
                  {kindsFor(before).map((kind) => (
                    <option key={kind} value={kind}>
                      {texts.kinds[kind]}
                    </option>
                  ))}
                </Select>
                {relation !== "" && (
                  <Select
                    className={styles.select}
                    size="small"
                    aria-label={texts.relation}
                    value={corrections.get(key)?.alone === true ? "alone" : "related"}
                    onChange={(_, { value }) => onCorrect(key, { alone: value === "alone" })}
                    data-testid="draft-relation"
                  >
                    <option value="related">{relation}</option>
                    <option value="alone">{texts.alone}</option>
                  </Select>
                )}
              </span>
            </li>
          );
        })}
      </ul>
    </Disclosure>
  );
}

/** How a row follows from others, in words; empty when it stands alone. */
function relationWords({ ratio, reduction, parts, atMost }: DraftRow, texts: DraftTexts): string {
  const codes = parts?.codes.join(", ") ?? "";
  return [
    ...(ratio === undefined ? [] : [texts.ratio(ratio.numerator, ratio.denominator)]),
    ...(reduction === undefined ? [] : [texts.reduction(reduction.from, reduction.to)]),
    ...(parts === undefined ? [] : [parts.relation === "equal" ? texts.sum(codes) : texts.atLeast(codes)]),
    ...(atMost === undefined ? [] : [texts.within(atMost)]),
  ].join("; ");
}
