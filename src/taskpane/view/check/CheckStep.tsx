import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  makeStyles,
} from "@fluentui/react-components";
import { type ComponentProps, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { defectsAmong } from "../../../jobs/causes.js";
import type { CheckedForms } from "../../../jobs/check.js";
import { type FindingClass, findingClasses, groupFindings } from "../../../jobs/group-findings.js";
import { mendList, toldCounts } from "../../../jobs/mending.js";
import type { Finding } from "../../../rules/finding.js";
import { useTexts } from "../../texts/use-texts.js";
import { StepLayout } from "../StepLayout.js";
import { tokens } from "../tokens.js";
import { useLoaded } from "../use-loaded.js";
import { useSession, useSessionState } from "../use-session.js";
import { useTold } from "../use-told.js";
import { CellBar } from "./cell/CellBar.js";
import { MendListView } from "./MendListView.js";
import { StatusLine } from "./StatusLine.js";
import { useFilters } from "./use-filters.js";

const useStyles = makeStyles({
  hint: { margin: 0, color: tokens.colorNeutralForeground2 },
  padded: { padding: "8px 12px" },
  action: { alignSelf: "flex-start" },
});

/** The second step: what there is to do about the figures as they are now, or the cell she is in. */
export function CheckStep() {
  const book = useSessionState("book");
  return book.kind === "forms" ? <CheckForms book={book} /> : <NoForms />;
}

function NoForms() {
  const styles = useStyles();
  const { check: texts, insert: insertTexts } = useTexts();
  const session = useSession();
  const book = useSessionState("book");
  return (
    <StepLayout>
      <p className={styles.hint} data-testid="no-forms">
        {book.kind === "foreign" ? insertTexts.foreign(book.edition, book.faults !== null) : texts.noForms}
      </p>
      <Button className={styles.action} appearance="primary" onClick={() => session.show("insert")}>
        {texts.toInsert}
      </Button>
    </StepLayout>
  );
}

function CheckForms({ book }: { readonly book: CheckedForms }) {
  const styles = useStyles();
  const { check: texts } = useTexts();
  const session = useSession();
  const causes = useSessionState("causes");
  const { judgement } = book;
  const [wanted, setWanted] = useState<FindingClass | null>(null);
  const [cellOpen, setCellOpen] = useState(false);
  const [closedCell, setClosedCell] = useState(false);
  const groups = useMemo(() => groupFindings(judgement), [judgement]);
  const told = useTold();
  const { findings, since, newsOf, filters, subjects } = useFilters(judgement, groups, told);
  const list = useMemo(
    () =>
      findings === judgement.findings
        ? told
        : mendList({ ...judgement, findings }, defectsAmong(causes, judgement, findings)),
    [judgement, findings, causes, told],
  );
  const items = wanted === null ? list.items : list.items.filter((item) => item.name === wanted);
  const counts = useMemo(() => toldCounts(list), [list]);
  const fine = findingClasses.every((name) => name === "info" || counts[name] === 0);
  const opener = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The card is closed: back to what opened it.
    if (closedCell) opener.current?.querySelector<HTMLElement>("[data-testid=open-cell]")?.focus();
  }, [closedCell]);
  const openCell = useCallback((open: boolean) => {
    setCellOpen(open);
    setClosedCell(!open);
  }, []);
  if (cellOpen) return <LateCell book={book} onClose={() => openCell(false)} />;
  return (
    <StepLayout
      padded={false}
      top={
        <StatusLine
          counts={counts}
          wanted={wanted}
          onWant={setWanted}
          filters={filters}
          subjects={subjects}
          since={newsOf}
        />
      }
      foot={
        <div ref={opener}>
          <CellBar book={book} onOpen={openCell} />
        </div>
      }
    >
      <p className="visually-hidden" role="status" data-testid="announcement">
        {texts.announced(counts)}
      </p>
      <MendListView
        items={items}
        book={book}
        isNew={since?.isNew ?? NONE}
        top={
          <>
            <Undo />
            {fine && (
              <div className={styles.padded}>
                <MessageBar intent="success" layout="multiline" data-testid="all-fine">
                  <MessageBarBody>
                    {texts.allFine} {texts.allFineHint}
                  </MessageBarBody>
                  <MessageBarActions>
                    <Button
                      appearance="primary"
                      onClick={() => session.show("report")}
                      data-testid="to-report"
                    >
                      {texts.toReport}
                    </Button>
                  </MessageBarActions>
                </MessageBar>
              </div>
            )}
          </>
        }
        bottom={
          <>
            {list.confirmed.length > 0 && <LateConfirmed findings={list.confirmed} book={book} />}
            <LateBelow book={book} groups={groups} />
          </>
        }
      />
    </StepLayout>
  );
}

const loadCell = () => import(/* webpackChunkName: "cell" */ "./cell/CellView.js");

/** The view of a cell comes when it is first opened. */
function LateCell(props: { readonly book: CheckedForms; readonly onClose: () => void }) {
  const loaded = useLoaded(loadCell);
  const cell = useSessionState("cell");
  return loaded === null ? null : <loaded.CellView {...props} cell={cell} />;
}

const loadBelow = () => import(/* webpackChunkName: "below" */ "./Below.js");

type BelowProps = ComponentProps<Awaited<ReturnType<typeof loadBelow>>["Below"]>;

/** What stands below the list comes when she has scrolled there. */
function LateBelow(props: BelowProps) {
  const end = useRef<HTMLDivElement>(null);
  const [seen, setSeen] = useState(typeof IntersectionObserver === "undefined");
  useEffect(() => {
    if (seen || end.current === null) return;
    const observer = new IntersectionObserver((entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) setSeen(true);
    });
    observer.observe(end.current);
    return () => observer.disconnect();
  }, [seen]);
  return <div ref={end}>{seen && <LoadedBelow {...props} />}</div>;
}

function LoadedBelow(props: BelowProps) {
  const loaded = useLoaded(loadBelow);
  return loaded === null ? null : <loaded.Below {...props} />;
}

const loadConfirmed = () => import(/* webpackChunkName: "confirmed" */ "./Confirmed.js");

/** The list of what she has confirmed comes when there is something in it. */
function LateConfirmed(props: ComponentProps<Awaited<ReturnType<typeof loadConfirmed>>["Confirmed"]>) {
  const loaded = useLoaded(loadConfirmed);
  return loaded === null ? null : <loaded.Confirmed {...props} />;
}

const NONE: ReadonlySet<Finding> = new Set();

/** The way back after cells were mended. */
function Undo() {
  const styles = useStyles();
  const { check: texts } = useTexts();
  const session = useSession();
  const undo = useSessionState("undo");
  const busy = useSessionState("busy");
  if (undo === null) return null;
  return (
    <div className={styles.padded} role="status" data-testid="undo-offer">
      {texts.mended(undo.cells)}{" "}
      <Button
        size="small"
        disabledFocusable={busy !== "none"}
        onClick={() => void session.undo()}
        data-testid="undo"
      >
        {texts.undo}
      </Button>
    </div>
  );
}
