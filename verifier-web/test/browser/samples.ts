/** The repository's samples, as the page is given them: files, lists, and the morning for which the lists were made. */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { ready } from './chromium';
import { PageServer } from './server';

const file = (name: string) => fileURLToPath(new URL(`../../../samples/${name}`, import.meta.url));

export const read = (name: string): string => readFileSync(file(name), 'utf8');

/** A server whose page believes the samples' root. */
export function samplesServer(): PageServer {
  const server = new PageServer({
    root: JSON.parse(read('root.json')) as object,
    rootFingerprint: read('root.txt').trim(),
    snapshotUrl: '../trust/snapshot',
    authority: 'Migration Office of Utopia',
    environment: 'demo',
  });
  server.snapshot = new Uint8Array(readFileSync(file('snapshot.zip')));
  return server;
}

/** Opens the page on 22 November 2026. */
export async function thatMorning(page: Page, address: string): Promise<void> {
  await page.clock.setFixedTime('2026-11-22T12:00:00Z');
  await ready(page, address);
}

/** Gives the page one of the samples as a file. */
export async function give(page: Page, name: string): Promise<void> {
  const mimeType = name.endsWith('.pdf') ? 'application/pdf' : 'image/png';
  await page.setInputFiles('#file', { name: basename(name), mimeType, buffer: readFileSync(file(name)) });
}
