/** A receipt in its one form (RCPT-1). */
import { ascii } from '../engine/bytes/arrays';
import { toBase64 } from '../engine/bytes/base64';
import { toHex } from '../engine/bytes/hex';
import { digest } from '../engine/signing/signature';
import { canonical, type Plain } from './canonical';
import { isText, type ListThen, type Receipt } from './receipt';

/** The file: the canonical form, and a line feed. */
export async function receiptFile(receipt: Receipt): Promise<Uint8Array<ArrayBuffer>> {
  const { timeStamp } = receipt;
  const file = {
    record: recordOf(receipt),
    sha256: toHex(await receiptHash(receipt)),
    timeStamp: timeStamp && { token: toBase64(timeStamp) },
  };
  return ascii(`${canonical(file)}\n`);
}

/** SHA-256 over the canonical form of the record: what a time stamp is asked for (RCPT-3). */
export function receiptHash(receipt: Receipt): Promise<Uint8Array> {
  return digest('SHA-256', ascii(canonical(recordOf(receipt))));
}

/** Without its ending, and without a word about the person (RCPT-15). */
export function receiptName({ checkedAt }: Receipt): string {
  return `stayseal-receipt-${checkedAt.replace(/[-:]/g, '')}`;
}

function recordOf(receipt: Receipt): Plain {
  const { software, checkedAt, judgedAt, purpose, code, lists, embedded } = receipt;
  const { outcome, reason, authentic, right, holder, checks } = receipt.verdict;
  return {
    type: 'stayseal-receipt',
    version: 1,
    software,
    checkedAt,
    clock: 'verifier',
    judgedAt,
    purpose,
    code: { ...code },
    verdict: {
      outcome,
      reason,
      authentic,
      right,
      holder,
      checks: checks.map(({ name, question, result, reason: why }) => ({ name, question, result, reason: why })),
    },
    lists: lists && {
      ...listOf(lists),
      root: lists.root,
      demo: lists.demo,
      neighbour: lists.neighbour && listOf(lists.neighbour),
    },
    embedded: embedded && {
      code: codeOf(embedded.code),
      photo: embedded.photo,
      continuations: embedded.continuations.length === 0 ? undefined : embedded.continuations.map(codeOf),
    },
  };
}

function listOf({ country, sequence, madeAt, validUntil }: ListThen): { readonly [name: string]: Plain } {
  return { country, sequence, madeAt, validUntil };
}

/** RCPT-13 */
function codeOf(code: Uint8Array): Plain {
  return isText(code) ? { text: new TextDecoder().decode(code) } : { base64: toBase64(code) };
}
