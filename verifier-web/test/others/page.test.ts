/** The page in Firefox and in WebKitGTK: a picture, a paste, a brainpool seal, and lists that are still there without a network. */
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { barcodePng } from '../browser/codes';
import { PageServer } from '../browser/server';
import { brainpoolKey } from '../utopia/keys';
import { Utopia } from '../utopia/utopia';
import { firefox } from './firefox';
import type { Remote } from './remote';
import { webkit } from './webkit';

const FIREFOX = '/usr/bin/firefox-esr';
const DRIVER = '/usr/bin/WebKitWebDriver';
const SCREEN = '/usr/bin/Xvfb';
const MINI = ['4.1', '4.0', '6.0'].map((v) => `/usr/lib/x86_64-linux-gnu/webkit2gtk-${v}/MiniBrowser`).find(existsSync);

const BROWSERS: readonly [string, boolean, () => Promise<Remote>][] = [
  ['Firefox (package firefox-esr)', existsSync(FIREFOX), () => firefox(FIREFOX)],
  [
    'WebKitGTK (packages webkit2gtk-driver and xvfb)',
    MINI !== undefined && existsSync(DRIVER) && existsSync(SCREEN),
    () => webkit(DRIVER, MINI ?? '', SCREEN),
  ],
];

const utopia = new Utopia(undefined, undefined, brainpoolKey());
const folder = mkdtempSync(join(tmpdir(), 'stayseal-others-'));

async function picture(name: string, content: string | Uint8Array, format: 'QRCode' | 'DataMatrix'): Promise<string> {
  const path = join(folder, name);
  writeFileSync(path, await barcodePng(content, { format }));
  return path;
}

for (const [name, there, launch] of BROWSERS) {
  if (!there) process.stderr.write(`NOT RUN: ${name} is not installed\n`);
  describe.skipIf(!there)(name, () => {
    const now = Date.now();
    const server = new PageServer({ rootFingerprint: utopia.fingerprint({ now }), environment: 'demo' });
    let remote: Remote;
    let address: string;

    const ready = () => remote.run(waiting('html[data-ready]'));
    const answer = () =>
      remote.run(`${waiting('article.answer')}
        const { outcome, reason } = document.querySelector('article.answer').dataset;
        document.querySelector('#again').click();
        return { outcome, reason: reason ?? null };`);
    const paste = (code: string) =>
      remote.run(`document.querySelector('details').open = true;
        document.querySelector('#pasted').value = ${JSON.stringify(code)};
        document.querySelector('#go').click();`);

    beforeAll(async () => {
      server.snapshot = utopia.snapshot({ now, statuses: { 8: 1 } });
      address = await server.start();
      remote = await launch();
      await remote.open(address);
      await ready();
    });
    afterAll(async () => {
      await remote.close();
      await server.stop();
    });

    test('a picture and a paste are judged', async () => {
      await remote.choose('#file', await picture('valid.png', utopia.code(7), 'QRCode'));
      expect(await answer()).toMatchObject({ outcome: 'VALID' });
      await remote.choose('#file', await picture('revoked.png', utopia.code(8), 'QRCode'));
      expect(await answer()).toMatchObject({ outcome: 'INVALID', reason: 'REVOKED' });
      await paste(utopia.code(7));
      expect(await answer()).toMatchObject({ outcome: 'VALID' });
      await paste(utopia.code(8));
      expect(await answer()).toMatchObject({ outcome: 'INVALID', reason: 'REVOKED' });
    });

    test('a seal of a brainpool key is judged', async () => {
      const seal = utopia.seal();
      await remote.choose('#file', await picture('seal.png', seal, 'DataMatrix'));
      expect(await answer()).toMatchObject({ outcome: 'VALID' });
      const changed = seal.with(-1, (seal.at(-1) ?? 0) ^ 1);
      await remote.choose('#file', await picture('changed.png', changed, 'DataMatrix'));
      expect(await answer()).toMatchObject({ outcome: 'INVALID', reason: 'INVALID_SIGNATURE' });
    });

    test('the lists are still there after a reload that brings none', async () => {
      server.snapshot = undefined;
      await remote.open(address);
      await ready();
      await paste(utopia.code(8));
      expect(await answer()).toMatchObject({ outcome: 'INVALID', reason: 'REVOKED' });
      await paste(utopia.code(7));
      expect(await answer()).toMatchObject({ outcome: 'VALID' });
    });
  });
}

/** Script that waits in the page until there is such an element. */
function waiting(selector: string): string {
  return `for (let i = 0; document.querySelector('${selector}') === null; i++) {
      if (i > 400) throw new Error('no ${selector}: ' + document.body.innerText.slice(0, 300));
      await new Promise((resolve) => setTimeout(resolve, 50));
    }`;
}
