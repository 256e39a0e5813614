/** Makes the receipt of a check: nothing of the person beyond what its purpose needs (RCPT-12 to RCPT-15). */
import { toHex } from '../engine/bytes/hex';
import type { Profiles } from '../engine/registry/profiles';
import { digest } from '../engine/signing/signature';
import type { Asked } from '../engine/verify/case';
import type { Presented } from '../engine/verify/presented';
import { instant, type Verdict } from '../engine/verify/verdict';
import { decode } from '../engine/verify/verifier';
import { credentialText } from './credential-text';
import { isToBeKept, type Embedded, type ListThen, type Receipt } from './receipt';

/**
 * @param software the program and its version (RCPT-5)
 * @param now the verifier's own clock, milliseconds since 1970
 * @param code the bytes as read
 * @param asked the question that the verdict answers
 */
export async function receiptOf(
  software: string,
  now: number,
  code: Uint8Array,
  asked: Asked,
  verdict: Verdict,
  profiles: Profiles,
): Promise<Receipt> {
  const checks = verdict.checks.map(({ name, question, result, reason }) => ({ name, question, result, reason }));
  const { outcome, reason, authentic, right, holder } = verdict;
  const answer = { outcome, reason, authentic, right, holder, checks };
  const purpose = asked.purpose ?? null;
  const presented = await signed(code, profiles);
  const keeps = presented !== undefined && isToBeKept(purpose, answer);
  // RCPT-14: of a live code the credential inside, never the proof.
  const bytes = presented?.live !== undefined && keeps ? await credentialText(code) : code;
  const named = presented === undefined ? {} : { identity: toHex(presented.identity) };
  const hash =
    presented === undefined || (presented.live !== undefined && !keeps)
      ? {}
      : { sha256: toHex(await digest('SHA-256', bytes)) };
  return {
    software,
    checkedAt: second(now),
    ...(asked.at === undefined ? {} : { judgedAt: second(asked.at) }),
    purpose,
    code: { format: verdict.format, ...named, ...hash },
    verdict: answer,
    lists: listsOf(verdict),
    ...(keeps ? { embedded: embedded(bytes, presented, asked, verdict) } : {}),
  };
}

/** Nothing of a code without a signature: whoever knows a person's data could make the same bytes (RCPT-8). */
async function signed(code: Uint8Array, profiles: Profiles): Promise<Presented | undefined> {
  try {
    const presented = await decode(code, profiles);
    return presented.isSigned ? presented : undefined;
  } catch {
    return undefined;
  }
}

/** The verdict has one continuation for each that was given, in their order (VER-95); those of other people's permits do not count. */
function embedded(code: Uint8Array, presented: Presented, asked: Asked, verdict: Verdict): Embedded {
  const given = asked.continuations ?? [];
  const continuations = given.filter((_, i) => verdict.continuations?.[i]?.result === 'PASSED');
  return { code, photo: presented.document['photo'] !== undefined, continuations };
}

function listsOf({ trust }: Verdict): Receipt['lists'] {
  const { known, root, country, demo, listSequence: sequence, madeAt, validUntil, neighbour } = trust;
  if (known !== 'PINNED' || root === null || country === null || demo === null) return null;
  if (sequence === null || madeAt === null || validUntil === null) return null;
  const list = { root, country, demo, sequence, madeAt, validUntil };
  if (neighbour === undefined) return list;
  const then: ListThen = {
    country: neighbour.country,
    sequence: neighbour.listSequence,
    madeAt: neighbour.madeAt,
    validUntil: neighbour.validUntil,
  };
  return { ...list, neighbour: then };
}

function second(ms: number): string {
  return instant(Math.floor(ms / 1000) * 1000);
}
