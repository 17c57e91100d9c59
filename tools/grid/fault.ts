/** The codes under which Excel refuses a request (Excel.ErrorCodes), as far as this host uses them. */
export type FaultCode =
  | "AccessDenied"
  | "ApiNotFound"
  | "GeneralException"
  | "InsertDeleteConflict"
  | "InvalidArgument"
  | "InvalidOperation"
  | "InvalidOperationInCellEditMode"
  | "InvalidReference"
  | "ItemAlreadyExists"
  | "ItemNotFound"
  | "RequestPayloadSizeLimitExceeded"
  | "ResponsePayloadSizeLimitExceeded"
  | "UndoNotSupported"
  | "UnsupportedOperation";

/** A refusal that reaches the add-in as an `OfficeExtension.Error` with the same code. */
export class Fault extends Error {
  constructor(
    readonly code: FaultCode,
    message: string,
    /** `Range.values`: the member that refused, for the client's debug information. */
    readonly location = "",
  ) {
    super(message);
    this.name = "Fault";
  }
}

export function itemNotFound(location: string): Fault {
  return new Fault("ItemNotFound", "The requested resource doesn't exist.", location);
}

export function invalidArgument(location: string, why = ""): Fault {
  const text = "The argument is invalid or missing or has an incorrect format.";
  return new Fault("InvalidArgument", why ? `${text} ${why}` : text, location);
}

export function accessDenied(location: string): Fault {
  return new Fault("AccessDenied", "You cannot perform the requested operation.", location);
}
