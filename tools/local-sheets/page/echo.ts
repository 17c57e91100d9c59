/** What the page in the sidebar sends back as it is: whoever hears it knows that all before it has arrived. */
export const ECHO = "cchc-echo";
