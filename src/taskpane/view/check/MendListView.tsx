import { makeStyles, mergeClasses } from "@fluentui/react-components";
import { type KeyboardEvent, useCallback, useLayoutEffect, useMemo, useRef, useState } from "react";
import type { CheckedForms } from "../../../jobs/check.js";
import { findingKey } from "../../../jobs/group-findings.js";
import type { MendItem } from "../../../jobs/mending.js";
import type { Finding } from "../../../rules/finding.js";
import { useTexts } from "../../texts/use-texts.js";
import { tokens } from "../tokens.js";
import { usePressing } from "../use-pressing.js";
import { useSession } from "../use-session.js";
import { LOW } from "../zoomed.js";
import { cellOfFinding } from "./finding-words.js";
import { MendActions } from "./MendActions.js";
import { MendRow, ROW_HEIGHT, type Row } from "./MendRow.js";
import { DRAWN_WHOLE, windowOf } from "./window.js";

const useStyles = makeStyles({
  scroll: {
    position: "relative",
    height: "100%",
    overflowY: "auto",
    overflowX: "hidden",
    [LOW]: { height: "auto", overflowY: "visible", overflowX: "visible" },
  },
  list: { position: "relative", margin: 0, padding: 0, listStyleType: "none" },
  item: { borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  open: { backgroundColor: tokens.colorNeutralBackground2 },
});

/**
 * What there is to do, the most urgent first and open. Arrow keys go from row to row, Enter goes to
 * the cell. Only the rows in view are drawn, so a thousand cost no more than ten.
 */
export function MendListView({
  items,
  book,
  isNew,
  top = null,
  bottom = null,
}: {
  readonly items: readonly MendItem[];
  readonly book: CheckedForms;
  /** Findings that the last printed check did not have. */
  readonly isNew: ReadonlySet<Finding>;
  /** Stands above the rows and scrolls with them. */
  readonly top?: React.ReactNode;
  readonly bottom?: React.ReactNode;
}) {
  const styles = useStyles();
  const { check: texts } = useTexts();
  const session = useSession();
  const [active, setActive] = useState<string | null>(null);
  const [unfolded, setUnfolded] = useState<ReadonlySet<string>>(new Set());
  const rows = useMemo(() => rowsOf(items, unfolded), [items, unfolded]);
  const lastIndex = useRef(0);
  const found = rows.findIndex(({ key }) => key === active);
  // The row that was worked on is gone: the next one stands in its place.
  const current = found >= 0 ? found : Math.max(0, Math.min(lastIndex.current, rows.length - 1));
  const scroller = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const openRow = useRef<HTMLLIElement>(null);
  const [place, setPlace] = useState({ top: 0, height: 600, open: 150 });
  const hadFocus = useRef(false);
  const { pressing, onPointerDown } = usePressing();

  const isLong = rows.length > DRAWN_WHOLE;
  /** Where the list is drawn whole nothing depends on it, and asking for sizes lays the page out once more. */
  const measure = () => {
    if (!isLong) return;
    const box = scroller.current;
    const height = box === null || box.clientHeight === 0 ? 600 : box.clientHeight;
    const open = openRow.current?.offsetHeight || 150;
    const offset = list.current?.offsetTop ?? 0;
    const next = { top: (box?.scrollTop ?? 0) - offset, height, open };
    if (next.top !== place.top || next.height !== place.height || next.open !== place.open) setPlace(next);
  };
  useLayoutEffect(measure);
  useLayoutEffect(() => {
    lastIndex.current = current;
    // The focus was on a row that is gone. A pane that is not being worked in must not take it.
    if (hadFocus.current && document.hasFocus() && document.activeElement === document.body) {
      focusRow(list.current);
    }
  });

  const go = (index: number) => {
    const row = rows[index];
    if (row === undefined) return;
    setActive(row.key);
    const box = scroller.current;
    if (box !== null) keepInView(box, (list.current?.offsetTop ?? 0) + index * ROW_HEIGHT);
    hadFocus.current = true;
    requestAnimationFrame(() => focusRow(list.current));
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const onRow = event.target instanceof HTMLElement && event.target.dataset.roving !== undefined;
    const goal = { ArrowDown: current + 1, ArrowUp: current - 1, Home: 0, End: rows.length - 1 }[event.key];
    if (!onRow || goal === undefined) return;
    event.preventDefault();
    go(Math.max(0, Math.min(rows.length - 1, goal)));
  };
  // The same functions for every row and every reading: a row that is as it was is not drawn again.
  const onPress = useCallback(
    (key: string, finding: Finding | null) => {
      setActive(key);
      if (finding === null) {
        setUnfolded((open) => {
          const next = new Set(open);
          if (!next.delete(key)) next.add(key);
          return next;
        });
        return;
      }
      const address = cellOfFinding(finding);
      if (address !== null) void session.select(address);
    },
    [session],
  );
  const onFocused = useCallback(
    (key: string) => {
      if (!pressing.current) setActive(key);
    },
    [pressing],
  );

  const { first, last, before, after } = windowOf(rows.length, current, place, ROW_HEIGHT);
  return (
    <div className={styles.scroll} ref={scroller} onScroll={measure}>
      {top}
      <ul
        className={styles.list}
        ref={list}
        aria-label={texts.listLabel}
        onKeyDown={onKeyDown}
        onPointerDown={onPointerDown}
        onFocus={() => {
          hadFocus.current = true;
        }}
        onBlur={({ relatedTarget, currentTarget }) => {
          if (relatedTarget !== null && !currentTarget.contains(relatedTarget)) hadFocus.current = false;
        }}
        style={{ paddingTop: before, paddingBottom: after }}
        data-testid="mend-list"
        data-count={rows.length}
      >
        {rows.slice(first, last).map((row, offset) => {
          const index = first + offset;
          const isCurrent = index === current;
          return (
            <li
              key={row.key}
              ref={isCurrent ? openRow : undefined}
              className={mergeClasses(styles.item, isCurrent && styles.open)}
              aria-setsize={rows.length}
              aria-posinset={index + 1}
            >
              <MendRow
                row={row}
                edition={book.report.edition}
                superior={book.report.info.superior}
                isCurrent={isCurrent}
                unfolded={unfolded.has(row.key)}
                fixed={isLong}
                isNew={isNewItem(row.item, isNew)}
                onPress={onPress}
                onFocused={onFocused}
              />
              {isCurrent && <MendActions key={row.key} item={row.item} book={book} />}
            </li>
          );
        })}
      </ul>
      {bottom}
    </div>
  );
}

function isNewItem(item: MendItem, isNew: ReadonlySet<Finding>): boolean {
  const told = item.kind === "finding" ? [item.finding, ...(item.defect?.also ?? [])] : item.findings;
  return told.some((one) => isNew.has(one));
}

/** Gives the focus to the row that is worked on: the tabbable one. */
function focusRow(list: HTMLElement | null): void {
  list?.querySelector<HTMLElement>('[data-roving][tabindex="0"]')?.focus();
}

function keepInView(box: HTMLElement, top: number): void {
  if (top < box.scrollTop) box.scrollTop = top;
  else if (top + ROW_HEIGHT > box.scrollTop + box.clientHeight) {
    box.scrollTop = top + ROW_HEIGHT * 2 - box.clientHeight;
  }
}

function rowsOf(items: readonly MendItem[], unfolded: ReadonlySet<string>): readonly Row[] {
  return items.flatMap((item): readonly Row[] => {
    const row = { key: item.key, item, inside: false };
    if (item.kind === "finding" || !unfolded.has(item.key)) return [row];
    const inner = item.findings.map((finding): Row => {
      const key = `${item.key} ${findingKey(finding)}`;
      return { key, item: { kind: "finding", key, name: item.name, finding, defect: null }, inside: true };
    });
    return [row, ...inner];
  });
}
