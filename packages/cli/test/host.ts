import { PassThrough, Readable } from 'node:stream';
import { main } from '../src/main.ts';

/** What a run of `assess` left behind. */
export interface Ended {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `assess` within this process, in Chinese where the arguments do not say otherwise. */
export async function assess(
  given: readonly string[],
  { stdin = '', env = {} }: { readonly stdin?: string | Buffer; readonly env?: NodeJS.ProcessEnv } = {},
): Promise<Ended> {
  const stdout = new PassThrough();
  const stderr = new PassThrough();
  const texts = Promise.all([collect(stdout), collect(stderr)]);
  const exitCode = await main(given, { stdin: Readable.from([Buffer.from(stdin)]), stdout, stderr, env });
  stdout.end();
  stderr.end();
  const [out, error] = await texts;
  return { exitCode, stdout: out, stderr: error };
}

async function collect(stream: PassThrough): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
