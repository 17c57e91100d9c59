import { Checkbox, makeStyles } from "@fluentui/react-components";
import type { Edition } from "../../../forms/schema.js";
import { allTables } from "../../../forms/tables.js";
import { presentTables, wantedTables } from "../../session/proposal.js";
import { useTexts } from "../../texts/use-texts.js";
import { tokens } from "../tokens.js";
import { useSession, useSessionState } from "../use-session.js";

const useStyles = makeStyles({
  hint: { margin: "0 0 4px", fontSize: "13px", color: tokens.colorNeutralForeground2 },
  list: { margin: "0 0 0 -8px", padding: 0, listStyleType: "none" },
  there: { color: tokens.colorNeutralForeground2 },
});

/** Every supplementary table with a box to tick; those that the workbook has are ticked for good. */
export function TableChoice({ edition }: { readonly edition: Edition }) {
  const styles = useStyles();
  const { tables: texts } = useTexts();
  const session = useSession();
  const book = useSessionState("book");
  const draft = useSessionState("draft");
  const busy = useSessionState("busy");
  const there = presentTables(book);
  const wanted = wantedTables(edition, book, draft);
  const tick = (id: string, ticked: boolean) => {
    const others = [...wanted].filter((other) => other !== id && !there.has(other));
    session.change({ tables: ticked ? [...others, id] : others });
  };
  return (
    <div data-testid="tables">
      <p className={styles.hint}>{texts.hint}</p>
      <ul className={styles.list}>
        {allTables().map(({ id, sheet }) => (
          <li key={id}>
            <Checkbox
              checked={wanted.has(id)}
              disabled={there.has(id) || busy !== "none"}
              label={
                <>
                  <span lang="vi">{sheet}</span>
                  {there.has(id) && <span className={styles.there}> ({texts.there})</span>}
                </>
              }
              onChange={(_, { checked }) => tick(id, checked === true)}
              data-testid={`table-${id}`}
            />
          </li>
        ))}
      </ul>
    </div>
  );
}
