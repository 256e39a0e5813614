/** The officers' work, through the interface for programs. */
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Issuer } from './issuer';
import { until } from './parts';

export const CLERK = 'anna';
export const APPROVER = 'boris';
export const CARRIERS = ['permit.pdf', 'seal.png', ...['full', 'work', 'bank', 'stay'].flatMap(both)] as const;

function both(purpose: string): string[] {
  return [`${purpose}.png`, `${purpose}.txt`];
}

export interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: Readonly<Record<string, unknown>>;
}

export class Office {
  private readonly issuer: Issuer;
  private readonly passwords: ReadonlyMap<string, string>;

  /** Reads the passwords of the first start, which only the owner of the file may. */
  constructor(issuer: Issuer) {
    this.issuer = issuer;
    const file = join(issuer.data, 'officers.txt');
    if ((statSync(file).mode & 0o077) !== 0) throw new Error('officers.txt can be read by others');
    const lines = readFileSync(file, 'utf8').trim().split('\n');
    this.passwords = new Map(lines.map((line) => line.split(' ') as [string, string]));
  }

  post(officer: string | undefined, path: string, body?: object): Promise<Answer> {
    return this.ask(officer, 'POST', path, body);
  }

  async permit(number: string): Promise<Answer['body']> {
    return (await this.ask(CLERK, 'GET', `/api/v1/permits/${number}`)).body;
  }

  /** Waits until the permit may be handed over. */
  async released(number: string): Promise<Answer['body']> {
    return until(`permit ${number} to be released`, 60, async () => {
      const permit = await this.permit(number);
      if (permit['stage'] === 'REFUSED') throw new Error(`refused: ${String(permit['refusedBecause'])}`);
      return permit['stage'] === 'RELEASED' ? permit : undefined;
    });
  }

  async carrier(number: string, name: string): Promise<Buffer> {
    const answer = await this.fetch(CLERK, 'GET', `/api/v1/permits/${number}/carriers/${name}`);
    if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
    return Buffer.from(await answer.arrayBuffer());
  }

  /** All carriers by name. */
  async carriers(number: string): Promise<ReadonlyMap<string, Buffer>> {
    const all = new Map<string, Buffer>();
    for (const name of CARRIERS) all.set(name, await this.carrier(number, name));
    return all;
  }

  private async ask(officer: string | undefined, method: string, path: string, body?: object): Promise<Answer> {
    const answer = await this.fetch(officer, method, path, body);
    return {
      status: answer.status,
      type: (answer.headers.get('Content-Type') ?? '').split(';')[0] ?? '',
      body: (await answer.json()) as Answer['body'],
    };
  }

  private fetch(officer: string | undefined, method: string, path: string, body?: object): Promise<Response> {
    const headers: Record<string, string> = {};
    if (officer !== undefined) {
      headers['Authorization'] = `Basic ${btoa(`${officer}:${this.passwords.get(officer) ?? ''}`)}`;
    }
    if (body !== undefined) headers['Content-Type'] = 'application/json';
    return fetch(`${this.issuer.address}${path}`, {
      method,
      headers,
      signal: AbortSignal.timeout(30_000),
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  }
}
