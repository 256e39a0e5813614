/** The two things that the holder's page asks of the authority that serves it: to bind this device, and then its codes. All else works offline. */
import { toBase64Url } from '../engine/bytes/base64';
import { PURPOSES } from '../engine/trust/extensions';
import { pointOf, type PurposeMap } from './vault';

/** Why not: the rule that the authority names, `OFFLINE`, or `FAILED`. */
export class NotBound extends Error {
  readonly rule: string;
  /** How many numbers may still be tried, if the authority says so. */
  readonly left: number | undefined;

  constructor(rule: string, left?: number) {
    super(rule);
    this.rule = rule;
    this.left = left;
  }
}

/** @returns what the codes are collected with */
export async function bind(token: string, letterNumber: string, pairs: PurposeMap<CryptoKeyPair>): Promise<string> {
  const body: Record<string, string> = { token, letterNumber };
  for (const purpose of PURPOSES) {
    const name = `key${purpose.charAt(0).toUpperCase()}${purpose.slice(1)}`;
    body[name] = toBase64Url(await pointOf(pairs[purpose]));
  }
  const { collection } = (await ask('binding', body)) as { collection?: unknown };
  if (typeof collection !== 'string') throw new NotBound('FAILED');
  return collection;
}

/** @returns the text of each code, or nothing while they are being made */
export async function collect(collection: string): Promise<PurposeMap<string> | undefined> {
  const { codes } = (await ask('collection', { collection })) as { codes?: Record<string, unknown> };
  if (codes === undefined) return undefined;
  if (!PURPOSES.every((purpose) => typeof codes[purpose] === 'string')) throw new NotBound('FAILED');
  return codes as unknown as PurposeMap<string>;
}

async function ask(what: string, body: object): Promise<unknown> {
  let answer: Response;
  try {
    answer = await fetch(new URL(`../device/${what}`, document.baseURI), {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
      credentials: 'omit',
      cache: 'no-store',
    });
  } catch {
    throw new NotBound('OFFLINE');
  }
  const content = (await answer.json().catch(() => ({}))) as { rule?: unknown; detail?: unknown };
  if (answer.ok) return content;
  const left = /Tries left: ([0-9])/.exec(String(content.detail));
  throw new NotBound(
    typeof content.rule === 'string' ? content.rule : 'FAILED',
    left === null ? undefined : Number(left[1]),
  );
}
