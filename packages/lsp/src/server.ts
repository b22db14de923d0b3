import type { Locale } from '@assess/dsl';
import {
  type Connection,
  DidChangeConfigurationNotification,
  PositionEncodingKind,
  TextDocuments,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { AnalysedDocuments } from './documents.ts';
import { diagnosticsOf } from './features/diagnostics.ts';
import { formattingOf } from './features/formatting.ts';
import { hoverAt } from './features/hover.ts';
import { chooseLocale } from './language.ts';

/** How long the typist has to pause before the findings are brought up to date, in milliseconds. */
const pause = 150;

/** Serves the editor behind a connection: a table of what it may ask and which feature answers. */
export function startServer(connection: Connection): void {
  const documents = new TextDocuments(TextDocument);
  const analysed = new AnalysedDocuments((uri) => documents.get(uri));
  const timers = new Map<string, NodeJS.Timeout>();
  let editorLocale: string | undefined;
  let asksSettings = false;
  let locale: Locale = 'zh';

  connection.onInitialize(({ capabilities, locale: ofEditor, initializationOptions }) => {
    editorLocale = ofEditor;
    asksSettings = capabilities.workspace?.configuration === true;
    locale = chooseLocale(langOf(initializationOptions), editorLocale);
    return {
      serverInfo: { name: 'assess' },
      capabilities: {
        positionEncoding: PositionEncodingKind.UTF16,
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
        hoverProvider: true,
        documentFormattingProvider: true,
      },
    };
  });

  connection.onInitialized(async () => {
    if (!asksSettings) return;
    await connection.client.register(DidChangeConfigurationNotification.type, { section: 'assess' });
    speak(langOf(await connection.workspace.getConfiguration('assess')));
  });
  connection.onDidChangeConfiguration(async ({ settings }) => {
    const pushed: unknown = settings;
    const section: unknown = asksSettings ? await connection.workspace.getConfiguration('assess') : sectionOf(pushed);
    speak(langOf(section));
  });

  connection.onHover(({ textDocument, position }) => {
    const document = documents.get(textDocument.uri);
    return document === undefined ? null : hoverAt(analysed.analysisOf(document), position, locale);
  });
  connection.onDocumentFormatting(({ textDocument }) => {
    const document = documents.get(textDocument.uri);
    return document === undefined ? [] : formattingOf(analysed.analysisOf(document));
  });

  documents.onDidChangeContent(({ document: { uri, version } }) => {
    // A document that was just opened is answered at once.
    const wait = version <= 1 ? 0 : pause;
    for (const each of [uri, ...analysed.importersOf(uri)]) publishSoon(each, wait);
  });
  documents.onDidClose(({ document: { uri } }) => {
    clearTimeout(timers.get(uri));
    timers.delete(uri);
    for (const importer of analysed.importersOf(uri)) publishSoon(importer, pause);
    analysed.forget(uri);
    void connection.sendDiagnostics({ uri, diagnostics: [] });
  });
  documents.listen(connection);
  connection.listen();

  function publishSoon(uri: string, wait: number): void {
    clearTimeout(timers.get(uri));
    timers.set(
      uri,
      setTimeout(() => publish(uri), wait),
    );
  }

  function publish(uri: string): void {
    const document = documents.get(uri);
    if (document === undefined) return;
    const diagnostics = diagnosticsOf(analysed.analysisOf(document), uri, locale);
    void connection.sendDiagnostics({ uri, version: document.version, diagnostics });
  }

  /** Goes on in the language that a setting asks for, also about what is open already. */
  function speak(setting: unknown): void {
    locale = chooseLocale(setting, editorLocale);
    for (const uri of documents.keys()) publish(uri);
  }
}

/** The value of `lang` in the settings of an editor, whatever they are. */
function langOf(settings: unknown): unknown {
  return typeof settings === 'object' && settings !== null && 'lang' in settings ? settings.lang : undefined;
}

/** The part of pushed settings that is ours. */
function sectionOf(settings: unknown): unknown {
  return typeof settings === 'object' && settings !== null && 'assess' in settings ? settings.assess : undefined;
}
