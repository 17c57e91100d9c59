import { Button, MessageBar, MessageBarBody, makeStyles } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import type { Edition } from "../../../forms/schema.js";
import { carryWork, fittingEdition } from "../../../jobs/mend-edition.js";
import type { ForeignBook } from "../../../jobs/open.js";
import { useTexts } from "../../texts/use-texts.js";
import { useSession, useSessionState } from "../use-session.js";
import { EditionFile } from "./EditionFile.js";

const useStyles = makeStyles({
  text: { margin: 0 },
  buttons: { display: "flex", flexWrap: "wrap", gap: "8px" },
});

type Fitting = Awaited<ReturnType<typeof fittingEdition>>;

/**
 * What can be done about a workbook whose forms cannot be told: name the edition that its rows are of, give it
 * the edition that came as a file, or read it again once somebody has mended it.
 */
export function ForeignForms({ book }: { readonly book: ForeignBook }) {
  const styles = useStyles();
  const { insert: texts, retry } = useTexts();
  const session = useSession();
  const busy = useSessionState("busy");
  const [fitting, setFitting] = useState<Fitting>(null);
  const [unfit, setUnfit] = useState(false);
  useEffect(() => {
    let wanted = true;
    fittingEdition(book).then(
      (found) => {
        if (wanted) setFitting(found);
      },
      // Without it the other ways are left.
      () => undefined,
    );
    return () => {
      wanted = false;
    };
  }, [book]);
  const take = (edition: Edition) => {
    const work = carryWork(book, edition);
    setUnfit(work === null);
    if (work !== null) void session.perform(work);
  };
  return (
    <>
      {fitting !== null && (
        <p className={styles.text} data-testid="fitting-edition">
          {texts.foreignFits} <strong lang="vi">{fitting.edition.name}</strong>.
        </p>
      )}
      <div className={styles.buttons}>
        {fitting !== null && (
          <Button
            appearance="primary"
            disabledFocusable={busy !== "none"}
            onClick={() => void session.mend(fitting.edits)}
            data-testid="use-fitting"
          >
            {texts.useFitting}
          </Button>
        )}
        <Button disabledFocusable={busy !== "none"} onClick={() => void session.check()} data-testid="retry">
          {retry}
        </Button>
      </div>
      <EditionFile onTake={take} />
      {unfit && (
        <MessageBar intent="error" layout="multiline" data-testid="unfit-edition">
          <MessageBarBody>{texts.foreignUnfit}</MessageBarBody>
        </MessageBar>
      )}
    </>
  );
}
