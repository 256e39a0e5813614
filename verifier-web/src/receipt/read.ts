/** Reads a receipt to the letter of 70-receipt. That it was read proves nothing. */
import { ascii, equal } from '../engine/bytes/arrays';
import { fromBase64 } from '../engine/bytes/base64';
import { toHex } from '../engine/bytes/hex';
import { unsupported, wrongFormat } from '../engine/format-error';
import { readStrictly, type Json } from '../engine/json/reader';
import { limits } from '../engine/registry';
import { digest } from '../engine/signing/signature';
import { canonical, type Plain } from './canonical';
import { Members } from './members';
import { isText, isToBeKept, type Embedded, type ListsThen, type ListThen, type Receipt } from './receipt';

const PURPOSES = ['full', 'work', 'bank', 'stay'] as const;
const FORMATS = ['vds', 'credential', 'idb', 'vds-nc', 'continuation', 'unknown'] as const;
const ANSWERS = ['PASSED', 'FAILED', 'INDETERMINATE'] as const;
const HOLDERS = ['LIVE', 'MATCHED', 'COMPARE', 'MISMATCH'] as const;
const RESULTS = [...ANSWERS, 'NOT_ASKED', ...HOLDERS] as const;
const OUTCOMES = ['VALID', 'INVALID', 'INDETERMINATE'] as const;
const QUESTIONS = ['authentic', 'right', 'holder'] as const;
const SHA_256 = /^[0-9a-f]{64}$/;
const REASON = /^[A-Z0-9_]{1,64}$/;

/** @throws FormatError for anything but one receipt */
export async function readReceipt(file: Uint8Array): Promise<Receipt> {
  const members = new Members(canonicalObject(file), 'RCPT-2');
  members.within('RCPT-2', ['record', 'sha256'], ['timeStamp']);
  const record = members.object('record', 'RCPT-2');
  const hash = members.text('sha256', SHA_256, 'RCPT-3');
  if (record.text('type', /^/, 'RCPT-4') !== 'stayseal-receipt') throw wrongFormat('RCPT-4', 'of another type');
  if (record.number('version', 0, 'RCPT-4') !== 1) throw unsupported('RCPT-4', 'a receipt of another version');
  if (hash !== (await sha256(ascii(canonical(plain(record.value)))))) {
    throw wrongFormat('RCPT-3', 'the hash is not that of the record');
  }
  const timeStamp = members.has('timeStamp') ? token(members.object('timeStamp', 'RCPT-16')) : undefined;
  return { ...(await readRecord(record)), ...(timeStamp === undefined ? {} : { timeStamp }) };
}

/** RCPT-1 */
function canonicalObject(file: Uint8Array): Json {
  const fault = (message: string) => wrongFormat('RCPT-1', message);
  if (file.length > limits.maxReceiptBytes) throw fault('too long');
  const value = readStrictly(file, { maxDepth: 8, number: integer, fault });
  if (!(value instanceof Map)) throw fault('no object');
  const end = file.at(-1) === 0x0a ? file.length - 1 : file.length;
  if (!equal(ascii(canonical(plain(value))), file.subarray(0, end))) throw fault('not in the canonical form');
  return value;
}

function integer(token: string): number | undefined {
  const value = Number(token);
  return /^[0-9]+$/.test(token) && Number.isSafeInteger(value) ? value : undefined;
}

function plain(value: Json): Plain {
  if (value instanceof Map)
    return Object.fromEntries([...value].map(([name, member]) => [name, plain(member as Json)]));
  if (Array.isArray(value)) return (value as readonly Json[]).map(plain);
  return value as null | boolean | number | string;
}

async function readRecord(record: Members): Promise<Receipt> {
  const names = ['type', 'version', 'software', 'checkedAt', 'clock', 'purpose', 'code', 'verdict', 'lists'];
  record.within('RCPT-4', names, ['judgedAt', 'embedded']);
  const software = record.text('software', /^[\x20-\x7e]{1,64}$/, 'RCPT-5');
  const checkedAt = record.time('checkedAt', 'RCPT-6');
  record.oneOf('clock', ['verifier'], 'RCPT-6');
  const judgedAt = record.has('judgedAt') ? { judgedAt: record.time('judgedAt', 'RCPT-6') } : {};
  const purpose = record.isNull('purpose') ? null : record.oneOf('purpose', PURPOSES, 'RCPT-7');
  const code = readCode(record.object('code', 'RCPT-8'));
  const verdict = readVerdict(record.object('verdict', 'RCPT-9'));
  const lists = record.isNull('lists') ? null : readLists(record.object('lists', 'RCPT-11'));
  if (record.has('embedded') !== isToBeKept(purpose, verdict)) {
    throw wrongFormat('RCPT-12', 'a code that is not to be kept, or none where one is');
  }
  const embedded = record.has('embedded')
    ? { embedded: await readEmbedded(record.object('embedded', 'RCPT-12'), code) }
    : {};
  return { software, checkedAt, ...judgedAt, purpose, code, verdict, lists, ...embedded };
}

function readCode(code: Members): Receipt['code'] {
  code.within('RCPT-8', ['format'], ['identity', 'sha256']);
  const format = code.oneOf('format', FORMATS, 'RCPT-8');
  if (code.has('sha256') && !code.has('identity')) throw wrongFormat('RCPT-8', 'a hash of a code without an identity');
  const identity = code.has('identity') ? { identity: code.text('identity', /^[0-9a-f]{32}$/, 'RCPT-8') } : {};
  return { format, ...identity, ...(code.has('sha256') ? { sha256: code.text('sha256', SHA_256, 'RCPT-8') } : {}) };
}

function readVerdict(members: Members): Receipt['verdict'] {
  members.within('RCPT-9', ['outcome', 'reason', 'authentic', 'right', 'holder', 'checks']);
  const checks = members.objects('checks', 32, 'RCPT-9').map((check) => {
    check.within('RCPT-9', ['name', 'question', 'result', 'reason']);
    return {
      name: check.text('name', /^[a-z0-9-]{1,32}$/, 'RCPT-9'),
      question: check.oneOf('question', QUESTIONS, 'RCPT-9'),
      result: check.oneOf('result', RESULTS, 'RCPT-9'),
      reason: readReason(check),
    };
  });
  const verdict = {
    outcome: members.oneOf('outcome', OUTCOMES, 'RCPT-9'),
    reason: readReason(members),
    authentic: members.oneOf('authentic', ANSWERS, 'RCPT-9'),
    right: members.oneOf('right', ANSWERS, 'RCPT-9'),
    holder: members.oneOf('holder', HOLDERS, 'RCPT-9'),
    checks,
  };
  if (!agrees(verdict)) throw wrongFormat('RCPT-10', 'the outcome does not fit the answers');
  return verdict;
}

function readReason(members: Members): string | null {
  return members.isNull('reason') ? null : members.text('reason', REASON, 'RCPT-9');
}

/** RCPT-10 */
function agrees({ outcome, authentic, right, holder }: Receipt['verdict']): boolean {
  const invalid = authentic === 'FAILED' || right === 'FAILED' || holder === 'MISMATCH';
  const passed = authentic === 'PASSED' && right === 'PASSED';
  return invalid === (outcome === 'INVALID') && (passed || outcome !== 'VALID');
}

function readLists(lists: Members): ListsThen {
  const names = ['root', 'country', 'demo', 'sequence', 'madeAt', 'validUntil'];
  lists.within('RCPT-11', names, ['neighbour']);
  const then = {
    root: lists.text('root', SHA_256, 'RCPT-11'),
    demo: lists.flag('demo', 'RCPT-11'),
    ...readList(lists),
  };
  if (!lists.has('neighbour')) return then;
  const neighbour = lists.object('neighbour', 'RCPT-11');
  neighbour.within('RCPT-11', ['country', 'sequence', 'madeAt', 'validUntil']);
  return { ...then, neighbour: readList(neighbour) };
}

function readList(list: Members): ListThen {
  return {
    country: list.text('country', /^[A-Z]{1,3}$/, 'RCPT-11'),
    sequence: list.number('sequence', 1, 'RCPT-11'),
    madeAt: list.time('madeAt', 'RCPT-11'),
    validUntil: list.time('validUntil', 'RCPT-11'),
  };
}

async function readEmbedded(embedded: Members, code: Receipt['code']): Promise<Embedded> {
  embedded.within('RCPT-12', ['code', 'photo'], ['continuations']);
  const kept = keptCode(embedded.object('code', 'RCPT-13'));
  const photo = embedded.flag('photo', 'RCPT-12');
  const continuations = embedded.has('continuations')
    ? embedded.objects('continuations', limits.maxContinuations, 'RCPT-12').map(keptCode)
    : [];
  if (code.sha256 !== (await sha256(kept))) throw wrongFormat('RCPT-13', 'the hash is not that of the embedded code');
  return { code: kept, photo, continuations };
}

/** RCPT-13 */
function keptCode(object: Members): Uint8Array {
  const asText = object.has('text');
  object.within('RCPT-13', [asText ? 'text' : 'base64']);
  const written = object.text(asText ? 'text' : 'base64', /^/, 'RCPT-13');
  const code = asText ? ascii(written) : (fromBase64(written) ?? new Uint8Array());
  const length = code.length >= limits.minPermitBytes && code.length <= limits.maxCodeBytes;
  if (!length || isText(code) !== asText) throw wrongFormat('RCPT-13', 'a code of a wrong length or form');
  return code;
}

function token(timeStamp: Members): Uint8Array {
  timeStamp.within('RCPT-16', ['token']);
  const der = fromBase64(timeStamp.text('token', /^/, 'RCPT-16'));
  if (der === undefined || der.length === 0 || der.length > limits.maxTimeStampBytes) {
    throw wrongFormat('RCPT-16', 'a token of a wrong length or form');
  }
  return der;
}

async function sha256(bytes: Uint8Array): Promise<string> {
  return toHex(await digest('SHA-256', bytes));
}
