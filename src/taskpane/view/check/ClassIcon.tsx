import { makeStyles, mergeClasses } from "@fluentui/react-components";
import { CircleRegular } from "@fluentui/react-icons/svg/circle";
import { ErrorCircleFilled } from "@fluentui/react-icons/svg/error-circle";
import { InfoRegular } from "@fluentui/react-icons/svg/info";
import { WarningFilled } from "@fluentui/react-icons/svg/warning";
import type { FindingClass } from "../../../jobs/group-findings.js";
import { tokens } from "../tokens.js";

const useStyles = makeStyles({
  icon: { flexShrink: 0, fontSize: "16px" },
  error: { color: tokens.colorStatusDangerForeground1 },
  warning: { color: tokens.colorStatusWarningForeground3 },
  missing: { color: tokens.colorNeutralForeground3 },
  info: { color: tokens.colorNeutralForeground3 },
});

const icons = { error: ErrorCircleFilled, warning: WarningFilled, missing: CircleRegular, info: InfoRegular };

/** The sign of a class of findings: shape and colour together, never colour alone. */
export function ClassIcon({ name }: { readonly name: FindingClass }) {
  const styles = useStyles();
  const Icon = icons[name];
  return <Icon className={mergeClasses(styles.icon, styles[name])} aria-hidden="true" />;
}
