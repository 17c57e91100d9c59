/**
 * How much a file may make us unpack. A filled workbook of the forms is under 100 KB, its parts some
 * 15 to 60, unpacked under 2 MB; the limits leave room for officers' own sheets and pictures and stop
 * files made to exhaust a small laptop.
 */
export interface ZipLimits {
  /** Size of the file itself. */
  readonly fileBytes: number;
  /** Number of parts. Some hundred pictures in a workbook are thinkable, thousands are not. */
  readonly entries: number;
  /** All parts unpacked: the library that parses them needs about ten times as much memory. */
  readonly totalBytes: number;
  /** Unpacked size to packed size of a part. Sheets full of blank formatted cells reach about 100. */
  readonly ratio: number;
  /** Parts below this size are let through whatever their ratio: small ones of zeros do no harm. */
  readonly ratioFromBytes: number;
}

export const ZIP_LIMITS: ZipLimits = {
  fileBytes: 50 * 1024 * 1024,
  entries: 2000,
  totalBytes: 64 * 1024 * 1024,
  ratio: 250,
  ratioFromBytes: 1024 * 1024,
};
