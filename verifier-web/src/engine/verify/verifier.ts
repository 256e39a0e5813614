/**
 * From the bytes of a code to a verdict (60-verification): the one path. Whatever the bytes are, the answer is a verdict, never an
 * exception; nothing of the code is fetched or followed; nothing under another root than the pinned one counts.
 */
import { LIVE_PREFIX } from '../cwt/live';
import { FormatError, notAPermit, unsupported, wrongFormat } from '../format-error';
import { limits } from '../registry';
import { standardProfiles, type Profiles } from '../registry/profiles';
import { SIGNATURE_STEPS, SIGNER_STEPS } from './authentic-steps';
import type { Asked, Case } from './case';
import { judgeBeside } from './continuations';
import { comparisons, holder } from './holder-steps';
import type { Presented } from './presented';
import { presentContinuation } from './presented-continuation';
import { presentCredential, presentLiveCode } from './presented-credential';
import { presentIdb } from './presented-idb';
import { presentSeal } from './presented-seal';
import { presentVdsNc } from './presented-vds-nc';
import { RIGHT_STEPS, statusEntry } from './right-steps';
import { concerning } from './bulletins';
import { trustSummary, type Sources } from './sources';
import { because, conclude, passed, type Verdict } from './verdict';

export type { Asked } from './case';

/**
 * @param code the bytes as read from a picture; typed text goes through `typedCode`
 * @param now the machine's time, milliseconds since 1970
 * @param profiles the types of seals that are known
 */
export async function verify(
  code: Uint8Array,
  asked: Asked,
  sources: Sources,
  now: number,
  profiles: Profiles = standardProfiles,
): Promise<Verdict> {
  let presented: Presented;
  try {
    presented = await decode(code, profiles);
  } catch (e) {
    // Decoders throw nothing else; should one, a code that breaks them is still a broken code and no accident of the page.
    const fault = e instanceof FormatError ? e : wrongFormat('VER-20', 'unreadable');
    return undecoded(formatOf(code), fault.kind, `${fault.rule}: ${fault.message}`, asked, sources, now);
  }
  const file: Case = {
    presented,
    asked,
    sources,
    status: asked.signer === undefined ? await presented.status(sources) : undefined,
    now,
    at: asked.at ?? now,
    checks: [passed('format', 'authentic', `decoded as ${presented.documentType} of ${presented.country}`)],
    notices: [],
    beside: [],
    signatureFits: false,
  };
  for (const step of [...SIGNER_STEPS, beside, ...SIGNATURE_STEPS, ...RIGHT_STEPS]) {
    const check = await step(file);
    if (check !== undefined) file.checks.push(check);
  }
  file.checks.push(holder(file), ...comparisons(file));
  return conclude({
    format: presented.format,
    checks: file.checks,
    document: presented.document,
    unknownFeature: presented.unknownFeature,
    liveOnly: presented.liveOnly,
    notices: file.notices,
    continuations: file.beside.map((one) => one.shown),
    legalEffect: file.signatureFits ? file.candidate?.legalEffect : undefined,
    bulletins: asked.signer === undefined ? await concerning(file) : [],
    trust: trustSummary(sources, asked.signer === undefined ? sources.neighbour(presented.country) : undefined),
    at: file.at,
  });
}

/** No check of its own: which notices reach the permit depends on its signer, and a continuation on them, so that it is judged once the signer is known. */
async function beside(file: Case): Promise<undefined> {
  file.beside = await judgeBeside(file, [...SIGNER_STEPS, ...SIGNATURE_STEPS], statusEntry);
}

/** The verdict on a picture or page in which no code was found (VER-12). */
export function noCodeFound(detail: string, asked: Asked, sources: Sources, now: number): Verdict {
  return undecoded('unknown', 'NO_CODE_FOUND', detail, asked, sources, now);
}

/** The bytes of a code that was typed or pasted: white space around it is not part of it (VER-11). */
export function typedCode(text: string): Uint8Array {
  return new TextEncoder().encode(text.trim());
}

/** Whether these bytes can be a permit's code: of a kind that is read, or that a newer release may read, and long enough for one (VER-12). */
export function isPermits(code: Uint8Array): boolean {
  return code.length >= limits.minPermitBytes && kindOf(code) !== 'unknown';
}

function undecoded(
  format: Verdict['format'],
  reason: string,
  detail: string,
  asked: Asked,
  sources: Sources,
  now: number,
): Verdict {
  const checks = [because('format', reason, detail)];
  const trust = trustSummary(sources);
  const at = asked.at ?? now;
  return conclude({ format, checks, document: {}, unknownFeature: false, liveOnly: false, trust, at });
}

/** Whether these bytes begin like a continuation (CONT-1). */
export function looksLikeContinuation(code: Uint8Array): boolean {
  return kindOf(code) === 'continuation';
}

type Kind = Verdict['format'] | 'live' | 'later';

/** VER-11: the first bytes decide. */
function kindOf(code: Uint8Array): Kind {
  if (code[0] === 0xdc) return 'vds';
  const start = latin1(code.subarray(0, 4096));
  if (start.startsWith('RP1:')) return 'credential';
  if (start.startsWith(LIVE_PREFIX)) return 'live';
  if (start.startsWith('RPC1:')) return 'continuation';
  if (/^[RN]DB1/.test(start)) return 'idb';
  if (start.startsWith('{') && start.includes('"data"') && start.includes('"sig"')) return 'vds-nc';
  return /^RP[CL]?[2-9]:/.test(start) ? 'later' : 'unknown';
}

function formatOf(code: Uint8Array): Verdict['format'] {
  const kind = kindOf(code);
  if (kind === 'live') return 'credential';
  return kind === 'later' ? 'unknown' : kind;
}

/** @throws FormatError */
export async function decode(code: Uint8Array, profiles: Profiles): Promise<Presented> {
  const kind = kindOf(code);
  if (kind !== 'unknown' && code.length > limits.maxCodeBytes) throw wrongFormat('VER-11', 'the code is too long');
  switch (kind) {
    case 'vds':
      return presentSeal(code, profiles);
    case 'credential':
      return presentCredential(latin1(code));
    case 'live':
      return presentLiveCode(latin1(code));
    case 'idb':
      return presentIdb(latin1(code));
    case 'vds-nc':
      return presentVdsNc(code);
    case 'continuation':
      return presentContinuation(latin1(code));
    case 'later':
      throw unsupported('VER-11', 'a credential, live code or continuation of a later version');
    case 'unknown':
      throw notAPermit('VER-11', 'a code of no kind that permits have');
  }
}

function latin1(bytes: Uint8Array): string {
  let text = '';
  for (const b of bytes) text += String.fromCharCode(b);
  return text;
}
