import { ApiObject } from "../api-object.js";

/**
 * Services of Office beside the workbook that the client library calls by itself while it starts.
 * They are heard and answered with nothing.
 */
export function serviceObject(typeName: string): ApiObject | null {
  const methods = SERVICES[typeName];
  if (!methods) return null;
  return new ApiObject(typeName, {
    methods: Object.fromEntries(methods.map((name) => [name, () => undefined])),
  });
}

const SERVICES: Readonly<Record<string, readonly string[] | undefined>> = {
  "Microsoft.InternalService.AddinInternalService": ["notifyActionHandlerReady"],
};
