/** What is to be said of a receipt whose embedded code was judged again, now (RCPT-19). */
import type { Verdict } from '../engine/verify/verdict';
import type { Receipt } from './receipt';

export type Again = 'NO_CODE' | 'NO_LONGER_VALID' | 'LISTS_OLDER' | 'CANNOT_TELL' | 'EXTENDED' | 'STILL_VALID';

/** The first that applies. */
export function againOf(receipt: Receipt, now: Verdict): Again {
  if (receipt.embedded === undefined) return 'NO_CODE';
  if (now.outcome === 'INVALID') return 'NO_LONGER_VALID';
  if (areOlder(receipt, now)) return 'LISTS_OLDER';
  if (now.outcome === 'INDETERMINATE') return 'CANNOT_TELL';
  return now.reason === 'EXTENDED_BY_NOTICE' || now.reason === 'EXTENDED_BY_CONTINUATION' ? 'EXTENDED' : 'STILL_VALID';
}

function areOlder({ lists }: Receipt, { trust }: Verdict): boolean {
  if (lists === null || trust.known !== 'PINNED' || trust.listSequence === null) return false;
  return trust.root === lists.root && trust.listSequence < lists.sequence;
}
