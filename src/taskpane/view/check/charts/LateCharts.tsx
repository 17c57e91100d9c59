import type { ComponentProps } from "react";
import { useLoaded } from "../../use-loaded.js";
import { useSessionState } from "../../use-session.js";

const loadCharts = () => import(/* webpackChunkName: "charts" */ "./TableCharts.js");

type ChartsProps = ComponentProps<Awaited<ReturnType<typeof loadCharts>>["TableCharts"]>;

/** The tables' charts, where the program draws any and a table has one. */
export function LateCharts(props: ChartsProps) {
  const drawsCharts = useSessionState("drawsCharts");
  const { report } = props.book;
  const hasChart = [...report.tables.values()].some(({ table }) => table.charts.length > 0);
  return drawsCharts && hasChart ? <LoadedCharts {...props} /> : null;
}

function LoadedCharts(props: ChartsProps) {
  const loaded = useLoaded(loadCharts);
  return loaded === null ? null : <loaded.TableCharts {...props} />;
}
