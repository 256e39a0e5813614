/** The real command, as a script calls it. */
import { execFile } from 'node:child_process';
import { COMMAND, java } from './parts';

const SECONDS = 90;

export interface Run {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** What a script reads of a verdict's JSON. */
export interface Line {
  readonly input: string;
  readonly format: string;
  readonly outcome: string;
  readonly reason: string | null;
  readonly authentic: string;
  readonly holder: string;
  readonly document: Readonly<Record<string, unknown>>;
  readonly trust: { readonly root: string | null; readonly listSequence: number | null };
}

export class Command {
  private readonly store: string;

  /** @param store folder of the lists; made by the first `sync` */
  constructor(store: string) {
    this.store = store;
  }

  sync(...words: string[]): Promise<Run> {
    return run('sync', '--store', this.store, ...words);
  }

  status(): Promise<Run> {
    return run('status', '--store', this.store);
  }

  async verify(...words: string[]): Promise<Run & { lines: readonly Line[] }> {
    const result = await run('verify', '--json', '--store', this.store, ...words);
    const lines = result.out
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Line);
    return { ...result, lines };
  }
}

function run(...words: string[]): Promise<Run> {
  const flags = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-Djava.awt.headless=true', '-Dfile.encoding=UTF-8'];
  return new Promise((resolve, reject) => {
    const options = { timeout: SECONDS * 1000, maxBuffer: 16 << 20, encoding: 'utf8' as const };
    const child = execFile(java, [...flags, '-jar', COMMAND, ...words], options, (_, out, err) => {
      if (child.exitCode === null) reject(new Error(`the command did not end in ${SECONDS} s: ${words.join(' ')}`));
      else resolve({ code: child.exitCode, out, err });
    });
  });
}
