/** Stands in for the issuer's two answers to a holder's device (the issuer's own are tested with its database, and both together in the journey). */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { boundTo } from '../utopia/bound';
import type { Utopia } from '../utopia/utopia';

export const TOKEN = 'AbCdEfGhIjKlMnOpQrStUv';
export const LETTER_NUMBER = '12345678';
const PURPOSES = ['full', 'work', 'bank', 'stay'] as const;

export class HoldersAuthority {
  /** Bodies of every request, in order. */
  readonly asked: Record<string, string>[] = [];
  private left = 5;
  private polls = 0;
  private codes: Record<string, string> = {};
  private readonly utopia: Utopia;
  private readonly code: (utopia: Utopia, purpose: string, point: Uint8Array) => string;

  constructor(utopia: Utopia, code = plain) {
    this.utopia = utopia;
    this.code = code;
  }

  answer(path: string, request: IncomingMessage, response: ServerResponse): void {
    let text = '';
    request.on('data', (part: Buffer) => (text += part.toString()));
    request.on('end', () => {
      const body = JSON.parse(text) as Record<string, string>;
      this.asked.push(body);
      const [status, content] = path === '/device/binding' ? this.bind(body) : this.collect();
      response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(content));
    });
  }

  private bind(body: Record<string, string>): [number, object] {
    if (body['token'] !== TOKEN || this.left <= 0) return [404, { rule: 'no-link' }];
    if (body['letterNumber']?.replace(/\s/g, '') !== LETTER_NUMBER) {
      this.left--;
      return [422, { rule: 'letter-number', detail: `That is not the number. Tries left: ${this.left}.` }];
    }
    for (const purpose of PURPOSES) {
      const name = `key${purpose.charAt(0).toUpperCase()}${purpose.slice(1)}`;
      this.codes[purpose] = this.code(this.utopia, purpose, new Uint8Array(Buffer.from(body[name] ?? '', 'base64url')));
    }
    return [202, { collection: 'x'.repeat(22) }];
  }

  private collect(): [number, object] {
    return this.polls++ === 0 ? [202, {}] : [200, { codes: this.codes }];
  }
}

function plain(utopia: Utopia, purpose: string, point: Uint8Array): string {
  return utopia.codeFor(purpose, boundTo(point));
}
