import { makeStyles } from "@fluentui/react-components";
import type { Edition } from "../../../forms/schema.js";
import { dayOf, shortDay } from "../../../values/day.js";
import { useTexts } from "../../texts/use-texts.js";
import { tokens } from "../tokens.js";

const useStyles = makeStyles({
  source: { margin: "4px 0 0", color: tokens.colorNeutralForeground2, fontSize: "13px" },
  proposed: {
    margin: "4px 0 0",
    paddingLeft: "8px",
    borderLeft: `3px solid ${tokens.colorStatusWarningBorderActive}`,
    fontSize: "13px",
  },
});

/** The document that prescribes an edition; for a proposed one, that nobody has issued it. */
export function EditionSource({ edition }: { readonly edition: Edition }) {
  const styles = useStyles();
  const { insert: texts } = useTexts();
  const { source } = edition;
  return (
    <div data-testid="edition-source">
      {source.status === "issued" ? (
        <p className={styles.source}>
          {texts.source(source.type, source.number, printedDay(source.date), source.issuer)}
        </p>
      ) : (
        <p className={styles.proposed} data-testid="edition-proposed">
          <strong>{texts.proposedNote}.</strong> {texts.proposedMeans}
        </p>
      )}
    </div>
  );
}

function printedDay(iso: string): string {
  const [year = 0, month = 0, day = 0] = iso.split("-").map(Number);
  const found = dayOf(year, month, day);
  return found === null ? iso : shortDay(found);
}
