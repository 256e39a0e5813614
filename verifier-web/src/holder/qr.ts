/**
 * QR codes (ISO/IEC 18004) of a code's text, in alphanumeric mode: what a live code needs, and nothing else. Made here every half minute, so without a
 * library of its own weight; every version is read back by the page's reader in the tests.
 */
const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';

/** L for screens, which are neither dirty nor torn; M for paper. */
export type Level = 'L' | 'M';

/** By version from 1: error correction codewords of a block, and blocks. */
const CORRECTION: Readonly<
  Record<Level, { readonly codewords: readonly number[]; readonly blocks: readonly number[] }>
> = {
  L: {
    codewords: [
      7, 10, 15, 20, 26, 18, 20, 24, 30, 18, 20, 24, 26, 30, 22, 24, 28, 30, 28, 28, 28, 28, 30, 30, 26, 28, 30, 30, 30,
      30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30,
    ],
    blocks: [
      1, 1, 1, 1, 1, 2, 2, 2, 2, 4, 4, 4, 4, 4, 6, 6, 6, 6, 7, 8, 8, 9, 9, 10, 12, 12, 12, 13, 14, 15, 16, 17, 18, 19,
      19, 20, 21, 22, 24, 25,
    ],
  },
  M: {
    codewords: [
      10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26, 26, 28, 28, 28, 28, 28, 28, 28,
      28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28,
    ],
    blocks: [
      1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16, 17, 17, 18, 20, 21, 23, 25, 26, 28, 29, 31, 33,
      35, 37, 38, 40, 43, 45, 47, 49,
    ],
  },
};
/** Two bits of the format information. */
const LEVEL_BITS: Readonly<Record<Level, number>> = { L: 1, M: 0 };

export interface QrCode {
  readonly version: number;
  /** Modules on a side, without the quiet zone. */
  readonly size: number;
  isDark(x: number, y: number): boolean;
}

/**
 * @param text of the alphanumeric alphabet
 * @throws RangeError if it is of other characters, or no version holds it
 */
export function qrCode(text: string, level: Level): QrCode {
  const values = [...text].map((c) => ALPHABET.indexOf(c));
  if (values.includes(-1)) throw new RangeError('not alphanumeric');
  for (let version = 1; version <= 40; version++) {
    const capacity = 8 * dataCodewords(version, level);
    if (neededBits(values.length, version) > capacity) continue;
    const codewords = interleaved(dataOf(values, version, capacity), version, level);
    return drawn(codewords, version, level);
  }
  throw new RangeError('too long for a QR code');
}

function countBits(version: number): number {
  return version < 10 ? 9 : version < 27 ? 11 : 13;
}

function neededBits(characters: number, version: number): number {
  return 4 + countBits(version) + 11 * Math.floor(characters / 2) + 6 * (characters % 2);
}

/** Mode, count, pairs of characters in 11 bits, terminator, and the two pad bytes in turns. */
function dataOf(values: readonly number[], version: number, capacity: number): number[] {
  const bits: number[] = [];
  const put = (value: number, count: number) => {
    for (let i = count - 1; i >= 0; i--) bits.push((value >> i) & 1);
  };
  put(0b0010, 4);
  put(values.length, countBits(version));
  for (let i = 0; i < values.length; i += 2) {
    const [first, second] = [values[i] as number, values[i + 1]];
    if (second === undefined) put(first, 6);
    else put(45 * first + second, 11);
  }
  put(0, Math.min(4, capacity - bits.length));
  put(0, (8 - (bits.length % 8)) % 8);
  const bytes: number[] = [];
  for (let i = 0; i < bits.length; i += 8) bytes.push(bits.slice(i, i + 8).reduce((byte, bit) => 2 * byte + bit, 0));
  for (let pad = 0xec; bytes.length < capacity / 8; pad ^= 0xec ^ 0x11) bytes.push(pad);
  return bytes;
}

/** Modules that are left for codewords when all patterns stand. */
function rawModules(version: number): number {
  const size = 17 + 4 * version;
  const centres = alignmentCentres(version).length;
  const alignment = centres === 0 ? 0 : 25 * (centres * centres - 3) - 10 * (centres - 2);
  const versionInformation = version < 7 ? 0 : 36;
  return size * size - 3 * 64 - 31 - 2 * (size - 16) - alignment - versionInformation;
}

function correction(version: number, level: Level): { codewords: number; blocks: number } {
  const { codewords, blocks } = CORRECTION[level];
  return { codewords: codewords[version - 1] as number, blocks: blocks[version - 1] as number };
}

function dataCodewords(version: number, level: Level): number {
  const { codewords, blocks } = correction(version, level);
  return Math.floor(rawModules(version) / 8) - codewords * blocks;
}

/** Data in blocks, each with its correction, codeword by codeword from each block in turns. */
function interleaved(data: readonly number[], version: number, level: Level): number[] {
  const { codewords, blocks } = correction(version, level);
  const short = Math.floor(data.length / blocks);
  const longBlocks = data.length % blocks;
  const generator = generatorOf(codewords);
  const parts: { data: readonly number[]; check: readonly number[] }[] = [];
  for (let i = 0, at = 0; i < blocks; i++) {
    const length = short + (i >= blocks - longBlocks ? 1 : 0);
    const part = data.slice(at, at + length);
    parts.push({ data: part, check: remainder(part, generator) });
    at += length;
  }
  const out: number[] = [];
  const take = (of: (part: (typeof parts)[number]) => readonly number[], length: number) => {
    for (let i = 0; i < length; i++) {
      for (const part of parts) {
        const codeword = of(part)[i];
        if (codeword !== undefined) out.push(codeword);
      }
    }
  };
  take((part) => part.data, short + 1);
  take((part) => part.check, codewords);
  return out;
}

/** In GF(256) over x^8 + x^4 + x^3 + x^2 + 1. */
function times(a: number, b: number): number {
  let product = 0;
  for (let i = 7; i >= 0; i--) {
    product = (product << 1) ^ ((product >> 7) * 0x11d);
    if ((b >> i) & 1) product ^= a;
  }
  return product;
}

/** The product of x − 2^i for all i below the degree, without its leading one. */
function generatorOf(degree: number): number[] {
  const out = new Array<number>(degree).fill(0);
  out[degree - 1] = 1;
  let root = 1;
  for (let i = 0; i < degree; i++) {
    for (let j = 0; j < degree; j++) out[j] = times(out[j] as number, root) ^ (out[j + 1] ?? 0);
    root = times(root, 2);
  }
  return out;
}

function remainder(data: readonly number[], generator: readonly number[]): number[] {
  const out = new Array<number>(generator.length).fill(0);
  for (const byte of data) {
    const factor = byte ^ (out.shift() as number);
    out.push(0);
    generator.forEach((coefficient, i) => (out[i] = (out[i] as number) ^ times(coefficient, factor)));
  }
  return out;
}

/** Along one side; the pattern stands at each pair of them but where the finders are. */
function alignmentCentres(version: number): number[] {
  if (version === 1) return [];
  const count = Math.floor(version / 7) + 2;
  const last = 10 + 4 * version;
  // Version 32 is the one to which the rule of the table does not fit.
  const step = version === 32 ? 26 : 2 * Math.ceil((last - 6) / (2 * (count - 1)));
  const centres = [6];
  for (let i = count - 2; i >= 0; i--) centres.push(last - i * step);
  return centres;
}

type Mask = (x: number, y: number) => boolean;
const MASKS: readonly Mask[] = [
  (x, y) => (x + y) % 2 === 0,
  (_, y) => y % 2 === 0,
  (x) => x % 3 === 0,
  (x, y) => (x + y) % 3 === 0,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2 === 0,
  (x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
];

class Grid {
  readonly size: number;
  readonly dark: Uint8Array;
  /** Patterns and information, which no codeword and no mask touches. */
  readonly fixed: Uint8Array;

  constructor(size: number) {
    this.size = size;
    this.dark = new Uint8Array(size * size);
    this.fixed = new Uint8Array(size * size);
  }

  at(x: number, y: number): number {
    return this.dark[y * this.size + x] as number;
  }

  fix(x: number, y: number, dark: boolean): void {
    if (x < 0 || y < 0 || x >= this.size || y >= this.size) return;
    this.dark[y * this.size + x] = dark ? 1 : 0;
    this.fixed[y * this.size + x] = 1;
  }

  flip(mask: Mask): void {
    for (let y = 0; y < this.size; y++) {
      for (let x = 0; x < this.size; x++) {
        const i = y * this.size + x;
        if (this.fixed[i] === 0 && mask(x, y)) this.dark[i] = 1 - (this.dark[i] as number);
      }
    }
  }
}

function drawn(codewords: readonly number[], version: number, level: Level): QrCode {
  const size = 17 + 4 * version;
  const grid = new Grid(size);
  drawPatterns(grid, version);
  drawFormat(grid, level, 0);
  drawCodewords(grid, codewords);
  let best = 0;
  let least = Infinity;
  MASKS.forEach((mask, number) => {
    grid.flip(mask);
    drawFormat(grid, level, number);
    const found = penalty(grid);
    if (found < least) [best, least] = [number, found];
    grid.flip(mask);
  });
  grid.flip(MASKS[best] as Mask);
  drawFormat(grid, level, best);
  return { version, size, isDark: (x, y) => grid.at(x, y) === 1 };
}

function drawPatterns(grid: Grid, version: number): void {
  const { size } = grid;
  for (let i = 0; i < size; i++) {
    grid.fix(6, i, i % 2 === 0);
    grid.fix(i, 6, i % 2 === 0);
  }
  for (const [cx, cy] of [
    [3, 3],
    [size - 4, 3],
    [3, size - 4],
  ] as const) {
    square(grid, cx, cy, 4, (ring) => ring !== 2 && ring !== 4);
  }
  const centres = alignmentCentres(version);
  const last = centres.length - 1;
  centres.forEach((x, i) =>
    centres.forEach((y, j) => {
      const finder = (i === 0 && j === 0) || (i === 0 && j === last) || (i === last && j === 0);
      if (!finder) square(grid, x, y, 2, (ring) => ring !== 1);
    }),
  );
  if (version >= 7) drawVersion(grid, version);
}

function square(grid: Grid, cx: number, cy: number, reach: number, isDark: (ring: number) => boolean): void {
  for (let dy = -reach; dy <= reach; dy++) {
    for (let dx = -reach; dx <= reach; dx++) {
      grid.fix(cx + dx, cy + dy, isDark(Math.max(Math.abs(dx), Math.abs(dy))));
    }
  }
}

/** Data with the remainder by a generator polynomial behind it. */
function withCheck(data: number, bits: number, generator: number): number {
  let rest = data;
  for (let i = 0; i < bits; i++) rest = (rest << 1) ^ ((rest >> (bits - 1)) * generator);
  return (data << bits) | rest;
}

function drawVersion(grid: Grid, version: number): void {
  const bits = withCheck(version, 12, 0x1f25);
  for (let i = 0; i < 18; i++) {
    const dark = ((bits >> i) & 1) === 1;
    const [a, b] = [grid.size - 11 + (i % 3), Math.floor(i / 3)];
    grid.fix(a, b, dark);
    grid.fix(b, a, dark);
  }
}

function drawFormat(grid: Grid, level: Level, mask: number): void {
  const bits = withCheck((LEVEL_BITS[level] << 3) | mask, 10, 0x537) ^ 0x5412;
  const { size } = grid;
  for (let i = 0; i < 15; i++) {
    const dark = ((bits >> i) & 1) === 1;
    // Beside the first finder, around its corner, past the timing pattern.
    const along = i < 6 ? i : i < 8 ? i + 1 : 14 - i;
    if (i < 8) grid.fix(8, along, dark);
    else grid.fix(i === 8 ? 7 : along, 8, dark);
    // And once more beside the two others.
    if (i < 8) grid.fix(size - 1 - i, 8, dark);
    else grid.fix(8, size - 15 + i, dark);
  }
  grid.fix(8, size - 8, true);
}

/** In columns of two from the right, upwards and downwards in turns, past the timing column. */
function drawCodewords(grid: Grid, codewords: readonly number[]): void {
  const { size } = grid;
  let at = 0;
  for (let right = size - 1; right >= 1; right -= 2) {
    if (right === 6) right = 5;
    for (let step = 0; step < size; step++) {
      const upwards = ((right + 1) & 2) === 0;
      const y = upwards ? size - 1 - step : step;
      for (const x of [right, right - 1]) {
        if (grid.fixed[y * size + x] === 1 || at >= 8 * codewords.length) continue;
        grid.dark[y * size + x] = ((codewords[at >> 3] as number) >> (7 - (at & 7))) & 1;
        at++;
      }
    }
  }
}

/** How much a mask leaves that misleads a reader: runs, squares, patterns like a finder, too much of one colour. */
function penalty(grid: Grid): number {
  const { size } = grid;
  let found = 0;
  for (const at of [(i: number, j: number) => grid.at(j, i), (i: number, j: number) => grid.at(i, j)]) {
    for (let i = 0; i < size; i++) {
      let run = 0;
      let seen = 0;
      for (let j = 0; j < size; j++) {
        const module = at(i, j);
        run = j > 0 && module === at(i, j - 1) ? run + 1 : 1;
        if (run === 5) found += 3;
        else if (run > 5) found += 1;
        seen = ((seen << 1) | module) & 0x7ff;
        // 1011101 with four light modules before or behind it.
        if (j >= 10 && (seen === 0b00001011101 || seen === 0b10111010000)) found += 40;
      }
    }
  }
  let dark = 0;
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const module = grid.at(x, y);
      dark += module;
      if (
        x > 0 &&
        y > 0 &&
        module === grid.at(x - 1, y) &&
        module === grid.at(x, y - 1) &&
        module === grid.at(x - 1, y - 1)
      ) {
        found += 3;
      }
    }
  }
  return found + 10 * Math.floor(Math.abs(20 * dark - 10 * size * size) / (size * size));
}
