/** How the HTML report looks: an A4 sheet on the screen, the same margins on paper. */
export const STYLE_SHEET = `
@page { size: A4; margin: 20mm 15mm 20mm 30mm }
body { margin: 0; background: #e9e9e9; color: #000 }
.report { box-sizing: border-box; max-width: 210mm; margin: 0 auto; padding: 20mm 15mm 20mm 30mm;
  background: #fff; font: 14pt/1.3 "Times New Roman", Tinos, "Liberation Serif", serif; overflow-wrap: anywhere }
.report p { margin: 6pt 0 0; text-align: justify; text-indent: 12.7mm }
.report header, .report footer { display: flex; gap: 4mm; align-items: flex-start }
.report header p, .report footer p, .report td p { margin: 0; text-indent: 0; text-align: center }
.issuer { flex: 2; font-size: 13pt } .nation { flex: 3; font-size: 13pt }
.issuer .number, .nation .date { margin-top: 10pt; white-space: pre-wrap } .nation .date { font-style: italic }
.report h1 { margin: 18pt 0 0; font-size: 14pt; text-align: center }
.report h2, .report h3, .report h4 { margin: 6pt 0 0; font-size: 14pt; text-indent: 12.7mm }
.report .subject, .report .window, .report .address { text-align: center; text-indent: 0 }
.report .subject { font-weight: bold } .report .window { font-style: italic; white-space: pre-wrap }
.addresses { width: fit-content; margin: 6pt auto } .addresses p { text-indent: 0 }
.addresses p + p { padding-left: 4.6em }
.report footer { margin-top: 12pt; break-inside: avoid } .recipients, .signature { flex: 1 }
.report .recipients p { font-size: 11pt; text-align: left } .report .recipients p:first-child { font-size: 12pt }
.report .signature p { font-weight: bold } .report .signature .signer { margin-top: 24mm }
.appendix { margin-top: 24pt; break-before: page } .appendix h2 { text-align: center; text-indent: 0 }
.report table { width: 100%; margin-top: 14pt; border-collapse: collapse; font-size: 12pt }
.report caption { font-weight: bold; padding-bottom: 4pt }
.report th, .report td { border: 1px solid #000; padding: 2pt 4pt; vertical-align: top }
.report thead { display: table-header-group } .report thead th { text-align: center; vertical-align: middle }
.report thead i { font-weight: normal } .report tr { break-inside: avoid }
.report tbody th { font-weight: normal; text-align: left } .report .group th, .report .group td { font-weight: bold }
.report .value { text-align: right; white-space: nowrap }
@media print { body { background: none } .report { max-width: none; padding: 0 } }
`.replaceAll("\n", " ");
