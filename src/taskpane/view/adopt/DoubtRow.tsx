import { makeStyles, Select } from "@fluentui/react-components";
import { indicatorKey } from "../../../forms/indicators.js";
import { bindingKey, candidatesOf, placeOfDoubt, sentenceOfDoubt } from "../../../jobs/adopt.js";
import { recognitionWords } from "../../../jobs/recognition-words.js";
import type { Binding, PlacedDoubt } from "../../../recognition/recognition.js";
import { a1 } from "../../../values/address.js";
import { useTexts } from "../../texts/use-texts.js";
import { Place } from "./Place.js";

const useStyles = makeStyles({ select: { display: "flex", width: "100%", minWidth: 0, marginTop: "4px" } });

/** A doubt in a sentence that leads to its cell; where it is about one row's cell, the choice. */
export function DoubtRow({
  doubt,
  chosen,
  onChoose,
}: {
  readonly doubt: PlacedDoubt;
  readonly chosen: ReadonlyMap<string, Binding>;
  readonly onChoose: (row: string, binding: Binding | null) => void;
}) {
  const styles = useStyles();
  const { adopt: texts, wording } = useTexts();
  const candidates = candidatesOf(doubt);
  const [first] = candidates;
  const row = first === undefined ? "" : indicatorKey(first.form, first.code);
  const taken = chosen.get(row);
  return (
    <>
      <Place address={placeOfDoubt(doubt)}>
        {sentenceOfDoubt(doubt, recognitionWords(wording?.language ?? "vi"))}
      </Place>
      {candidates.length > 0 && (
        <Select
          className={styles.select}
          size="small"
          aria-label={texts.choose}
          value={taken === undefined ? "" : bindingKey(taken)}
          onChange={(_, { value }) =>
            onChoose(row, candidates.find((candidate) => bindingKey(candidate) === value) ?? null)
          }
          data-testid="own-choice"
        >
          <option value="">{texts.notBound}</option>
          {candidates.map((candidate) => (
            <option key={bindingKey(candidate)} value={bindingKey(candidate)}>
              {texts.bindTo(a1(candidate.address), candidate.address.sheet)}
            </option>
          ))}
        </Select>
      )}
    </>
  );
}
