/** WebKitGTK's MiniBrowser, steered by WebDriver over HTTP, on a screen of its own. */
import { end, freePort, start, until, type Remote } from './remote';

const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';

export async function webkit(driver: string, miniBrowser: string, screen: string): Promise<Remote> {
  const display = `:${(await freePort()) % 50_000}`;
  const shown = start(screen, [display, '-screen', '0', '1280x1024x24', '-nolisten', 'tcp']);
  const port = await freePort();
  const driving = start(driver, [`--port=${port}`, '--host=127.0.0.1'], { DISPLAY: display, GDK_BACKEND: 'x11' });
  const ask = async (method: string, path: string, body?: object): Promise<unknown> => {
    const response = await fetch(`http://127.0.0.1:${port}/${path}`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }),
    });
    const { value } = (await response.json()) as { value: unknown };
    if (!response.ok) throw new Error(`${path}: ${JSON.stringify(value)}`);
    return value;
  };
  await until(() => ask('GET', 'status'));
  const options = { binary: miniBrowser, args: ['--automation'] };
  const wanted = { capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': options } } };
  const { sessionId } = (await until(() => ask('POST', 'session', wanted))) as { sessionId: string };
  const session = `session/${sessionId}`;
  await ask('POST', `${session}/timeouts`, { script: 60_000, pageLoad: 60_000 });
  return {
    open: async (url) => {
      await ask('POST', `${session}/url`, { url });
    },
    run: async (body) => {
      const script = `const done = arguments[0];
        (async () => {${body}})().then((v) => done({ said: v ?? null }), (e) => done({ failed: String(e) }));`;
      const { said, failed } = (await ask('POST', `${session}/execute/async`, { script, args: [] })) as {
        said?: unknown;
        failed?: string;
      };
      if (failed !== undefined) throw new Error(failed);
      return said;
    },
    choose: async (selector, path) => {
      const found = await ask('POST', `${session}/element`, { using: 'css selector', value: selector });
      const id = (found as Record<string, string>)[ELEMENT];
      await ask('POST', `${session}/element/${id}/value`, { text: path });
    },
    close: async () => {
      await ask('DELETE', session).catch(() => undefined);
      await end(driving);
      await end(shown);
    },
  };
}
