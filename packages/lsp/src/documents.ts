import { analyze, type Analysis, type Load, SourceFile } from '@assess/dsl';
import { dirname } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { loadFromDisk } from './files/load-from-disk.ts';

/** An analysis, and the version of each document that it was made of. */
interface Analysed {
  readonly analysis: Analysis;
  readonly versions: ReadonlyMap<string, number | null>;
}

/** The analyses of the open documents, each made once per version of it and of the open documents that it imports. */
export class AnalysedDocuments {
  readonly #analyses = new Map<string, Analysed>();
  readonly #open: (uri: string) => TextDocument | undefined;

  /** `open` gives the documents that are open: their texts count, not those on the disk. */
  constructor(open: (uri: string) => TextDocument | undefined) {
    this.#open = open;
  }

  analysisOf(document: TextDocument): Analysis {
    const known = this.#analyses.get(document.uri);
    if (known !== undefined && this.#isCurrent(known)) return known.analysis;
    const versions = new Map<string, number | null>([[document.uri, document.version]]);
    const load = this.#loader(document.uri, versions);
    const analysis = analyze(new SourceFile(document.uri, document.getText()), load === null ? {} : { load });
    this.#analyses.set(document.uri, { versions, analysis });
    return analysis;
  }

  /** The open documents that import from a document, directly or not. */
  importersOf(uri: string): readonly string[] {
    return [...this.#analyses].flatMap(([each, { versions }]) => (each !== uri && versions.has(uri) ? [each] : []));
  }

  /** Has the documents that import from a document analysed anew when they are next asked for. */
  forget(uri: string): void {
    for (const importer of this.importersOf(uri)) this.#analyses.delete(importer);
    this.#analyses.delete(uri);
  }

  #isCurrent({ versions }: Analysed): boolean {
    return [...versions].every(([uri, version]) => (this.#open(uri)?.version ?? null) === version);
  }

  /** Reads what a document imports; null where it is not a file. */
  #loader(uri: string, versions: Map<string, number | null>): Load | null {
    if (!uri.startsWith('file:')) return null;
    const folder = dirname(fileURLToPath(uri));
    const disk = loadFromDisk(folder, (file) => pathToFileURL(file).href);
    return (name) => {
      const target = name.includes(':') ? null : pathToFileURL(`${folder}/${name}`).href;
      const document = target === null ? undefined : this.#open(target);
      if (target !== null) versions.set(target, document?.version ?? null);
      if (target !== null && document !== undefined) return { path: target, text: document.getText() };
      return disk(name);
    };
  }
}
