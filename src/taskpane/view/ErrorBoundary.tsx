import { Component, type ReactNode } from "react";
import type { Texts } from "../texts/texts.js";
import { TroubleScreen } from "./TroubleScreen.js";

interface Props {
  readonly texts: Texts;
  /** Opens the pane anew. */
  readonly reopen: (() => void) | undefined;
  readonly children: ReactNode;
}

interface State {
  /** What was thrown, for the log; null while nothing was. */
  readonly code: string | null;
}

/** Catches what a component throws: a plain sentence and a way out instead of an empty pane. */
export class ErrorBoundary extends Component<Props, State> {
  override readonly state: State = { code: null };

  static getDerivedStateFromError(error: unknown): State {
    return { code: error instanceof Error ? `${error.name}: ${error.message}` : String(error) };
  }

  override render(): ReactNode {
    const { texts, reopen, children } = this.props;
    const { code } = this.state;
    if (code === null) return children;
    return (
      <TroubleScreen
        id="crashed"
        trouble={texts.surroundings.crashed}
        action={texts.reload}
        code={code}
        {...(reopen === undefined ? {} : { open: reopen })}
      />
    );
  }
}
