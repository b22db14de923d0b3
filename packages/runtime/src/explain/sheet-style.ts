/**
 * The look of a score sheet, after official documents: headings in a heavier face, body in a song face, hairline tables whose
 * heading repeats on every page of A4.
 */
export const sheetStyle = `
@page { size: A4; margin: 18mm 16mm 18mm 18mm; }
* { box-sizing: border-box; }
body { max-width: 190mm; margin: 8mm auto; padding: 0 6mm; color: #111; background: #fff;
  font: 10.5pt/1.6 "Songti SC", "Source Han Serif SC", "Noto Serif CJK SC", SimSun, serif;
  text-autospace: normal; line-break: strict; overflow-wrap: anywhere; }
h1, h2, th, .result { font-family: "Heiti SC", "Source Han Sans SC", "Noto Sans CJK SC", "Microsoft YaHei", SimHei, sans-serif; }
header { text-align: center; border-bottom: 2px solid #111; padding-bottom: 3mm; margin-bottom: 5mm; }
h1 { font-size: 17pt; line-height: 1.35; margin: 0 0 1mm; text-wrap: balance; }
.kind { margin: 0 0 3mm; letter-spacing: .3em; }
.result { font-size: 12.5pt; font-weight: bold; margin: 0 0 1mm; }
header p:not(.kind):not(.result) { margin: 0; color: #444; }
h2 { font-size: 12pt; margin: 6mm 0 2mm; break-after: avoid; }
h2 span { font-weight: normal; font-size: 10pt; margin-left: 1.2em; }
ul { margin: 0; padding-left: 1.4em; }
table { width: 100%; border-collapse: collapse; font-size: 9pt; line-height: 1.45; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th, td { border: .5pt solid #777; padding: 1mm 1.5mm; text-align: left; vertical-align: top; }
th { background: #f2f2f2; font-weight: 600; }
thead th { text-align: center; white-space: nowrap; }
td p { margin: 0; }
td p + p { margin-top: .8mm; padding-top: .8mm; border-top: .5pt dotted #bbb; }
.number { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; width: 1%; }
table.sheet td:nth-last-child(5), .where { width: 25%; }
table.sheet tbody th { width: 13%; }
.clause { width: 24%; color: #444; font-size: 8.5pt; }
.blank { width: 16%; }
.lost td.number:nth-last-child(3) { font-weight: bold; }
@media print { body { max-width: none; margin: 0; padding: 0; } }
`;
