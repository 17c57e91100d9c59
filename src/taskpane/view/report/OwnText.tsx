import { Button, Link, MessageBar, MessageBarBody, makeStyles } from "@fluentui/react-components";
import { useMemo, useRef, useState } from "react";
import type { CheckedForms } from "../../../jobs/check.js";
import { staleLines, updateTexts } from "../../../jobs/fresh-texts.js";
import { answerMention, type MentionAnswer, type OwnMention, ownMentions } from "../../../jobs/own-text.js";
import type { WrittenReport } from "../../../jobs/report.js";
import { a1, type CellAddress } from "../../../values/address.js";
import { useTexts } from "../../texts/use-texts.js";
import { tokens } from "../tokens.js";
import { useKeptFocus } from "../use-kept-focus.js";
import { useSession, useSessionState } from "../use-session.js";
import { useReportTexts } from "./use-report-texts.js";

const useStyles = makeStyles({
  hint: { margin: "0 0 4px", fontSize: "13px", color: tokens.colorNeutralForeground2 },
  list: { margin: 0, padding: 0, listStyleType: "none" },
  item: { padding: "6px 0", borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  heading: { margin: 0, fontSize: "12px", color: tokens.colorNeutralForeground2 },
  line: { margin: "2px 0 4px", fontFamily: '"Times New Roman", "Liberation Serif", serif', fontSize: "15px" },
  mention: { backgroundColor: tokens.colorPaletteYellowBackground2, color: tokens.colorNeutralForeground1 },
  asked: { margin: "0 0 4px", fontSize: "13px" },
  actions: { display: "flex", flexWrap: "wrap", gap: "4px" },
  offer: { minWidth: 0, maxWidth: "100%", textAlign: "left", fontWeight: tokens.fontWeightRegular },
  link: { minHeight: "24px", fontSize: "13px", textAlign: "left" },
});

/** Characters of a line on each side of the number that it is about. */
const AROUND = 60;

/** Her own words: what was copied and not read again, cells that show old numbers, and what each number could be joined to. */
export function OwnText({ book, written }: { readonly book: CheckedForms; readonly written: WrittenReport }) {
  const styles = useStyles();
  const texts = useReportTexts();
  const session = useSession();
  const [said, setSaid] = useState("");
  const list = useRef<HTMLUListElement>(null);
  const kept = useKeptFocus(list);
  const mentions = useMemo(() => byUrgency(ownMentions(book, written).filter(concernsHer)), [book, written]);
  const stale = useMemo(() => staleLines(book, written), [book, written]);
  const { unreviewed } = written.narrative;
  const after = (outcome: { readonly kind: string } | null) =>
    setSaid(outcome?.kind === "full" ? texts.listFull : outcome?.kind === "not-found" ? texts.ownMoved : "");
  const answer = async (about: OwnMention, given: MentionAnswer) =>
    after(await session.act((host, forms) => answerMention(host, forms, about, given)));
  const update = async () => after(await session.act((host, forms) => updateTexts(host, forms, written)));
  return (
    <div>
      <p className={styles.hint}>{mentions.length > 0 ? texts.ownHint : texts.ownNone}</p>
      {said !== "" && (
        <p className={styles.asked} role="alert" data-testid="own-said">
          {said}
        </p>
      )}
      {unreviewed.length > 0 && (
        <MessageBar intent="warning" layout="multiline" data-testid="own-unread">
          <MessageBarBody>
            {texts.ownUnread(unreviewed.length)}
            {unreviewed.map((place) => (
              <PlaceLink key={place} cell={written.textCells.get(place) ?? null} />
            ))}
          </MessageBarBody>
        </MessageBar>
      )}
      {stale.length > 0 && (
        <MessageBar intent="info" layout="multiline" data-testid="own-stale">
          <MessageBarBody>
            {stale.map(({ place, was, now }) => (
              <p key={`${place} ${was}`} className={styles.asked}>
                {texts.ownStale(was, now)}
              </p>
            ))}
            <Act onPress={update} testId="own-update">
              {texts.ownUpdate(stale.length)}
            </Act>
          </MessageBarBody>
        </MessageBar>
      )}
      <ul className={styles.list} ref={list} {...kept}>
        {mentions.map((mention) => (
          <li
            key={`${mention.place} ${mention.index} ${mention.mention.start}`}
            className={styles.item}
            data-testid="own-mention"
          >
            <MentionRow about={mention} onAnswer={(given) => answer(mention, given)} />
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What contradicts the forms first, what is decided last; else as printed. */
function byUrgency(mentions: readonly OwnMention[]): readonly OwnMention[] {
  const rank = ({ question, state }: OwnMention) => (question !== null ? 0 : state === "open" ? 1 : 2);
  return [...mentions].sort((a, b) => rank(a) - rank(b));
}

/** Decided, asked about or with something to be joined to. */
function concernsHer({ question, offers, field }: OwnMention): boolean {
  return question !== null || field !== null || offers.length > 0;
}

function MentionRow({
  about,
  onAnswer,
}: {
  readonly about: OwnMention;
  readonly onAnswer: (answer: MentionAnswer) => Promise<void>;
}) {
  const styles = useStyles();
  const texts = useReportTexts();
  const { heading, cell, line, mention, question, offers, state } = about;
  const before = line.slice(Math.max(0, mention.start - AROUND), mention.start);
  const after = line.slice(mention.end, mention.end + AROUND);
  return (
    <>
      <p className={styles.heading} lang="vi">
        {heading}
      </p>
      <p className={styles.line} lang="vi">
        {mention.start > AROUND && "…"}
        {before}
        <mark className={styles.mention}>{line.slice(mention.start, mention.end)}</mark>
        {after}
        {line.length > mention.end + AROUND && "…"}
      </p>
      {state !== "open" ? (
        <p className={styles.asked}>{texts.ownStates[state]}</p>
      ) : (
        question !== null && (
          <p className={styles.asked} data-testid="own-question">
            {texts.ownAsk(mention.text, question.words, question.text)}
          </p>
        )
      )}
      <div className={styles.actions}>
        {state !== "open" ? (
          <Act onPress={() => onAnswer({ kind: "open" })} testId="own-forget">
            {texts.ownForget}
          </Act>
        ) : question !== null ? (
          <Sides about={about} onAnswer={onAnswer} />
        ) : (
          <>
            {offers.map(({ source, words, text }) => (
              <Act key={words} onPress={() => onAnswer({ kind: "link", source })} testId="own-link">
                {texts.ownLink(words, text)}
              </Act>
            ))}
            <Act onPress={() => onAnswer({ kind: "asked" })} testId="own-no-cell">
              {texts.ownNoCell}
            </Act>
            <Act onPress={() => onAnswer({ kind: "history" })} testId="own-history">
              {texts.ownHistory}
            </Act>
          </>
        )}
      </div>
      <PlaceLink cell={cell} />
    </>
  );
}

/** A number that the forms hold otherwise: which side is to be mended, or neither. */
function Sides({
  about: { question, mention },
  onAnswer,
}: {
  readonly about: OwnMention;
  readonly onAnswer: (answer: MentionAnswer) => Promise<void>;
}) {
  const texts = useReportTexts();
  if (question === null) return null;
  const { source, text, cell } = question;
  return (
    <>
      <Act onPress={() => onAnswer({ kind: "text", source, text })} testId="own-text">
        {texts.ownTextTo(text)}
      </Act>
      {cell !== null && (
        <Act onPress={() => onAnswer({ kind: "cell", source, cell })} testId="own-cell">
          {texts.ownCellTo(a1(cell), mention.text)}
        </Act>
      )}
      <Act onPress={() => onAnswer({ kind: "asked" })} testId="own-both">
        {texts.ownBoth}
      </Act>
    </>
  );
}

function Act({
  onPress,
  testId,
  children,
}: {
  readonly onPress: () => Promise<void>;
  readonly testId: string;
  readonly children: string;
}) {
  const styles = useStyles();
  const busy = useSessionState("busy");
  return (
    <Button
      size="small"
      className={styles.offer}
      disabledFocusable={busy !== "none"}
      onClick={() => void onPress()}
      data-testid={testId}
      data-roving=""
      tabIndex={0}
    >
      {children}
    </Button>
  );
}

function PlaceLink({ cell }: { readonly cell: CellAddress | null }) {
  const styles = useStyles();
  const { check: texts } = useTexts();
  const session = useSession();
  if (cell === null) return null;
  return (
    <div>
      <Link
        as="button"
        className={styles.link}
        onClick={() => void session.select(cell)}
        data-testid="own-place"
      >
        {texts.goTo(cell.sheet, a1(cell))}
      </Link>
    </div>
  );
}
