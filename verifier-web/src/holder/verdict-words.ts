/** The sentence of an answer, as the registry has it. */
import type { Verdict } from '../engine/verify/verdict';
import { messages } from './words';

export function reasonOf({ outcome, reason, holder }: Verdict): string {
  if (reason === null) return holder === 'LIVE' ? messages.sentence.VALID_LIVE : messages.sentence.VALID_COMPARE;
  const found = (messages.reason as Record<string, { text: string }>)[reason];
  return outcome === 'VALID' && reason === 'WITH_CONDITIONS'
    ? messages.sentence.VALID_CONDITIONS
    : (found?.text ?? reason);
}
