import { Button, Field, Input, MessageBar, MessageBarBody, makeStyles } from "@fluentui/react-components";
import { useEffect, useMemo, useRef, useState } from "react";
import type { Edition } from "../../../forms/schema.js";
import {
  type Correction,
  type Corrections,
  correctedForms,
  doubtsOf,
  editionFile,
  editionFrom,
  inferForms,
  sentenceOfDraftDoubt,
} from "../../../jobs/infer.js";
import { recognitionWords } from "../../../jobs/recognition-words.js";
import type { WorkbookSnapshot } from "../../../workbook/snapshot.js";
import { saveFile } from "../../report/save-file.js";
import { useTexts } from "../../texts/use-texts.js";
import { FaultList } from "../FaultList.js";
import { InFoot } from "../StepLayout.js";
import { tokens } from "../tokens.js";
import { DraftFormView } from "./DraftFormView.js";
import { useDraftTexts } from "./draft-texts.js";

const useStyles = makeStyles({
  title: { margin: 0, fontSize: "16px", fontWeight: tokens.fontWeightSemibold },
  text: { margin: 0 },
  hint: { margin: 0, fontSize: "13px", color: tokens.colorNeutralForeground2 },
  forms: {
    margin: "0 -12px",
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  list: { margin: 0, paddingLeft: "18px", fontSize: "13px" },
  input: { minWidth: 0, width: "100%" },
  actions: { display: "flex", flexWrap: "wrap", gap: "8px" },
});

export interface DraftEditionProps {
  readonly snapshot: WorkbookSnapshot;
  readonly mac: boolean;
  readonly onUse: (edition: Edition) => void;
  readonly onCancel: () => void;
}

/** A set of forms inferred from the workbook's own tables, to be corrected, saved and used. */
export function DraftEdition({ snapshot, mac, onUse, onCancel }: DraftEditionProps) {
  const styles = useStyles();
  const { wording } = useTexts();
  const texts = useDraftTexts();
  const said = recognitionWords(wording?.language ?? "vi");
  const [name, setName] = useState(texts.defaultName);
  const [corrections, setCorrections] = useState<Corrections>(new Map());
  const [saved, setSaved] = useState<string | null>(null);
  const title = useRef<HTMLHeadingElement>(null);
  const nameInput = useRef<HTMLInputElement>(null);
  // It was asked for at the end of a long page: here is where it is.
  useEffect(() => {
    title.current?.scrollIntoView?.({ block: "start" });
    nameInput.current?.focus({ preventScroll: true });
  }, []);
  const draft = useMemo(() => {
    const inferred = inferForms(snapshot, { id: "bo-bieu-mau-rieng", name: "Bộ biểu mẫu riêng" });
    return inferred.kind === "inferred" ? inferred.draft : null;
  }, [snapshot]);
  const forms = useMemo(
    () => (draft === null ? [] : correctedForms(draft, corrections)),
    [draft, corrections],
  );
  const doubts = useMemo(
    () => (draft === null ? new Map<string, readonly string[]>() : doubtsOf(draft, said)),
    [draft, said],
  );
  const made = useMemo(
    () => (draft === null ? null : editionFrom(draft, name, corrections)),
    [draft, name, corrections],
  );
  if (draft === null || made === null) {
    return <Button onClick={onCancel}>{texts.cancel}</Button>;
  }
  const correct = (row: string, correction: Correction) =>
    setCorrections(new Map([...corrections, [row, { ...corrections.get(row), ...correction }]]));
  const save = (edition: Edition) => {
    const file = editionFile(edition);
    saveFile(document, file.name, file.bytes, "application/json");
    setSaved(file.name);
  };
  const rows = forms.reduce((sum, form) => sum + form.indicators.length, 0);
  const aboutTables = draft.doubts.filter((doubt) => !("property" in doubt));
  return (
    <>
      <h2 className={styles.title} ref={title}>
        {texts.title}
      </h2>
      <p className={styles.text} data-testid="draft-counts">
        {texts.intro(forms.length, rows, doubts.size)}
      </p>
      {aboutTables.length > 0 && (
        <ul className={styles.list} data-testid="draft-doubts">
          {aboutTables.map((doubt) => {
            const words = sentenceOfDraftDoubt(doubt, said);
            return <li key={words}>{words}</li>;
          })}
        </ul>
      )}
      <Field label={texts.name}>
        <Input
          className={styles.input}
          input={{ ref: nameInput }}
          value={name}
          onChange={(_, { value }) => setName(value)}
          data-testid="draft-name"
        />
      </Field>
      <div className={styles.forms}>
        {forms.map((form) => (
          <DraftFormView
            key={form.number}
            form={form}
            doubts={doubts}
            corrections={corrections}
            original={draft}
            onCorrect={correct}
          />
        ))}
      </div>
      {!made.ok && (
        <FaultList
          id="draft-faults"
          title={texts.faults(made.fault.faults.length)}
          faults={made.fault.faults}
        />
      )}
      {saved !== null && (
        <MessageBar intent="success" layout="multiline" data-testid="draft-saved">
          <MessageBarBody>{texts.saved(saved)}</MessageBarBody>
        </MessageBar>
      )}
      <p className={styles.hint}>{texts.proposal}</p>
      <InFoot>
        <div className={styles.actions}>
          <Button
            appearance="primary"
            disabled={!made.ok}
            onClick={() => made.ok && onUse(made.value)}
            data-testid="use-draft"
          >
            {texts.use}
          </Button>
          {!mac && (
            <Button disabled={!made.ok} onClick={() => made.ok && save(made.value)} data-testid="save-draft">
              {texts.save}
            </Button>
          )}
          <Button onClick={onCancel} data-testid="cancel-draft">
            {texts.cancel}
          </Button>
        </div>
      </InFoot>
    </>
  );
}
