const END_OF_DIRECTORY = 0x06054b50;
const END_LENGTH = 22;
const ENTRY = 0x02014b50;
const ENTRY_LENGTH = 46;
/** 01/01/1980, the first day that a zip file knows: day 1, month 1, year 0. */
const FIRST_DAY = (1 << 5) | 1;

/**
 * Sets every date inside a zip file to the first that there is, in place, so that the same content
 * gives the same bytes at any time of day.
 *
 * @param zip an archive without a comment, as the Word library writes it
 * @throws when the bytes are no such archive
 */
export function settleDates(zip: Uint8Array): Uint8Array {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  const end = zip.byteLength - END_LENGTH;
  if (end < 0 || view.getUint32(end, true) !== END_OF_DIRECTORY) throw new Error("not a plain zip archive");
  const entries = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  for (let entry = 0; entry < entries; entry++) {
    if (view.getUint32(at, true) !== ENTRY) throw new Error("broken zip directory");
    const local = view.getUint32(at + 42, true);
    setDate(view, at + 12);
    setDate(view, local + 10);
    at += ENTRY_LENGTH + [28, 30, 32].reduce((sum, field) => sum + view.getUint16(at + field, true), 0);
  }
  return zip;
}

function setDate(view: DataView, at: number): void {
  view.setUint16(at, 0, true);
  view.setUint16(at + 2, FIRST_DAY, true);
}
