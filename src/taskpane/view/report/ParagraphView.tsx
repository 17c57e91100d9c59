import { Button, makeStyles, mergeClasses } from "@fluentui/react-components";
import { firstWords } from "../../../forms/indicators.js";
import type { Paragraph, Run, SentenceRef } from "../../../narrative/section.js";
import { a1, type CellAddress } from "../../../values/address.js";
import { tokens } from "../tokens.js";
import { usePressing } from "../use-pressing.js";
import { useSession, useSessionState } from "../use-session.js";
import { useReportTexts } from "./use-report-texts.js";

const useStyles = makeStyles({
  row: {
    margin: "0 -12px",
    padding: "2px 12px 4px",
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  current: { backgroundColor: tokens.colorNeutralBackground2 },
  told: { boxShadow: `inset 4px 0 ${tokens.colorCompoundBrandStroke}` },
  paragraph: { margin: 0 },
  own: { borderLeft: `3px solid ${tokens.colorNeutralStroke1}`, paddingLeft: "8px" },
  // In the dark a link's own blue is too near to the mark under it.
  doubtful: {
    backgroundColor: tokens.colorStatusWarningBackground2,
    color: "inherit",
    "& button": { color: "inherit" },
  },
  note: { color: tokens.colorStatusDangerForeground3, fontStyle: "italic" },
  fact: {
    display: "inline",
    padding: 0,
    border: "none",
    backgroundColor: "transparent",
    font: "inherit",
    color: tokens.colorBrandForegroundLink,
    textDecorationLine: "underline",
    cursor: "pointer",
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  actions: {
    display: "flex",
    flexWrap: "wrap",
    gap: "6px",
    marginTop: "4px",
    fontFamily: tokens.fontFamilyBase,
    // Not a part of the words that she selects and copies.
    userSelect: "none",
  },
});

const BULLETS = { plain: "", dash: "- ", plus: "+ " } as const;

/**
 * A paragraph of the report. Every number is a button that goes to its cell; the paragraph that is
 * worked on shows what can be decided about it, and its numbers are stops of the Tab key.
 */
export function ParagraphView({
  paragraph,
  sentences,
  textCell,
  current,
  told,
  onCurrent,
}: {
  readonly paragraph: Paragraph;
  /** The sentences of the paragraph that can be declined. */
  readonly sentences: readonly SentenceRef[];
  /** Where her own text of this section stands; null where she cannot write any. */
  readonly textCell: CellAddress | null;
  readonly current: boolean;
  /** It tells the cell in which the cursor stands. */
  readonly told: boolean;
  readonly onCurrent: () => void;
}) {
  const styles = useStyles();
  const texts = useReportTexts();
  const own = paragraph.origin === "own";
  const { pressing, onPointerDown } = usePressing();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a paragraph with its buttons is no form
    // biome-ignore lint/a11y/useKeyWithClickEvents: whoever comes by keyboard brings the focus
    <div
      className={mergeClasses(styles.row, current && styles.current, told && styles.told)}
      role="group"
      aria-label={texts.paragraph}
      tabIndex={current ? 0 : -1}
      data-roving=""
      onPointerDown={onPointerDown}
      onFocus={() => {
        if (!pressing.current) onCurrent();
      }}
      onClick={onCurrent}
      data-testid="paragraph"
      data-told={told ? "yes" : undefined}
    >
      <p className={mergeClasses(styles.paragraph, own && styles.own)} title={own ? texts.own : undefined}>
        {BULLETS[paragraph.bullet]}
        {paragraph.runs.map((run, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: runs have no name but their place
          <RunView key={index} run={run} tabbable={current} />
        ))}
      </p>
      {current && <Actions own={own} sentences={sentences} textCell={textCell} />}
    </div>
  );
}

function Actions({
  own,
  sentences,
  textCell,
}: {
  readonly own: boolean;
  readonly sentences: readonly SentenceRef[];
  readonly textCell: CellAddress | null;
}) {
  const styles = useStyles();
  const texts = useReportTexts();
  const session = useSession();
  const busy = useSessionState("busy");
  if (sentences.length === 0 && textCell === null) return null;
  return (
    <div className={styles.actions}>
      {sentences.map((sentence) => (
        <Button
          key={sentence.sentence}
          size="small"
          disabledFocusable={busy !== "none"}
          onClick={() => void session.decide(sentence, "declined")}
          data-testid="decline"
        >
          {sentences.length === 1 ? texts.decline : texts.declineOne(firstWords(sentence.text))}
        </Button>
      ))}
      {textCell !== null && (
        <Button
          size="small"
          appearance="subtle"
          onClick={() => void session.select(textCell)}
          data-testid="write-own"
        >
          {own ? texts.editOwn : texts.writeMore}
        </Button>
      )}
    </div>
  );
}

function RunView({ run, tabbable }: { readonly run: Run; readonly tabbable: boolean }) {
  const styles = useStyles();
  const { text, fact, mark } = run;
  const address = (fact === null ? run.cell : fact.address) ?? null;
  const kind = fact === null ? "source" : "fact";
  const words =
    address === null ? text : <CellLink kind={kind} text={text} address={address} tabbable={tabbable} />;
  if (mark === "doubtful") return <mark className={styles.doubtful}>{words}</mark>;
  return mark === "note" ? <em className={styles.note}>{words}</em> : words;
}

function CellLink({
  kind,
  text,
  address,
  tabbable,
}: {
  readonly kind: "fact" | "source";
  readonly text: string;
  readonly address: CellAddress;
  readonly tabbable: boolean;
}) {
  const styles = useStyles();
  const texts = useReportTexts();
  const session = useSession();
  const cell = a1(address);
  return (
    <button
      type="button"
      className={styles.fact}
      tabIndex={tabbable ? 0 : -1}
      title={texts.factGoTo(text, address.sheet, cell)}
      onClick={() => void session.select(address)}
      data-testid={kind}
      data-sheet={address.sheet}
      data-cell={cell}
    >
      {text}
    </button>
  );
}
