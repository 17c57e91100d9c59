import { Button, makeStyles } from "@fluentui/react-components";
import { memo } from "react";
import type { CellAddress } from "../../../../values/address.js";
import { useTexts } from "../../../texts/use-texts.js";
import { useSession } from "../../use-session.js";

const useStyles = makeStyles({
  next: { flexShrink: 0, whiteSpace: "nowrap" },
});

/** Goes to the next blank cell, wherever it stands; absent when there is none. */
export function NextButton({ next }: { readonly next: CellAddress | null }) {
  return next === null ? null : <ToCell {...next} />;
}

/** Drawn again only for another cell. */
const ToCell = memo(function ToCell({ sheet, row, column }: CellAddress) {
  const styles = useStyles();
  const { cell: texts } = useTexts();
  const session = useSession();
  return (
    <Button
      size="small"
      className={styles.next}
      onClick={() => void session.select({ sheet, row, column })}
      data-testid="next-blank"
    >
      {texts.next}
    </Button>
  );
});
