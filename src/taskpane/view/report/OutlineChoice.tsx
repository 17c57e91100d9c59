import { Field, makeStyles, Select } from "@fluentui/react-components";
import { useState } from "react";
import type { FileFault } from "../../../forms/faults.js";
import { chooseOutline, keepOutline, outlinesOf, readOutline } from "../../../jobs/outlines.js";
import { useTexts } from "../../texts/use-texts.js";
import { FaultList } from "../FaultList.js";
import { JsonFile } from "../JsonFile.js";
import { tokens } from "../tokens.js";
import { useSession, useSessionState } from "../use-session.js";
import { useReportTexts } from "./use-report-texts.js";

const useStyles = makeStyles({
  box: { padding: "8px 12px", borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  select: { minWidth: 0, width: "100%" },
  said: { margin: "4px 0 0", fontSize: "13px" },
});

/** By which outline the workbook's reports are written: one of the program's, or an office's own from a file. */
export function OutlineChoice({ current }: { readonly current: string | null }) {
  const styles = useStyles();
  const texts = useReportTexts();
  const session = useSession();
  const book = useSessionState("book");
  const busy = useSessionState("busy");
  const [said, setSaid] = useState("");
  const [faults, setFaults] = useState<{ readonly file: string; readonly list: readonly FileFault[] } | null>(
    null,
  );
  if (book.kind !== "forms") return null;
  const { edition } = book.report;
  const known = outlinesOf(edition);
  const own = current !== null && !known.some(({ id }) => id === current);
  const tell = (kept: { readonly kind: string } | null) =>
    setSaid(kept?.kind === "full" ? texts.listFull : kept?.kind === "too-long" ? texts.outlineTooLong : "");
  const choose = async (id: string) => tell(await session.act((host) => chooseOutline(host, id)));
  const take = async (file: File) => {
    setFaults(null);
    setSaid("");
    const json = await jsonOf(file);
    const read = readOutline(file.name, json);
    if (!read.ok) return setFaults({ file: file.name, list: read.fault.faults });
    const { base } = read.value;
    if (base !== null && !edition.outlines.includes(base))
      return setSaid(texts.outlineOther(file.name, base));
    tell(await session.act((host) => keepOutline(host, read.value, json)));
  };
  return (
    <div className={styles.box} data-testid="outlines">
      <Field label={texts.outline} size="small">
        <Select
          size="small"
          className={styles.select}
          value={current ?? ""}
          disabled={busy !== "none"}
          onChange={(_, { value }) => void choose(value)}
          data-testid="outline"
        >
          {current === null && <option value="" />}
          {own && <option value={current}>{current}</option>}
          {known.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      <JsonFile label={texts.outlineFile} id="outline" onTake={take} />
      {said !== "" && (
        <p className={styles.said} role="status" data-testid="outline-said">
          {said}
        </p>
      )}
      {faults !== null && <OutlineFaults {...faults} />}
    </div>
  );
}

function OutlineFaults({ file, list }: { readonly file: string; readonly list: readonly FileFault[] }) {
  const { insert: texts } = useTexts();
  return <FaultList id="outline-faults" title={texts.fileFaults(file, list.length)} faults={list} />;
}

/** What a file holds; what is no JSON is told by the reader of outlines as one that is none. */
async function jsonOf(file: File): Promise<unknown> {
  try {
    return JSON.parse((await file.text()).replace(/^\uFEFF/, ""));
  } catch {
    return null;
  }
}
