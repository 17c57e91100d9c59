/** Findings and rules in English, for a client that loads its second language by itself. */
export { english } from "../rules/messages/en/wording.js";
