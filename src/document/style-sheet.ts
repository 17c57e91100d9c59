/** How the HTML report looks: an A4 sheet on the screen, the same margins on paper. */
export const STYLE_SHEET = `
@page { size: A4; margin: 20mm 15mm 20mm 30mm }
body { margin: 0; background: #e9e9e9; color: #000 }
.report { box-sizing: border-box; max-width: 210mm; margin: 0 auto; padding: 20mm 15mm 20mm 30mm;
  background: #fff; font: 14pt/1.3 "Times New Roman", Tinos, "Liberation Serif", serif; overflow-wrap: anywhere }
.report p { margin: 6pt 0 0; text-align: justify; text-indent: 12.7mm }
.report header { display: grid; grid-template-columns: 2fr 3fr; gap: 8pt 4mm; font-size: 12pt }
.report header b { position: relative; display: inline-block; padding-bottom: 5pt }
.report header div:first-child b::after, .motto b::after { content: ""; position: absolute; bottom: 0; left: 30%;
  width: 40%; border-top: 1px solid } .report .motto b::after { left: 0; width: 100% }
.report header .motto, .report .number, .report .date { font-size: 13pt }
.number, .date { white-space: pre-wrap } .date { font-style: italic }
.report footer { display: flex; gap: 4mm; align-items: flex-start }
.report header p, .report footer p, .report td p { margin: 0; text-indent: 0; text-align: center }
.report .part { text-align: center; text-indent: 0 }
.report h1 { margin: 18pt 0 0; font-size: 14pt; text-align: center }
.report h2, .report h3, .report h4, .report h5 { margin: 6pt 0 0; font-size: 14pt; text-indent: 12.7mm }
.report .subject, .report .window, .report .address { text-align: center; text-indent: 0 }
.report .subject { font-weight: bold; text-wrap: balance } .report .window { font-style: italic; white-space: pre-wrap }
.addresses { width: fit-content; margin: 6pt auto } .addresses p { text-indent: 0 }
.report .addresses p + p { margin: 0; padding-left: 4.1em }
.report footer { margin-top: 12pt; break-inside: avoid } .recipients, .signature { flex: 1 }
.report .recipients p { font-size: 11pt; text-align: left } .report .recipients p:first-child { font-size: 12pt }
.report .signature p { font-weight: bold } .report .signature .signer { margin-top: 24mm }
.appendix { margin-top: 24pt; break-before: page } .appendix h2 { text-align: center; text-indent: 0 }
.report table { width: 100%; margin-top: 14pt; border-collapse: collapse; table-layout: fixed; font-size: 12pt }
.code { width: 14mm } .unit { width: 30mm } col.number { width: 22mm } .note { width: 21mm }
.report caption { font-weight: bold; padding-bottom: 4pt }
.report th, .report td { border: 1px solid #000; padding: 2pt 4pt; text-align: center }
.report thead { display: table-header-group }
.report thead i { font-weight: normal } .report tr { break-inside: avoid }
.report tbody th { font-weight: normal; text-align: left } .report .group th, .report .group td { font-weight: bold }
.report td.left { text-align: left } .report td.right { text-align: right } .report table.wide { font-size: 8pt }
.report .draft { position: sticky; top: 0; float: right; margin: 0; font-weight: bold; text-indent: 0 }
.report mark { background: #fff2a8 } .report em.note { color: #a00000 }
@media print { .report .draft { position: fixed; top: -12mm; right: 0 } body { background: none } .report { max-width: none; padding: 0 } }
`.replaceAll("\n", " ");
