/** The marks that a program uses in numbers. */
export interface Culture {
  readonly decimal: string;
  readonly group: string;
}

/** `1.234,5` */
export const VIETNAMESE: Culture = { decimal: ",", group: "." };
/** `1,234.5` */
export const ENGLISH: Culture = { decimal: ".", group: "," };
