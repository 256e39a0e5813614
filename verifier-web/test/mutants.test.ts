/**
 * The differential test: seeded mutants of the vectors with the Java engine's verdicts, judged again here. `./stayseal test` and
 * `mvnw test -pl trust-list/authority` leave several hundred behind; `npm run mutants` makes and judges ten thousand.
 */
import { describe, expect, test } from 'vitest';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { specification } from './conformance';
import { judge, type Judged } from './verdicts';

const named = process.env.STAYSEAL_MUTANTS;
const file = named ?? join(specification, '../trust-list/authority/target/mutants.jsonl');

// Without the Java modules there is nothing to compare with: skipped, and the report says so.
describe.skipIf(named === undefined && !existsSync(file))('mutants of the vectors', () => {
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
