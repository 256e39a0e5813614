/** The build: its sums are those of its files, and the same sources give the same bytes in another folder. */
import { execFileSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { SUMS, sumsOf } from '../../sums.plugin';

const PAGE = fileURLToPath(new URL('../..', import.meta.url));
const MADE_HERE = ['node_modules', 'dist', 'test'];
const folder = mkdtempSync(join(tmpdir(), 'stayseal-build-'));
const copy = join(folder, 'another name', 'verifier-web');

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function built(): string {
  // As npm run build sets it, and otherwise as it may be elsewhere.
  const env = { PATH: process.env['PATH'], NODE_ENV: 'production', TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8' };
  const vite = [join(PAGE, 'node_modules/vite/bin/vite.js'), 'build'];
  execFileSync(process.execPath, vite, { cwd: copy, env, stdio: 'pipe' });
  return readFileSync(join(copy, 'dist', SUMS), 'utf8');
}

test('its sums are those of its files', () => {
  const sums = readFileSync(join(PAGE, 'dist', SUMS), 'utf8');
  expect(sums).toBe(sumsOf(join(PAGE, 'dist')));
  for (const name of ['index.html', 'holder.html', 'sw.js', 'manifest.webmanifest'])
    expect(sums).toContain(`  ${name}\n`);
});

test('is the same in another folder, and another where one word is', () => {
  cpSync(PAGE, copy, { recursive: true, filter: (from) => !MADE_HERE.includes(basename(from)) });
  mkdirSync(join(folder, 'another name', 'spec'));
  cpSync(join(PAGE, '../spec/registry'), join(folder, 'another name', 'spec', 'registry'), { recursive: true });
  symlinkSync(join(PAGE, 'node_modules'), join(copy, 'node_modules'));
  const sums = built();
  expect(sums).toBe(readFileSync(join(PAGE, 'dist', SUMS), 'utf8'));
  appendFileSync(join(copy, 'src/page/style.css'), '\n.another {\n  color: red;\n}\n');
  expect(built()).not.toBe(sums);
});
