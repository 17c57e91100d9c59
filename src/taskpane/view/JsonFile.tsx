import { Link, makeStyles } from "@fluentui/react-components";
import { useRef } from "react";

const useStyles = makeStyles({ link: { fontSize: "13px", minHeight: "24px" } });

interface JsonFileProps {
  /** The words that open the choice of a file. */
  readonly label: string;
  /** Begins the test ids: `edition-from-file`, `edition-file`. */
  readonly id: string;
  readonly onTake: (file: File) => Promise<void>;
}

/** A link that lets her choose a file of JSON on her machine. */
export function JsonFile({ label, id, onTake }: JsonFileProps) {
  const styles = useStyles();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Link
        as="button"
        className={styles.link}
        onClick={() => input.current?.click()}
        data-testid={`${id}-from-file`}
      >
        {label}
      </Link>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        hidden
        aria-label={label}
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          // The same file again, once it is mended, is a change too.
          if (file !== undefined) void onTake(file).finally(() => (target.value = ""));
        }}
        data-testid={`${id}-file`}
      />
    </>
  );
}
