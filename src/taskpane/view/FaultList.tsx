import { MessageBar, MessageBarBody, makeStyles } from "@fluentui/react-components";
import type { FileFault } from "../../forms/faults.js";

const useStyles = makeStyles({ list: { margin: "4px 0 0", paddingLeft: "18px", fontSize: "13px" } });

/** Every fault of an edition with its place. */
export function FaultList({
  id,
  title,
  faults,
}: {
  readonly id: string;
  readonly title: string;
  readonly faults: readonly FileFault[];
}) {
  const styles = useStyles();
  return (
    <MessageBar intent="error" layout="multiline" data-testid={id}>
      <MessageBarBody>
        {title}
        <ul className={styles.list}>
          {faults.map(({ path, message }) => (
            <li key={`${path} ${message}`}>
              {path === "" ? "" : `${path}: `}
              {message}
            </li>
          ))}
        </ul>
      </MessageBarBody>
    </MessageBar>
  );
}
