/** An issuer of its own, on a free port and an empty folder: started, killed, started again. */
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, openSync, closeSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { ISSUER, java, PAGE, until } from './parts';

/** A quiet machine needs fifteen. */
const START_SECONDS = 200;
const STOP_SECONDS = 30;

export class Issuer {
  readonly address: string;
  private readonly folder: string;
  private readonly port: number;
  private readonly settings: readonly string[];
  private running: ChildProcess | undefined;

  private constructor(folder: string, port: number, settings: readonly string[]) {
    this.folder = folder;
    this.port = port;
    this.settings = settings;
    // By number: a machine without /etc/hosts knows no localhost.
    this.address = `http://127.0.0.1:${port}`;
  }

  /** @param folder empty; gets the data and the log */
  static async in(folder: string, ...settings: string[]): Promise<Issuer> {
    return new Issuer(folder, await freePort(), settings);
  }

  get data(): string {
    return join(this.folder, 'data');
  }

  /** Starts it and waits until it says that it is healthy and ready; answers the root's fingerprint that it prints. */
  async start(): Promise<string> {
    const log = openSync(this.log, 'w');
    const started = spawn(
      java,
      [
        '-XX:TieredStopAtLevel=1',
        '-XX:+UseSerialGC',
        '-Djava.awt.headless=true',
        '-Dfile.encoding=UTF-8',
        '-jar',
        ISSUER,
        `--server.port=${this.port}`,
        '--server.address=127.0.0.1',
        `--stayseal.data=${this.data}`,
        `--stayseal.verifier-page=${PAGE}`,
        ...this.settings,
      ],
      { stdio: ['ignore', log, log], cwd: this.folder },
    );
    closeSync(log);
    this.running = started;
    try {
      return await until(`the issuer in ${this.folder} to be ready`, START_SECONDS, async () => {
        if (started.exitCode !== null) throw new Error(`the issuer ended with ${started.exitCode}`);
        const root = /^ {2}Root +([0-9a-f]{64})$/m.exec(readFileSync(this.log, 'utf8'))?.[1];
        return root !== undefined && (await this.health()) === 'UP' ? root : undefined;
      });
    } catch (e) {
      throw new Error(`${e instanceof Error ? e.message : String(e)}; the end of its log:\n${this.tail()}`);
    }
  }

  async health(): Promise<string | undefined> {
    try {
      const answer = await fetch(`${this.address}/actuator/health`, { signal: AbortSignal.timeout(5000) });
      return ((await answer.json()) as { status?: string }).status;
    } catch {
      return undefined;
    }
  }

  async snapshot(): Promise<Uint8Array> {
    const answer = await fetch(`${this.address}/trust/snapshot`, { signal: AbortSignal.timeout(10_000) });
    if (!answer.ok) throw new Error(`/trust/snapshot: ${answer.status}`);
    return new Uint8Array(await answer.arrayBuffer());
  }

  /** Ends the issuer as a power cut would; its database is left to itself. */
  async kill(): Promise<void> {
    await this.end('SIGKILL');
  }

  /** Asks it to stop, as an operator does. */
  async stop(): Promise<void> {
    await this.end('SIGTERM');
  }

  /** The process of the embedded database, if it is alive. */
  database(): number | undefined {
    const file = join(this.data, 'postgres/cluster/postmaster.pid');
    if (!existsSync(file)) return undefined;
    const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
    try {
      // The number may be another program's by now: ours has our folder on its command line.
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(this.data) ? pid : undefined;
    } catch {
      return undefined;
    }
  }

  /** Leaves nothing running, whatever state it is in. */
  async clean(): Promise<void> {
    await this.stop().catch(() => this.kill());
    const database = this.database();
    if (database === undefined) return;
    process.kill(database, 'SIGINT');
    await until('the database to stop', STOP_SECONDS, () => (this.database() === undefined ? true : undefined));
  }

  /** For the way out of a test run that is cut short: at once, without waiting. */
  abandon(): void {
    this.running?.kill('SIGKILL');
    const database = this.database();
    if (database !== undefined) process.kill(database, 'SIGQUIT');
  }

  private get log(): string {
    return join(this.folder, 'issuer.log');
  }

  tail(): string {
    return existsSync(this.log) ? readFileSync(this.log, 'utf8').split('\n').slice(-25).join('\n') : '(none)';
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    const process = this.running;
    if (process === undefined) return;
    process.kill(signal);
    await until(`the issuer to end after ${signal}`, STOP_SECONDS, () =>
      process.exitCode !== null || process.signalCode !== null ? true : undefined,
    );
    this.running = undefined;
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
