import { createContext, useContext, useSyncExternalStore } from "react";
import type { Session } from "../session/session.js";
import type { SessionState } from "../session/state.js";

const SessionContext = createContext<Session | null>(null);

/** Gives a session to what stands inside. */
export const SessionProvider = SessionContext.Provider;

/**
 * The session around a component.
 *
 * @throws outside a `SessionProvider`
 */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === null) throw new Error("no SessionProvider around this component");
  return session;
}

/**
 * One thing of the session's present state; the component renders again when it becomes another, and not with
 * every change of the others.
 */
export function useSessionState<K extends keyof SessionState>(key: K): SessionState[K] {
  const session = useSession();
  return useSyncExternalStore(session.subscribe, () => session.state()[key]);
}
