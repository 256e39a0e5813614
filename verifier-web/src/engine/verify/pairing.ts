/** Of codes that are read together, which continuation goes beside which code (VER-97). Naming proves nothing; what it is worth, the verdict says. */
import { equal } from '../bytes/arrays';
import { limits } from '../registry';
import type { Profiles } from '../registry/profiles';
import type { Presented } from './presented';
import { namesPermit, type PresentedContinuation } from './presented-continuation';
import { decode, looksLikeContinuation } from './verifier';

export interface Pair {
  readonly code: Uint8Array;
  /** The continuations that name it. */
  readonly beside: readonly Uint8Array[];
}

/**
 * @param meant whether they were brought as belonging together: then a continuation that names none of the codes goes beside all of them, and the verdict says
 *   why it does not count
 * @returns every code that has a verdict of its own: a continuation that is beside another of the codes has none
 */
export async function paired(
  brought: readonly Uint8Array[],
  profiles: Profiles,
  meant = false,
): Promise<readonly Pair[]> {
  // Copies of one become the same array, so that they count once beside a code.
  const codes = brought.map((code) => brought.find((first) => equal(first, code)) ?? code);
  const read = await Promise.all(codes.map((code) => presented(code, profiles)));
  const continuations = read.flatMap((found, i) =>
    isContinuation(found) && codes.indexOf(codes[i] as Uint8Array) === i
      ? [{ code: codes[i] as Uint8Array, found }]
      : [],
  );
  const named: Uint8Array[][] = [];
  for (const permit of read) {
    const found: Uint8Array[] = [];
    for (const one of permit === undefined || isContinuation(permit) ? [] : continuations) {
      if (await namesPermit(one.found, permit as Presented)) found.push(one.code);
    }
    named.push(found.slice(0, limits.maxContinuations));
  }
  const left = [...new Set(codes)].filter((code) => looksLikeContinuation(code) && !named.flat().includes(code));
  const explained = meant && read.some((found) => found !== undefined && !isContinuation(found)) ? left : [];
  return codes.flatMap((code, i) => {
    if (named.flat().includes(code) || explained.includes(code)) return [];
    const beside = named[i] as Uint8Array[];
    const others = looksLikeContinuation(code) || beside.length > 0 ? [] : explained.slice(0, limits.maxContinuations);
    return [{ code, beside: [...beside, ...others] }];
  });
}

function isContinuation(found: Presented | undefined): found is PresentedContinuation {
  return found?.format === 'continuation';
}

async function presented(code: Uint8Array, profiles: Profiles): Promise<Presented | undefined> {
  try {
    return await decode(code, profiles);
  } catch {
    // A broken code is paired with nothing, and judged by itself.
    return undefined;
  }
}
