import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import {
  createProtocolConnection,
  type Diagnostic,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  ExitNotification,
  InitializedNotification,
  type InitializeParams,
  InitializeRequest,
  type InitializeResult,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
  type TextDocumentContentChangeEvent,
} from 'vscode-languageserver/node';

const server = fileURLToPath(new URL('serve.mjs', import.meta.url));

/** What a server told of a document last. */
interface Published {
  readonly uri: string;
  readonly version?: number;
  readonly diagnostics: readonly Diagnostic[];
}

/** An editor for tests, over a real process and its streams. */
export class Client {
  readonly connection: ProtocolConnection;
  readonly #process: ChildProcessWithoutNullStreams;
  readonly #published: Published[] = [];
  readonly #waiting: ((published: Published) => void)[] = [];

  constructor() {
    this.#process = spawn(process.execPath, ['--conditions=@assess/source', server, '--stdio']);
    this.connection = createProtocolConnection(
      new StreamMessageReader(this.#process.stdout),
      new StreamMessageWriter(this.#process.stdin),
    );
    this.connection.onNotification(PublishDiagnosticsNotification.type, (published) => {
      const next = this.#waiting.shift();
      if (next === undefined) this.#published.push(published);
      else next(published);
    });
    this.connection.listen();
  }

  async initialize(more: Partial<InitializeParams> = {}): Promise<InitializeResult> {
    const result = await this.connection.sendRequest(InitializeRequest.type, {
      processId: process.pid,
      rootUri: null,
      capabilities: {},
      ...more,
    });
    await this.connection.sendNotification(InitializedNotification.type, {});
    return result;
  }

  open(uri: string, text: string): Promise<void> {
    const textDocument = { uri, languageId: 'assess', version: 1, text };
    return this.connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument });
  }

  change(uri: string, version: number, ...contentChanges: TextDocumentContentChangeEvent[]): Promise<void> {
    const textDocument = { uri, version };
    return this.connection.sendNotification(DidChangeTextDocumentNotification.type, { textDocument, contentChanges });
  }

  close(uri: string): Promise<void> {
    return this.connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri } });
  }

  /** The next findings that the server publishes. */
  published(): Promise<Published> {
    const first = this.#published.shift();
    return first === undefined ? new Promise((resolve) => this.#waiting.push(resolve)) : Promise.resolve(first);
  }

  /** Shuts the server down and resolves to its exit code. */
  async end(): Promise<number | null> {
    const ended = this.ended();
    await this.connection.sendRequest(ShutdownRequest.type);
    await this.connection.sendNotification(ExitNotification.type);
    return ended;
  }

  /** Goes away without a word. */
  leave(): Promise<number | null> {
    const ended = this.ended();
    this.#process.stdin.end();
    return ended;
  }

  ended(): Promise<number | null> {
    return new Promise((resolve) => this.#process.once('exit', resolve));
  }
}
