/** The content security policy that the page carries, and the one that docs/deploy.md says to send. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const read = (name: string) => readFileSync(new URL(`../${name}`, import.meta.url), 'utf8');
const carried = /Content-Security-Policy"\s+content="([^"]+)"/.exec(read('index.html'))?.[1] ?? '';

test('nothing is allowed but what the page needs', () => {
  expect(carried.split('; ')).toEqual([
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self'",
    "img-src 'self' blob:",
    "media-src 'self' blob:",
    "connect-src 'self'",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types stayseal',
  ]);
});

test('the header of docs/deploy.md is the same, and lets nobody frame the page', () => {
  const header = /^Content-Security-Policy: (.+)$/m.exec(read('../docs/deploy.md'))?.[1];
  expect(header).toBe(carried.replace('; require-', "; frame-ancestors 'none'; require-"));
});
