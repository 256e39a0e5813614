/** Readers of barcodes that share no code with ours; Debian has them as zbar-tools, zxing-cpp-tools and dmtx-utils. */
import { execFileSync, spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

export function installed(program: string): boolean {
  return spawnSync('sh', ['-c', `command -v ${program}`]).status === 0;
}

/** Draws every page at 150 dots an inch, a middling printer and scanner. */
export function pages(pdf: string, folder: string): readonly string[] {
  execFileSync('pdftoppm', ['-r', '150', '-png', pdf, join(folder, 'page')], { timeout: 60_000 });
  return readdirSync(folder)
    .filter((name) => /^page-\d+\.png$/.test(name))
    .sort()
    .map((name) => join(folder, name));
}

/** Texts of all QR codes in a picture, by zbar. */
export function zbar(picture: string): readonly string[] {
  const words = ['--quiet', '--raw', '-Sdisable', '-Sqrcode.enable', picture];
  // Exit 4 is a picture without a code.
  const { stdout } = spawnSync('zbarimg', words, { timeout: 60_000, encoding: 'utf8' });
  return stdout.split('\n').filter((line) => line !== '');
}

/** Bytes of the DataMatrix in a picture of it alone as hexadecimal, by zxing-cpp, whose detector does not look for one on a full page. */
export function zxing(picture: string): string {
  const { stdout } = spawnSync('ZXingReader', ['-format', 'DataMatrix', picture], {
    timeout: 60_000,
    encoding: 'latin1',
  });
  return (/^Bytes: +([0-9A-F ]+)$/m.exec(stdout)?.[1] ?? '').replaceAll(' ', '').toLowerCase();
}

/** Bytes of the DataMatrix in a picture or page as hexadecimal, by libdmtx; empty when it sees none. */
export function dmtx(picture: string): string {
  const { stdout } = spawnSync('dmtxread', ['--stop-after=1', '--milliseconds=20000', picture], { timeout: 60_000 });
  return stdout.toString('hex');
}
