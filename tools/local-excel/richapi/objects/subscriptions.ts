import type { Members } from "../api-object.js";
import type { ApiSession } from "../api-session.js";
import { EVENT, WORKBOOK } from "../event-entries.js";

/** The methods by which the client registers and unregisters events of a target. */
export function subscriptions(
  session: ApiSession,
  target: string,
  events: Readonly<Record<string, number>>,
): NonNullable<Members["methods"]> {
  const methods: [string, () => undefined][] = [];
  const on = subscriber(session);
  for (const [name, type] of Object.entries(events)) {
    methods.push([`_Register${name}Event`, () => on(target, type, 1)]);
    methods.push([`_Unregister${name}Event`, () => on(target, type, -1)]);
  }
  return Object.fromEntries(methods);
}

/** Newer events, whose methods are named the other way round. */
export function onlineSubscriptions(session: ApiSession): NonNullable<Members["methods"]> {
  const events = { NameChanged: EVENT.renamed, VisibilityChanged: EVENT.visibility, Moved: EVENT.moved };
  const methods: [string, () => undefined][] = [];
  const on = subscriber(session);
  for (const [name, type] of Object.entries(events)) {
    methods.push([`_RegisterEvent${name}`, () => on(WORKBOOK, type, 1)]);
    methods.push([`_UnregisterEvent${name}`, () => on(WORKBOOK, type, -1)]);
  }
  return Object.fromEntries(methods);
}

function subscriber(session: ApiSession) {
  return (target: string, type: number, count: 1 | -1): undefined => {
    session.subscribe(type, target, count);
  };
}
