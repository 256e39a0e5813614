/**
 * Names of subjects and issuers (TRUST-49; RFC 5280 4.1.2.4). Any name of a listed certificate can be shown: a text of a form that cannot be
 * read has one that fits nothing.
 */
import { derOid, derSequence, type Der } from '../bytes/der';
import { toHex } from '../bytes/hex';
import { utf8 } from '../bytes/arrays';
import { wrongFormat } from '../format-error';

export interface NameAttribute {
  /** Empty for a part with several values. */
  readonly oid: string;
  readonly value: string;
}

const RULE = 'TRUST-49';

/** @throws FormatError if it is not a sequence of sets, none empty, of a type and one value each */
export function nameAttributes(name: Der): NameAttribute[] {
  return derSequence(name.content, RULE).map((rdn) => {
    const values = rdn.tag === 0x31 ? derSequence(rdn.content, RULE).map(attribute) : [];
    const [first] = values;
    if (first === undefined) throw wrongFormat(RULE, 'a part of a name without a value');
    return values.length > 1 ? { oid: '', value: 'several values' } : first;
  });
}

function attribute(pair: Der): NameAttribute {
  const [type, value, ...more] = derSequence(pair.content, RULE);
  if (pair.tag !== 0x30 || type?.tag !== 0x06 || value === undefined || more.length > 0)
    throw wrongFormat(RULE, 'a part of a name that is none');
  return { oid: derOid(type.content, RULE), value: text(value) };
}

function text({ tag, content }: Der): string {
  const read = () => {
    if (tag === 0x0c) return utf8(content);
    if (tag === 0x1e) return wide(content);
    return [0x13, 0x14, 0x16].includes(tag) ? Array.from(content, (b) => String.fromCharCode(b)).join('') : undefined;
  };
  return read() ?? `#${toHex(content)}`;
}

function wide(content: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-16be', { fatal: true, ignoreBOM: true }).decode(content);
  } catch {
    return undefined;
  }
}
