/** The parts under test, as they are shipped, and how long anything may take. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const home = fileURLToPath(new URL('../../..', import.meta.url));

export const ISSUER = join(home, 'issuer/target/stayseal-issuer.jar');
export const COMMAND = join(home, 'verifier-cli/target/stayseal-verifier-cli.jar');
export const PAGE = join(home, 'verifier-web/dist');

export const java =
  process.env['JAVA_HOME'] === undefined || process.env['JAVA_HOME'] === ''
    ? 'java'
    : join(process.env['JAVA_HOME'], 'bin/java');

/** Says which part is not built, instead of failing somewhere later. */
export function needParts(): void {
  for (const part of [ISSUER, COMMAND, join(PAGE, 'index.html')]) {
    if (!existsSync(part)) throw new Error(`not built: ${part}; ./stayseal test builds it`);
  }
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

/** Asks again until there is an answer; when there is none in time, says what was waited for. */
export async function until<T>(
  what: string,
  seconds: number,
  ask: () => T | undefined | Promise<T | undefined>,
): Promise<T> {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (Date.now() > end) throw new Error(`waited ${seconds} s for ${what}`);
    await pause(200);
  }
}
