import { shownNumber } from "../../../../jobs/cell-story.js";
import { useTexts } from "../../../texts/use-texts.js";
import { tokens } from "../../tokens.js";

const BAR = { width: 160, height: 10 };

/** A ratio against 100. */
export function Share({ percent }: { readonly percent: number }) {
  const { cell: texts, wording } = useTexts();
  const filled = (Math.max(0, Math.min(100, percent)) / 100) * BAR.width;
  return (
    <svg
      width={BAR.width}
      height={BAR.height}
      role="img"
      aria-label={texts.share(shownNumber(percent, wording))}
    >
      <rect width={BAR.width} height={BAR.height} rx="2" fill={tokens.colorNeutralBackground5} />
      <rect width={filled} height={BAR.height} rx="2" fill={tokens.colorBrandBackground} />
    </svg>
  );
}

/** The period before and this one, one bar above the other. */
export function TwoPeriods({ before, now }: { readonly before: number; readonly now: number }) {
  const { cell: texts, wording } = useTexts();
  const most = Math.max(Math.abs(before), Math.abs(now), 1);
  const width = (value: number) => (Math.abs(value) / most) * BAR.width;
  return (
    <svg
      width={BAR.width}
      height={2 * BAR.height + 2}
      role="img"
      aria-label={texts.compared(shownNumber(before, wording), shownNumber(now, wording))}
    >
      <rect width={width(before)} height={BAR.height} rx="2" fill={tokens.colorNeutralForeground4} />
      <rect
        y={BAR.height + 2}
        width={width(now)}
        height={BAR.height}
        rx="2"
        fill={tokens.colorBrandBackground}
      />
    </svg>
  );
}
