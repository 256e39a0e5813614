// The differential test at length: `npm run mutants -- [COUNT] [SEED]`. The Java engine makes and judges the mutants, then this one judges them.
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const [count = '10000', seed = '1'] = process.argv.slice(2);
const repository = fileURLToPath(new URL('..', import.meta.url));
const file = join(tmpdir(), `stayseal-mutants-${seed}-${count}.jsonl`);

run(join(repository, process.platform === 'win32' ? 'mvnw.cmd' : 'mvnw'), repository, {}, [
  ...['-B', '-q', '-Dquick', '-pl', 'trust-list/authority', '-am', 'test'],
  ...['-Dtest=MutantsTest', '-Dsurefire.failIfNoSpecifiedTests=false'],
  ...[`-Dstayseal.mutants.count=${count}`, `-Dstayseal.mutants.seed=${seed}`, `-Dstayseal.mutants.file=${file}`],
]);
run('npx', join(repository, 'verifier-web'), { STAYSEAL_MUTANTS: file }, ['vitest', 'run', 'test/mutants.test.ts']);

function run(command, cwd, environment, options) {
  const env = { ...process.env, ...environment };
  const { status } = spawnSync(command, options, { cwd, env, stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) process.exit(1);
}
