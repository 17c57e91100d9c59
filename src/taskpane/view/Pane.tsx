import { FluentProvider, makeStyles, Spinner } from "@fluentui/react-components";
import type { PlanFeature } from "../../hosts/port.js";
import type { Language } from "../../jobs/wording.js";
import type { Session } from "../session/session.js";
import type { Step } from "../session/state.js";
import type { Texts } from "../texts/texts.js";
import { LanguageSwitchProvider, TextsProvider } from "../texts/use-texts.js";
import type { Windows } from "../wide/open-wide.js";
import { App } from "./App.js";
import { ErrorBoundary } from "./ErrorBoundary.js";
import { TroubleScreen } from "./TroubleScreen.js";
import { type OfficeColors, usePaneTheme } from "./theme.js";
import { SessionProvider } from "./use-session.js";
import { LOW } from "./zoomed.js";

/** What fills the pane: the work, or why there is none. */
export type PaneContent =
  | { readonly kind: "waiting" }
  | { readonly kind: "no-office" | "not-excel" | "too-old" }
  | {
      readonly kind: "work";
      readonly session: Session;
      readonly step: Step | null;
      readonly mac: boolean;
      /** Where the program opens windows for the pane; null or absent where it does not. */
      readonly windows?: Windows | null;
      /** What the program does not know of what is inserted; nothing where absent. */
      readonly lacks?: readonly PlanFeature[];
      /** Opens the pane anew, where its page cannot load itself again. */
      readonly reopen?: () => void;
    };

const useStyles = makeStyles({
  provider: {
    height: "100%",
    fontSize: "14px",
    lineHeight: "20px",
    [LOW]: { height: "auto", minHeight: "100%" },
  },
  waiting: { padding: "32px 12px" },
});

/** The outermost component: theme, texts, and a net under everything that could fail. */
export function Pane({
  texts,
  colors,
  content,
  onLanguage = null,
}: {
  readonly texts: Texts;
  readonly colors: OfficeColors | null;
  readonly content: PaneContent;
  /** Goes over to another language. */
  readonly onLanguage?: ((language: Language) => void) | null;
}) {
  const styles = useStyles();
  const theme = usePaneTheme(colors);
  return (
    <TextsProvider value={texts}>
      <LanguageSwitchProvider value={onLanguage}>
        <FluentProvider theme={theme} className={styles.provider}>
          <ErrorBoundary texts={texts} reopen={content.kind === "work" ? content.reopen : undefined}>
            <Content content={content} texts={texts} />
          </ErrorBoundary>
        </FluentProvider>
      </LanguageSwitchProvider>
    </TextsProvider>
  );
}

function Content({ content, texts }: { readonly content: PaneContent; readonly texts: Texts }) {
  const styles = useStyles();
  const { surroundings } = texts;
  switch (content.kind) {
    case "waiting":
      return (
        <main className={styles.waiting} data-testid="waiting">
          <Spinner size="small" label={surroundings.waiting} />
        </main>
      );
    case "no-office":
      return <TroubleScreen id={content.kind} trouble={surroundings.noOffice} action={texts.retry} />;
    case "not-excel":
      return <TroubleScreen id={content.kind} trouble={surroundings.notExcel} />;
    case "too-old":
      return <TroubleScreen id={content.kind} trouble={surroundings.tooOld} />;
    case "work":
      return (
        <SessionProvider value={content.session}>
          <App
            step={content.step}
            mac={content.mac}
            windows={content.windows ?? null}
            lacks={content.lacks ?? []}
          />
        </SessionProvider>
      );
  }
}
