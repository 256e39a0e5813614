/** Firefox, steered by WebDriver BiDi, which it speaks itself. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { end, freePort, start, until, type Remote } from './remote';

type Answer = { id: number; result?: Record<string, unknown>; error?: string; message?: string };

export async function firefox(program: string): Promise<Remote> {
  const port = await freePort();
  const profile = mkdtempSync(join(tmpdir(), 'stayseal-firefox-'));
  const browser = start(program, [
    '--headless',
    '--no-remote',
    '--profile',
    profile,
    `--remote-debugging-port=${port}`,
  ]);
  const socket = await until(() => connected(`ws://127.0.0.1:${port}/session`));
  const waiting = new Map<number, (answer: Answer) => void>();
  socket.onmessage = ({ data }) => {
    const answer = JSON.parse(String(data)) as Answer;
    waiting.get(answer.id)?.(answer);
  };
  let last = 0;
  const ask = async (method: string, params: object): Promise<Record<string, unknown>> => {
    const id = ++last;
    const answer = await new Promise<Answer>((resolve) => {
      waiting.set(id, resolve);
      socket.send(JSON.stringify({ id, method, params }));
    });
    if (answer.result === undefined) throw new Error(`${method}: ${answer.error} ${answer.message}`);
    return answer.result;
  };
  await ask('session.new', { capabilities: {} });
  const tree = (await ask('browsingContext.getTree', {})) as { contexts: [{ context: string }] };
  const context = tree.contexts[0].context;
  const evaluate = (expression: string) =>
    ask('script.evaluate', { expression, awaitPromise: true, target: { context } }) as Promise<{
      type: string;
      result: { value?: string; sharedId?: string };
      exceptionDetails?: { text: string };
    }>;
  return {
    open: async (url) => {
      await ask('browsingContext.navigate', { context, url, wait: 'complete' });
    },
    run: async (body) => {
      const said = await evaluate(`(async () => JSON.stringify((await (async () => {${body}})()) ?? null))()`);
      if (said.type !== 'success') throw new Error(said.exceptionDetails?.text);
      return JSON.parse(said.result.value ?? 'null') as unknown;
    },
    choose: async (selector, path) => {
      const { result } = await evaluate(`document.querySelector(${JSON.stringify(selector)})`);
      await ask('input.setFiles', { context, element: { sharedId: result.sharedId }, files: [path] });
    },
    close: async () => {
      socket.close();
      await end(browser);
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

function connected(url: string): Promise<WebSocket> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(url);
    socket.onopen = () => resolve(socket);
    socket.onerror = () => reject(new Error(`no answer at ${url}`));
  });
}
