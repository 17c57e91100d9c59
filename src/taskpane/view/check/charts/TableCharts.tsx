import { Button, makeStyles } from "@fluentui/react-components";
import { useMemo } from "react";
import type { CheckedForms } from "../../../../jobs/check.js";
import { drawSheetChart, type SheetChart, sheetCharts } from "../../../../jobs/sheet-charts.js";
import { a1 } from "../../../../values/address.js";
import { useTexts } from "../../../texts/use-texts.js";
import { tokens } from "../../tokens.js";
import { useSession, useSessionState } from "../../use-session.js";
import { chartTexts } from "./chart-texts.js";

const useStyles = makeStyles({
  chart: { display: "flex", flexWrap: "wrap", gap: "6px", padding: "8px 0" },
  button: { maxWidth: "none", textAlign: "left" },
  hint: { flexBasis: "100%", margin: 0, fontSize: "13px", color: tokens.colorNeutralForeground2 },
});

/** So many cells are named; the others are counted. */
const NAMED = 4;

/** Draws tables as charts on their sheets when she asks for it, and takes the charts off again. */
export function TableCharts({ book, sheet }: { readonly book: CheckedForms; readonly sheet?: string }) {
  const charts = useMemo(() => sheetCharts(book), [book]);
  const shown = sheet === undefined ? charts : charts.filter((one) => one.sheet === sheet);
  return shown.map((one) => <OneChart key={one.name} chart={one} />);
}

function OneChart({ chart: { sheet, name, chart, state, unseen } }: { readonly chart: SheetChart }) {
  const styles = useStyles();
  const session = useSession();
  const busy = useSessionState("busy");
  const { other } = useTexts();
  const texts = chartTexts[other.language === "en" ? "vi" : "en"];
  const draw = (wanted: typeof chart) => void session.act((host) => drawSheetChart(host, name, wanted));
  const named = unseen.slice(0, NAMED).map(a1);
  return (
    <div className={styles.chart}>
      {chart !== null && (
        <Button
          size="small"
          className={styles.button}
          disabledFocusable={busy !== "none"}
          onClick={() => draw(chart)}
          data-testid="draw-chart"
        >
          {state === "absent" ? texts.draw(sheet) : texts.redraw(sheet)}
        </Button>
      )}
      {state !== "absent" && (
        <>
          <Button
            size="small"
            disabledFocusable={busy !== "none"}
            onClick={() => draw(null)}
            data-testid="remove-chart"
          >
            {texts.remove}
          </Button>
          <p className={styles.hint} role="status" data-testid="chart-drawn">
            {state === "behind" ? texts.behind : texts.drawn}
          </p>
        </>
      )}
      {unseen.length > 0 && (
        <p className={styles.hint} data-testid="chart-unseen">
          {texts.unseen(named, unseen.length - named.length)}
        </p>
      )}
    </div>
  );
}
