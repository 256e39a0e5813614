/** Serves the built page as an issuer would: under /verify/, with its deployment.json, and a snapshot that the test chooses. */
import { createServer, type Server } from 'node:http';
import { readFileSync } from 'node:fs';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { HoldersAuthority } from './authority';

const DIST = fileURLToPath(new URL('../../dist', import.meta.url));
/** As docs/deploy.md says to send it: so it holds in workers too. */
const POLICY =
  /^Content-Security-Policy: (.+)$/m.exec(
    readFileSync(fileURLToPath(new URL('../../../docs/deploy.md', import.meta.url)), 'utf8'),
  )?.[1] ?? '';
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.wasm': 'application/wasm',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webmanifest': 'application/manifest+json',
};

export class PageServer {
  snapshot: Uint8Array | undefined;
  /** What answers holders' devices, if anything does. */
  holders: HoldersAuthority | undefined;
  /** Every path asked for, in order. */
  readonly asked: string[] = [];
  readonly deployment: object;
  private readonly server: Server;

  constructor(deployment: object) {
    this.deployment = deployment;
    this.server = createServer((request, response) => {
      const path = new URL(request.url ?? '/', 'http://localhost').pathname;
      this.asked.push(request.url ?? '');
      if (path.startsWith('/device/') && this.holders !== undefined) {
        this.holders.answer(path, request, response);
        return;
      }
      const [status, type, body] = this.answer(path);
      const headers = { 'Content-Type': type, 'Cache-Control': 'no-cache', 'Content-Security-Policy': POLICY };
      response.writeHead(status, headers).end(body);
    });
  }

  /**
   * What was asked for since `asked` had so many entries, but for the service worker's own script: a second after a worker was started
   * from the scope, and whenever it likes, the browser itself looks whether there is a newer one. It sends nothing with that.
   */
  askedSince(before: number): string[] {
    return this.asked.slice(before).filter((path) => path !== '/verify/sw.js');
  }

  async start(port = 0): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(port, '127.0.0.1', resolve));
    const address = this.server.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    return `http://localhost:${address.port}/verify/`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private answer(path: string): [number, string, Uint8Array | string] {
    if (path === '/trust/snapshot') {
      return this.snapshot === undefined ? [404, 'text/plain', ''] : [200, 'application/zip', this.snapshot];
    }
    if (path === '/verify/deployment.json') return [200, 'application/json', JSON.stringify(this.deployment)];
    const name = path === '/verify/' ? 'index.html' : normalize(path.replace('/verify/', ''));
    try {
      return [200, TYPES[extname(name)] ?? 'application/octet-stream', readFileSync(join(DIST, name))];
    } catch {
      return [404, 'text/plain', ''];
    }
  }
}
