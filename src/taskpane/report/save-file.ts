/**
 * Hands bytes to the browser as a download. What the browser then does it does not tell; Excel on
 * the Mac does nothing at all, which the caller must know of beforehand.
 */
export function saveFile(page: Document, name: string, bytes: Uint8Array, type: string): void {
  // A copy: bytes of a larger or shared buffer would save more than the file.
  const url = URL.createObjectURL(new Blob([bytes.slice()], { type }));
  const link = page.createElement("a");
  link.href = url;
  link.download = name;
  link.hidden = true;
  page.body.append(link);
  link.click();
  link.remove();
  // The download has begun by then; an address given back at once would break it in some browsers.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
