/** A receipt in a file that was brought: the JSON itself, or attached to a PDF (RCPT-20). */
import { FormatError } from '../engine/format-error';
import { limits } from '../engine/registry';
import type { Receipt } from './receipt';

/** One that says it is a receipt, and cannot be read as one. */
export class BrokenReceipt extends Error {}

/** @returns nothing for a file of another kind; @throws BrokenReceipt */
export async function receiptIn(bytes: Uint8Array): Promise<Receipt | undefined> {
  const start = String.fromCharCode(...bytes.subarray(0, 16));
  if (start.startsWith('%PDF-')) {
    const attached = await attachment(bytes);
    return attached === undefined ? undefined : read(attached);
  }
  return start.trimStart().startsWith('{') && bytes.length <= 2 * limits.maxReceiptBytes ? read(bytes) : undefined;
}

async function read(bytes: Uint8Array): Promise<Receipt> {
  const { readReceipt } = await import('./read');
  try {
    return await readReceipt(bytes);
  } catch (e) {
    throw new BrokenReceipt(e instanceof FormatError ? `${e.rule}: ${e.message}` : 'unreadable');
  }
}

/** No PDF that was made here is without these words, and most others are: they need not be opened twice. */
async function attachment(bytes: Uint8Array): Promise<Uint8Array | undefined> {
  if (!new TextDecoder('latin1').decode(bytes).includes('receipt.json')) return undefined;
  const { attachedTo } = await import('../scan/pdf');
  return attachedTo(bytes, 'receipt.json');
}
