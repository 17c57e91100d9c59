import { Link, makeStyles } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { CellAddress } from "../../../values/address.js";
import { useSession } from "../use-session.js";

const useStyles = makeStyles({ link: { fontSize: "13px", textAlign: "left" } });

/** Words that lead to a cell. */
export function Place({
  address,
  children,
}: {
  readonly address: CellAddress;
  readonly children: ReactNode;
}) {
  const styles = useStyles();
  const session = useSession();
  return (
    <Link
      as="button"
      className={styles.link}
      onClick={() => void session.select(address)}
      data-testid="own-place"
    >
      {children}
    </Link>
  );
}
