import { Button, Field, Input, makeStyles, mergeClasses, Select, tokens } from "@fluentui/react-components";
import { ArrowLeftRegular } from "@fluentui/react-icons/svg/arrow-left";
import { CheckmarkCircleRegular } from "@fluentui/react-icons/svg/checkmark-circle";
import { CircleRegular } from "@fluentui/react-icons/svg/circle";
import { ErrorCircleFilled } from "@fluentui/react-icons/svg/error-circle";
import { useEffect, useMemo, useRef, useState } from "react";
import {
  type CellStory,
  cellStory,
  type StoryPart,
  shownNumber as show,
  textInCell,
} from "../../../jobs/cell-story.js";
import type { CheckedForms } from "../../../jobs/check.js";
import { nextBlank } from "../../../jobs/next-blank.js";
import { typedEdit } from "../../../jobs/typed-value.js";
import type { Paragraph, Section } from "../../../narrative/section.js";
import { a1, type CellAddress } from "../../../values/address.js";
import { loadWriter } from "../../parts.js";
import { useTexts } from "../../texts/use-texts.js";
import { StepLayout } from "../StepLayout.js";
import { useLoaded } from "../use-loaded.js";
import { useSession, useSessionState } from "../use-session.js";

const useStyles = makeStyles({
  head: { display: "flex", alignItems: "center", gap: "6px", minHeight: "32px", padding: "0 4px" },
  title: {
    margin: 0,
    flexGrow: 1,
    minWidth: 0,
    fontSize: "14px",
    fontWeight: tokens.fontWeightSemibold,
    overflow: "hidden",
    textOverflow: "ellipsis",
    whiteSpace: "nowrap",
  },
  label: { margin: 0 },
  small: { margin: 0, fontSize: "13px", color: tokens.colorNeutralForeground2 },
  heading: { margin: "4px 0 0", fontSize: "13px", fontWeight: tokens.fontWeightSemibold },
  list: { margin: 0, padding: 0, listStyleType: "none", fontSize: "13px" },
  rule: { display: "flex", gap: "6px", padding: "2px 0" },
  icon: { flexShrink: 0, fontSize: "16px", marginTop: "1px" },
  fails: { color: tokens.colorStatusDangerForeground1 },
  holds: { color: tokens.colorStatusSuccessForeground1 },
  unchecked: { color: tokens.colorNeutralForeground3 },
  part: {
    border: "none",
    padding: 0,
    backgroundColor: "transparent",
    textAlign: "left",
    fontFamily: "inherit",
    fontSize: "13px",
    color: tokens.colorBrandForegroundLink,
    cursor: "pointer",
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  quote: {
    margin: 0,
    paddingLeft: "8px",
    borderLeft: `3px solid ${tokens.colorNeutralStroke1}`,
    fontFamily: '"Times New Roman", "Liberation Serif", serif',
    fontSize: "15px",
  },
  type: { display: "flex", gap: "6px", alignItems: "flex-end" },
  field: { flexGrow: 1, minWidth: 0 },
  input: { width: "100%", minWidth: 0 },
  next: { flexShrink: 0, whiteSpace: "nowrap" },
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
  const { cell: texts } = useTexts();
  const head = useRef<HTMLDivElement>(null);
  useEffect(() => {
    head.current?.querySelector("button")?.focus();
  }, []);
  const story = useMemo(() => (cell === null ? null : cellStory(book, cell)), [book, cell]);
  return (
    <StepLayout
      top={
        <div className={styles.head} ref={head}>
          <Button
            size="small"
            appearance="subtle"
            icon={<ArrowLeftRegular />}
            onClick={onClose}
            data-testid="close-cell"
          >
            {texts.back}
          </Button>
          <h2 className={styles.title} data-testid="cell-title">
            {cell === null ? texts.none : texts.title(a1(cell), cell.sheet)}
          </h2>
        </div>
      }
      foot={
        cell === null ? null : (
          <TypeField key={`${cell.sheet}!${a1(cell)}`} book={book} cell={cell} story={story} />
        )
      }
    >
      {story === null ? (
        <p className={styles.small} data-testid="cell-other">
          {texts.other}
        </p>
      ) : (
        <Story story={story} book={book} />
      )}
    </StepLayout>
  );
}

function Story({ story, book }: { readonly story: CellStory; readonly book: CheckedForms }) {
  const styles = useStyles();
  const { cell: texts } = useTexts();
  const { indicator, parts, earlier, rules, value } = story;
  const span = indicator.kind === "heading" ? null : texts.spans[indicator.span];
  const now = value.reading.kind === "number" ? value.reading.value : null;
  return (
    <div data-testid="cell-story">
      <p className={styles.label}>
        {story.coded && <strong>{story.code}. </strong>}
        {story.label}
      </p>
      <p className={styles.small}>
        {[story.unit, span].filter((word) => word !== null && word !== "").join(" · ")}
      </p>
      {indicator.kind === "ratio" && now !== null && <Share percent={now} />}
      {parts.length > 0 && (
        <>
          <h3 className={styles.heading}>{texts.madeFrom}</h3>
          <ul className={styles.list}>
            {parts.map((part) => (
              <PartLine key={`${part.as} ${part.code}`} part={part} />
            ))}
          </ul>
        </>
      )}
      {earlier !== null && (
        <>
          <h3 className={styles.heading}>{texts.earlier(show(earlier))}</h3>
          {now !== null && <TwoPeriods before={earlier} now={now} />}
        </>
      )}
      {rules.length > 0 && (
        <>
          <h3 className={styles.heading}>{texts.rules}</h3>
          <ul className={styles.list}>
            {rules.map(({ asks, state }) => (
              <li key={asks} className={styles.rule} data-testid="cell-rule" data-state={state}>
                <RuleIcon state={state} />
                <span>
                  <span className="visually-hidden">{texts.states[state]}: </span>
                  {asks}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      <Told book={book} address={value.address} />
    </div>
  );
}

function RuleIcon({ state }: { readonly state: "fails" | "holds" | "unchecked" }) {
  const styles = useStyles();
  const Icon = { fails: ErrorCircleFilled, holds: CheckmarkCircleRegular, unchecked: CircleRegular }[state];
  return <Icon className={mergeClasses(styles.icon, styles[state])} aria-hidden="true" />;
}

function PartLine({ part }: { readonly part: StoryPart }) {
  const styles = useStyles();
  const { cell: texts } = useTexts();
  const session = useSession();
  const { address } = part;
  const words = texts.part(texts.as[part.as], part.code, show(part.value));
  return (
    <li title={part.label}>
      {address === null ? (
        words
      ) : (
        <button
          type="button"
          className={styles.part}
          onClick={() => void session.select(address)}
          data-testid="cell-part"
        >
          {words}
        </button>
      )}
    </li>
  );
}

const BAR = { width: 160, height: 10 };

/** A ratio against 100. */
function Share({ percent }: { readonly percent: number }) {
  const { cell: texts } = useTexts();
  const filled = (Math.max(0, Math.min(100, percent)) / 100) * BAR.width;
  return (
    <svg width={BAR.width} height={BAR.height} role="img" aria-label={texts.share(show(percent))}>
      <rect width={BAR.width} height={BAR.height} rx="2" fill={tokens.colorNeutralBackground5} />
      <rect width={filled} height={BAR.height} rx="2" fill={tokens.colorBrandBackground} />
    </svg>
  );
}

/** The period before and this one, one bar above the other. */
function TwoPeriods({ before, now }: { readonly before: number; readonly now: number }) {
  const { cell: texts } = useTexts();
  const most = Math.max(Math.abs(before), Math.abs(now), 1);
  const width = (value: number) => (Math.abs(value) / most) * BAR.width;
  return (
    <svg
      width={BAR.width}
      height={2 * BAR.height + 2}
      role="img"
      aria-label={texts.compared(show(before), show(now))}
    >
      <rect width={width(before)} height={BAR.height} rx="2" fill={tokens.colorNeutralForeground4} />
      <rect
        y={BAR.height + 2}
        width={width(now)}
        height={BAR.height}
        rx="2"
        fill={tokens.colorBrandBackground}
      />
    </svg>
  );
}

/** The sentences of the report that tell this cell. */
function Told({ book, address }: { readonly book: CheckedForms; readonly address: CellAddress | null }) {
  const styles = useStyles();
  const { cell: texts } = useTexts();
  const writer = useLoaded(loadWriter);
  const sentences = useMemo(() => {
    const outcome = writer === null || address === null ? null : writer.writeReport(book);
    return outcome?.kind === "written" && address !== null
      ? sentencesAbout(outcome.written.content.sections, address)
      : [];
  }, [writer, book, address]);
  if (sentences.length === 0) return null;
  return (
    <>
      <h3 className={styles.heading}>{texts.told}</h3>
      {sentences.map((sentence) => (
        <p key={sentence} className={styles.quote} lang="vi" data-testid="cell-told">
          {sentence}
        </p>
      ))}
    </>
  );
}

function sentencesAbout(sections: readonly Section[], address: CellAddress): readonly string[] {
  const isHere = (paragraph: Paragraph) =>
    paragraph.runs.some(({ fact }) => {
      const at = fact?.address ?? null;
      return (
        at !== null && at.sheet === address.sheet && at.row === address.row && at.column === address.column
      );
    });
  return sections.flatMap(({ paragraphs }) =>
    paragraphs.filter(isHere).map(({ runs }) => runs.map(({ text }) => text).join("")),
  );
}

/** The field in which the cell is filled without leaving the pane; Enter goes on to the next blank one. */
function TypeField({
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
  const input = useRef<HTMLInputElement>(null);
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
            input={{ ref: input }}
            value={text}
            autoComplete="off"
            onChange={(_, { value }) => setText(value)}
            data-testid="cell-value"
          />
        )}
      </Field>
      <Button type="submit" appearance="primary" disabledFocusable={busy !== "none"} data-testid="write-cell">
        {next === null ? texts.write : texts.writeAndNext}
      </Button>
    </form>
  );
}

/** Goes to the next blank cell, wherever it stands; absent when there is none. */
export function NextButton({ next }: { readonly next: CellAddress | null }) {
  const styles = useStyles();
  const { cell: texts } = useTexts();
  const session = useSession();
  if (next === null) return null;
  return (
    <Button
      size="small"
      className={styles.next}
      onClick={() => void session.select(next)}
      data-testid="next-blank"
    >
      {texts.next}
    </Button>
  );
}
