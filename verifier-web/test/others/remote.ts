/** What the tests ask of a browser that is no Chromium, however it is steered. */
import { spawn, type ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';

export interface Remote {
  open(url: string): Promise<void>;
  /** @param body of an async function in the page; what it returns must be JSON */
  run(body: string): Promise<unknown>;
  /** Chooses a file in the input of this selector, as a person would. */
  choose(selector: string, path: string): Promise<void>;
  close(): Promise<void>;
}

export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(address !== null && typeof address === 'object' ? address.port : 0));
    });
  });
}

export function start(program: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): ChildProcess {
  return spawn(program, args, { stdio: 'ignore', env: { ...process.env, ...env } });
}

export async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill();
  await gone;
}

/** Tries until it works, for half a minute. */
export async function until<T>(attempt: () => Promise<T>): Promise<T> {
  const last = Date.now() + 30_000;
  for (;;) {
    try {
      return await attempt();
    } catch (e) {
      if (Date.now() > last) throw e;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
}
