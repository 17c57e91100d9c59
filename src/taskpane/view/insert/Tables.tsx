import { makeStyles, Spinner } from "@fluentui/react-components";
import { useState } from "react";
import type { Edition } from "../../../forms/schema.js";
import { loadTableChoice } from "../../parts.js";
import { useTexts } from "../../texts/use-texts.js";
import { Disclosure } from "../Disclosure.js";
import { tokens } from "../tokens.js";
import { useLoaded } from "../use-loaded.js";

const useStyles = makeStyles({
  box: { margin: "0 -12px", borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  inside: { padding: "8px 12px" },
});

/** The supplementary tables, folded: most offices fill few of them. */
export function Tables({ edition }: { readonly edition: Edition }) {
  const styles = useStyles();
  const { tables: texts } = useTexts();
  const [open, setOpen] = useState(false);
  return (
    <div className={styles.box}>
      <Disclosure id="tables" open={open} onToggle={() => setOpen(!open)} title={texts.title} level="group">
        <div className={styles.inside}>
          <Choice edition={edition} />
        </div>
      </Disclosure>
    </div>
  );
}

function Choice({ edition }: { readonly edition: Edition }) {
  const loaded = useLoaded(loadTableChoice);
  return loaded === null ? <Spinner size="tiny" /> : <loaded.TableChoice edition={edition} />;
}
