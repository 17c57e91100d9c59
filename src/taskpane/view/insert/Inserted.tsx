import { Button, MessageBar, MessageBarBody, makeStyles } from "@fluentui/react-components";
import { useEffect, useRef } from "react";
import type { ApplyReport } from "../../../hosts/port.js";
import { useTexts } from "../../texts/use-texts.js";
import { useSession, useSessionState } from "../use-session.js";
import { BlankSheet } from "./BlankSheet.js";

const useStyles = makeStyles({
  box: { display: "flex", flexDirection: "column", gap: "8px" },
  next: { margin: 0 },
  actions: { display: "flex", flexWrap: "wrap", gap: "8px" },
});

/** What an insertion did, and what to do now. */
export function Inserted({ done }: { readonly done: ApplyReport }) {
  const styles = useStyles();
  const { insert: texts } = useTexts();
  const session = useSession();
  const book = useSessionState("book");
  const box = useRef<HTMLDivElement>(null);
  // The button that was pressed is gone: the keyboard goes on from the next one. Only a tabbable
  // element will do: from any other, Excel on the web takes the Tab key to its own window.
  useEffect(() => box.current?.querySelector("button")?.focus(), []);
  const { addedSheets, addedNames, unsetPages } = done;
  const cells = book.kind === "forms" ? book.judgement.report.infoCells : null;
  const info = cells?.get("place") ?? cells?.get("organization");
  const said =
    addedSheets.length > 0
      ? texts.added(addedSheets.length)
      : addedNames.length > 0
        ? texts.named(addedNames.length)
        : texts.addedNothing;
  return (
    <div className={styles.box} ref={box} data-testid="inserted">
      <MessageBar intent="success" layout="multiline">
        <MessageBarBody>{said}</MessageBarBody>
      </MessageBar>
      {unsetPages.length > 0 && (
        <MessageBar intent="warning" layout="multiline" data-testid="unset-pages">
          <MessageBarBody>{texts.unsetPages(unsetPages)}</MessageBarBody>
        </MessageBar>
      )}
      <p className={styles.next}>{texts.next}</p>
      <div className={styles.actions}>
        {info !== undefined && (
          <Button appearance="primary" onClick={() => void session.select(info)} data-testid="to-info">
            {texts.toInfo}
          </Button>
        )}
        <Button onClick={() => session.show("check")} data-testid="to-check">
          {texts.toCheck}
        </Button>
      </div>
      {addedSheets.length > 0 && (
        <BlankSheet onRemoved={() => box.current?.querySelector("button")?.focus()} />
      )}
    </div>
  );
}
