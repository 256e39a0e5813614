/** Verdicts on vectors and on mutants of them, by the lists of spec/vectors, as both engines must give them (VER-61). */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fromHex } from '../src/engine/bytes/hex';
import { Refusal } from '../src/engine/trust/refusal';
import { readSnapshot } from '../src/engine/trust/snapshot';
import { fromSnapshot, withoutList, type Sources } from '../src/engine/verify/sources';
import { verify, type Asked } from '../src/engine/verify/verifier';
import type { Verdict } from '../src/engine/verify/verdict';
import { specification } from './conformance';

export interface Code {
  readonly text?: string;
  readonly hex?: string;
}

export interface Question {
  readonly clock: string;
  readonly at?: string;
  readonly purpose?: NonNullable<Asked['purpose']>;
  readonly mrz?: string;
  readonly passportMrz?: string;
  readonly continuations?: readonly string[];
}

export interface Trust {
  readonly root?: string;
  readonly snapshot?: string;
}

interface Mutant {
  readonly number: number;
  readonly from: string;
  readonly by: string;
  readonly code: Code;
  readonly question: Question;
  readonly trust: Trust;
  readonly verdict: Verdict;
}

export interface Judged {
  /** Outcome and leading reason. */
  readonly met: string;
  /** Where the engines differ, in words. */
  readonly difference?: string;
}

/** @param line a mutant as MutantsTest writes it, with the other engine's verdict */
export async function judge(line: string): Promise<Judged> {
  const mutant = JSON.parse(line) as Mutant;
  const found = await verdictOn(mutant.code, mutant.question, mutant.trust);
  const met = `${mutant.verdict.outcome} ${mutant.verdict.reason ?? ''}`;
  const [ours, theirs] = [compared(found), compared(mutant.verdict)];
  const at = differing(ours, theirs);
  if (at.length === 0) return { met };
  const which = `mutant ${mutant.number} of ${mutant.from} (${mutant.by})`;
  const details = `${found.checks[0]?.detail} | ${mutant.verdict.checks[0]?.detail}`;
  const code = mutant.code.hex as string;
  return { met, difference: `${which}: ${at.join('; ')}; ${details}; ${JSON.stringify(mutant.question)} ${code}` };
}

export function verdictOn(code: Code, question: Question, trust: Trust): Promise<Verdict> {
  const bytes = code.hex === undefined ? new TextEncoder().encode(code.text) : fromHex(code.hex);
  const asked: Asked = {
    ...(question.purpose === undefined ? {} : { purpose: question.purpose }),
    ...(question.at === undefined ? {} : { at: Date.parse(question.at) }),
    ...(question.mrz === undefined ? {} : { mrz: question.mrz }),
    ...(question.passportMrz === undefined ? {} : { passportMrz: question.passportMrz }),
    ...(question.continuations === undefined
      ? {}
      : { continuations: question.continuations.map((text) => new TextEncoder().encode(text)) }),
  };
  return sourcesOf(trust).then((sources) => verify(bytes as Uint8Array, asked, sources, Date.parse(question.clock)));
}

/** Details are words for people. */
export function compared(verdict: Verdict): Record<string, unknown> {
  const checks = verdict.checks.map(({ name, question, result, reason }) => ({ name, question, result, reason }));
  return { ...verdict, checks };
}

/** Members that differ, with both values: ours | theirs. */
function differing(ours: Record<string, unknown>, theirs: Record<string, unknown>): string[] {
  const names = [...new Set([...Object.keys(ours), ...Object.keys(theirs)])];
  return names.flatMap((name) => {
    const [a, b] = [sorted(ours[name]), sorted(theirs[name])];
    return a === b ? [] : [`${name}: ${a} | ${b}`];
  });
}

/** JSON with the members of objects in the order of their names. */
function sorted(value: unknown): string {
  return (
    JSON.stringify(value, (_, v: unknown) =>
      v !== null && typeof v === 'object' && !Array.isArray(v)
        ? Object.fromEntries(Object.entries(v).sort(([a], [b]) => (a < b ? -1 : 1)))
        : v,
    ) ?? 'absent'
  );
}

const opened = new Map<string, Promise<Sources>>();

function sourcesOf({ root = '', snapshot }: Trust): Promise<Sources> {
  const key = `${root} ${snapshot ?? ''}`;
  const known = opened.get(key) ?? open(root, snapshot);
  opened.set(key, known);
  return known;
}

async function open(root: string, snapshot: string | undefined): Promise<Sources> {
  if (snapshot === undefined) return withoutList('NO_LIST');
  try {
    return fromSnapshot(
      await readSnapshot(new Uint8Array(readFileSync(join(specification, 'vectors', snapshot))), root),
      root,
    );
  } catch (e) {
    return withoutList(e instanceof Refusal && e.reason === 'UNKNOWN_ROOT' ? 'UNKNOWN_ROOT' : 'NO_LIST');
  }
}
