/** The page of a receipt, drawn: the browser knows how to set every script, in either direction. */
import type { QrCode } from '../barcode/qr';
import type { Drawn } from './pdf';

const WIDTH = 1654;
const HEIGHT = 2339;
const MARGIN = 150;
/** Modules of white around a QR code. */
const QUIET = 4;
const FONT = "'Noto Sans', system-ui, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";

export interface Sheet {
  readonly title: string;
  /** The answer, in one word and one sentence. */
  readonly word: string;
  readonly sentence: string;
  readonly rows: readonly (readonly [string, string])[];
  /** What must be read with it. */
  readonly remarks: readonly string[];
  readonly code?: { readonly symbol: QrCode; readonly caption: string };
  readonly direction: 'ltr' | 'rtl';
  readonly language: string;
}

/** @throws Error where a browser gives no canvas */
export function draw(sheet: Sheet): Drawn {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [WIDTH, HEIGHT];
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  if (pen === null) throw new Error('no canvas');
  pen.fillStyle = 'white';
  pen.fillRect(0, 0, WIDTH, HEIGHT);
  pen.fillStyle = 'black';
  pen.direction = sheet.direction;
  pen.textAlign = 'start';
  const start = sheet.direction === 'rtl' ? WIDTH - MARGIN : MARGIN;
  const indent = sheet.direction === 'rtl' ? -430 : 430;
  const room = WIDTH - 2 * MARGIN;
  let y = MARGIN;
  const write = (words: string, size: number, weight: number, x = start, width = room) => {
    pen.font = `${weight} ${size}px ${FONT}`;
    for (const line of linesOf(pen, words, width)) {
      y += size * 1.3;
      pen.fillText(line, x, y);
    }
  };
  write(sheet.title, 54, 700);
  y += 30;
  write(sheet.word, 80, 700);
  write(sheet.sentence, 38, 400);
  y += 40;
  for (const [name, value] of sheet.rows) {
    const top = y;
    write(name, 30, 700, start, Math.abs(indent) - 30);
    const end = y;
    y = top;
    write(value, 30, 400, start + indent, room - Math.abs(indent));
    y = Math.max(y, end) + 10;
  }
  y += 20;
  for (const remark of sheet.remarks) {
    write(remark, 28, 400);
    y += 12;
  }
  if (sheet.code !== undefined) {
    const { symbol, caption } = sheet.code;
    const modules = symbol.size + 2 * QUIET;
    const module = Math.floor(Math.min(room, HEIGHT - y - MARGIN - 60) / modules);
    drawSymbol(pen, symbol, module, y + 20);
    y += 20 + module * modules;
    write(caption, 26, 400);
  }
  return {
    width: WIDTH,
    height: HEIGHT,
    gray: grayOf(pen),
    words: wordsOf(sheet),
    language: sheet.language,
    title: sheet.title,
  };
}

function drawSymbol(pen: CanvasRenderingContext2D, symbol: QrCode, module: number, top: number): void {
  const left = Math.floor((WIDTH - module * symbol.size) / 2);
  const first = Math.floor(top) + QUIET * module;
  for (let y = 0; y < symbol.size; y++) {
    for (let x = 0; x < symbol.size; x++) {
      if (symbol.isDark(x, y)) pen.fillRect(left + x * module, first + y * module, module, module);
    }
  }
}

/** Between words, and within one that is longer than a line. */
function linesOf(pen: CanvasRenderingContext2D, words: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of words.split(' ').flatMap((w) => piecesOf(pen, w, width))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && pen.measureText(longer).width > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}

function piecesOf(pen: CanvasRenderingContext2D, word: string, width: number): string[] {
  if (pen.measureText(word).width <= width) return [word];
  const half = Math.ceil(word.length / 2);
  return half === word.length
    ? [word]
    : [...piecesOf(pen, word.slice(0, half), width), ...piecesOf(pen, word.slice(half), width)];
}

function grayOf(pen: CanvasRenderingContext2D): Uint8Array {
  const { data } = pen.getImageData(0, 0, WIDTH, HEIGHT);
  const gray = new Uint8Array(WIDTH * HEIGHT);
  for (let i = 0; i < gray.length; i++) gray[i] = data[4 * i + 1] as number;
  return gray;
}

function wordsOf({ title, word, sentence, rows, remarks, code }: Sheet): string {
  const said = rows.map(([name, value]) => `${name}: ${value}`);
  return [title, word, sentence, ...said, ...remarks, ...(code === undefined ? [] : [code.caption])].join('\n');
}
