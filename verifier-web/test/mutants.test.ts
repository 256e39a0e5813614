/**
 * The differential test: seeded mutants of the vectors with the Java engine's verdicts, judged again here. `./stayseal test` and
 * `mvnw test -pl trust-list/authority` leave several hundred behind; `npm run mutants` makes and judges ten thousand.
 */
import { describe, expect, test } from 'vitest';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { specification } from './conformance';
import { judge, type Judged } from './verdicts';

const named = process.env.STAYSEAL_MUTANTS;
const file = named ?? join(specification, '../trust-list/authority/target/mutants.jsonl');

/** Verdicts of an engine or of tables that have changed since would differ for no fault. */
function isFresh(): boolean {
  if (!existsSync(file)) return false;
  const sources = ['registry', 'vectors', 'core/src/main'].map((folder) => join(specification, folder));
  const paths = sources.flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true }).map((entry) => join(entry.parentPath, entry.name)),
  );
  const made = statSync(file).mtimeMs;
  return paths.every((path) => !statSync(path).isFile() || statSync(path).mtimeMs <= made);
}

// Without mutants that the Java modules' tests have made since the last change, there is nothing to compare with: skipped, and the report says so.
describe.skipIf(named === undefined && !isFresh())('mutants of the vectors', () => {
  test('both engines say the same of every one', { timeout: 3_600_000 }, async () => {
    const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
    const outcomes = new Map<string, number>();
    const differences: string[] = [];
    const started = Date.now();
    for (const [i, line] of lines.entries()) {
      const judged: Judged = await judge(line);
      outcomes.set(judged.met, (outcomes.get(judged.met) ?? 0) + 1);
      if (judged.difference !== undefined) differences.push(judged.difference);
      if ((i + 1) % 1000 === 0) {
        const seconds = Math.round((Date.now() - started) / 1000);
        process.stderr.write(
          `${i + 1} of ${lines.length} mutants judged in ${seconds} s, ${differences.length} differ\n`,
        );
      }
    }
    process.stderr.write(`${lines.length} mutants, ${differences.length} differ\n${table(outcomes)}`);
    expect(differences.slice(0, 20)).toEqual([]);
    expect(lines.length).toBeGreaterThanOrEqual(500);
  });
});

function table(outcomes: ReadonlyMap<string, number>): string {
  const rows = [...outcomes].sort((a, b) => b[1] - a[1]);
  return rows.map(([met, n]) => `${String(n).padStart(7)}  ${met}\n`).join('');
}
