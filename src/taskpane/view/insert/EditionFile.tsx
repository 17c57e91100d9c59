import { useState } from "react";
import type { FileFault } from "../../../forms/faults.js";
import type { ParsedEdition } from "../../../forms/parse-edition.js";
import type { Edition } from "../../../forms/schema.js";
import { loadEditionFile } from "../../parts.js";
import { useTexts } from "../../texts/use-texts.js";
import { FaultList } from "../FaultList.js";
import { JsonFile } from "../JsonFile.js";
import { useSession } from "../use-session.js";

/** Reads a set of forms from data; it needs all that come with the program, so it is fetched with the first file. */
type ReadEdition = Awaited<ReturnType<typeof loadEditionFile>>["editionFromJson"];

/** Takes an edition from a file of hers; a file with faults changes nothing, and each fault is listed. */
export function EditionFile({ onTake }: { readonly onTake: (edition: Edition) => void }) {
  const { insert: texts } = useTexts();
  const session = useSession();
  const [failed, setFailed] = useState<{
    readonly file: string;
    readonly faults: readonly FileFault[];
  } | null>(null);
  const take = async (file: File) => {
    const text = await file.text().catch(() => "");
    const loaded = await loadEditionFile().catch(() => null);
    if (loaded === null) return session.fail("edition-file");
    const parsed = readEditionFile(loaded.editionFromJson, file.name, text);
    if (parsed.ok) onTake(parsed.value);
    setFailed(parsed.ok ? null : { file: file.name, faults: parsed.fault.faults });
  };
  return (
    <div>
      <JsonFile label={texts.fromFile} id="edition" onTake={take} />
      {failed !== null && (
        <FaultList
          id="edition-faults"
          title={texts.fileFaults(failed.file, failed.faults.length)}
          faults={failed.faults}
        />
      )}
    </div>
  );
}

/**
 * The edition that a file describes, or every fault of the file.
 *
 * @param text what the file holds
 */
function readEditionFile(read: ReadEdition, name: string, text: string): ParsedEdition {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    const message = "không phải tệp JSON, hoặc tệp bị hỏng. Chọn tệp .json do chương trình này tạo.";
    return { ok: false, fault: { file: name, faults: [{ path: "", message }] } };
  }
  return read(name, json);
}
