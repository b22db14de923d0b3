import { analyze, type Analysis, SourceFile } from '@assess/dsl';
import type { TextDocument } from 'vscode-languageserver-textdocument';

/** The analyses of the open documents, each made once per version. */
export class AnalysedDocuments {
  readonly #analyses = new Map<string, { readonly version: number; readonly analysis: Analysis }>();

  analysisOf(document: TextDocument): Analysis {
    const known = this.#analyses.get(document.uri);
    if (known?.version === document.version) return known.analysis;
    const analysis = analyze(new SourceFile(document.uri, document.getText()));
    this.#analyses.set(document.uri, { version: document.version, analysis });
    return analysis;
  }

  forget(uri: string): void {
    this.#analyses.delete(uri);
  }
}
