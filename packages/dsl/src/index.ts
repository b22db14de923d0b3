/** The `assess` language: everything a host of it may use. */
export type { Analysis, Comment, Marks } from './check/analysis.ts';
export { analyze } from './check/analyze.ts';
export type { Diagnostic, Fix, RelatedPlace, Severity, TextEdit } from './diagnostics/diagnostic.ts';
export { emitJavaScript } from './emit/js/emit-javascript.ts';
export type { JavaScriptFiles } from './emit/js/emit-javascript.ts';
export { interpreter } from './interpret/interpreter.ts';
export type { Program } from './ir/ir.ts';
export { lower } from './ir/lower/lower.ts';
export { describeKeyword, describeSymbol } from './query/describe.ts';
export { keywordAt } from './query/keyword-at.ts';
export type { KeywordPlace } from './query/keyword-at.ts';
export { symbolAt } from './query/symbol-at.ts';
export type { NamedPlace } from './query/symbol-at.ts';
export { LineMap } from './source/line-map.ts';
export type { LineColumn } from './source/line-map.ts';
export type { Locale, Message } from './source/locale.ts';
export { SourceFile } from './source/source-file.ts';
export type { Span } from './source/span.ts';
