/**
 * The manifest must name a page of functions for the ribbon. Our buttons all open the pane and need
 * none; Excel only waits for this page to say that it is ready.
 */
void Office.onReady();
