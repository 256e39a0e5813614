/** What an authority tells its verifiers of incidents (TRUST-235): shown, and judged by nobody. */
import { limits } from '../registry';
import type { Json } from './json';
import { array, localTexts, object, text, texts, time, type LocalText } from './members';
import { corrupt } from './refusal';

export const SEVERITIES = ['notice', 'warning', 'critical'] as const;
export type Severity = (typeof SEVERITIES)[number];

export interface Bulletin {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly published: number;
  /** With this moment it is not shown any more. */
  readonly until: number;
  readonly severity: Severity;
  readonly text: readonly LocalText[];
  /** SHA-256 of the certificates that it is about; none: about the list as a whole. */
  readonly services: readonly string[];
}

/** Those that this version shows. */
export function readBulletins(value: Json | undefined, listIssued: number): Bulletin[] {
  const ids = new Set<string>();
  const bulletins: Bulletin[] = [];
  for (const entry of value === undefined ? [] : array(value, 0, limits.maxBulletins, RULE)) {
    const members = object(entry, RULE);
    const id = text(members.get('id'), RULE);
    const [published, until] = [time(members.get('published')), time(members.get('until'))];
    const severity = text(members.get('severity'), RULE);
    const words = localTexts(members.get('text'));
    const services = texts(members.get('services'), 0, 1000, RULE);
    const good =
      /^[A-Z0-9-]{3,64}$/.test(id) &&
      !ids.has(id) &&
      published <= listIssued &&
      until > published &&
      services.every((s) => /^[0-9a-f]{64}$/.test(s));
    if (!good) throw corrupt(RULE, 'a bulletin of another form, from after the list, or one id twice');
    ids.add(id);
    if (!isSeverity(severity)) continue;
    bulletins.push({ id, published, until, severity, text: words, services });
  }
  return bulletins;
}

const RULE = 'TRUST-235';

function isSeverity(word: string): word is Severity {
  return (SEVERITIES as readonly string[]).includes(word);
}

export function isCurrent(bulletin: Bulletin, at: number): boolean {
  return at >= bulletin.published && at < bulletin.until;
}
