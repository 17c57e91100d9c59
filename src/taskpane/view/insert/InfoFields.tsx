import { Field, Input, makeStyles, Select } from "@fluentui/react-components";
import { catalogue } from "../../../forms/catalogue.js";
import type { Edition } from "../../../forms/schema.js";
import { reportsToDistrict } from "../../../forms/superior.js";
import { isYear } from "../../session/draft.js";
import { useTexts } from "../../texts/use-texts.js";
import { useSession, useSessionState } from "../use-session.js";
import { EditionFile } from "./EditionFile.js";
import { EditionSource } from "./EditionSource.js";

const useStyles = makeStyles({
  fields: { display: "flex", flexDirection: "column", gap: "10px" },
  row: { display: "flex", flexWrap: "wrap", alignItems: "flex-start", gap: "12px" },
  period: { flexGrow: 2, flexBasis: "150px", minWidth: 0 },
  year: { flexGrow: 1, flexBasis: "96px", minWidth: 0 },
  input: { minWidth: 0, width: "100%" },
});

/** The few facts that the sheets are made with. `chooses`: whether the edition can still be chosen. */
export function InfoFields({ edition, chooses }: { readonly edition: Edition; readonly chooses: boolean }) {
  const styles = useStyles();
  const { insert: texts, period: periodName } = useTexts();
  const session = useSession();
  const draft = useSessionState("draft");
  const district = reportsToDistrict(edition);
  return (
    <div className={styles.fields}>
      <div>
        <Field label={texts.edition}>
          <Select
            className={styles.input}
            value={chooses ? draft.edition : edition.id}
            disabled={!chooses}
            onChange={(_, { value }) => session.change({ edition: value })}
            data-testid="edition"
          >
            {draft.own !== null && <option value={draft.own.id}>{draft.own.name}</option>}
            {catalogue
              .filter(({ id }) => id !== draft.own?.id)
              .map(({ id, name, proposed }) => (
                <option key={id} value={id}>
                  {proposed ? `${name} (${texts.proposed})` : name}
                </option>
              ))}
          </Select>
        </Field>
        <EditionSource edition={edition} />
        {chooses && <EditionFile onTake={(own) => session.change({ own, edition: own.id })} />}
      </div>
      <Field label={texts.organization}>
        <Input
          className={styles.input}
          value={draft.organization}
          placeholder={texts.organizationHint(district)}
          onChange={(_, { value }) => session.change({ organization: value })}
          data-testid="organization"
        />
      </Field>
      <Field label={texts.superior}>
        <Input
          className={styles.input}
          value={draft.superior}
          placeholder={texts.superiorHint(district)}
          onChange={(_, { value }) => session.change({ superior: value })}
          data-testid="superior"
        />
      </Field>
      <div className={styles.row}>
        <Field label={texts.period} className={styles.period}>
          <Select
            className={styles.input}
            value={draft.period}
            onChange={(_, { value }) => {
              const period = edition.periods.find(({ id }) => id === value);
              if (period !== undefined) session.change({ period: period.id });
            }}
            data-testid="period"
          >
            {edition.periods.map(({ id, name }) => (
              <option key={id} value={id}>
                {periodName(id, name)}
              </option>
            ))}
          </Select>
        </Field>
        <Field
          label={texts.year}
          className={styles.year}
          {...(isYear(draft.year) ? {} : { validationMessage: texts.yearFault })}
        >
          <Input
            className={styles.input}
            value={draft.year}
            inputMode="numeric"
            onChange={(_, { value }) => session.change({ year: value })}
            data-testid="year"
          />
        </Field>
      </div>
    </div>
  );
}
