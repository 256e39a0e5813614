/** Draws a code with its quiet zone: whole pixels for each module, as many as the screen has room for. */
import type { QrCode } from '../barcode/qr';

const QUIET = 4;
/** Pixels on a side, at least: sharp on phones with three pixels for each of a style sheet's. */
const SIDE = 1200;

export function drawn(canvas: HTMLCanvasElement, qr: QrCode): void {
  const modules = qr.size + 2 * QUIET;
  const scale = Math.ceil(SIDE / modules);
  canvas.width = modules * scale;
  canvas.height = modules * scale;
  const context = canvas.getContext('2d');
  if (context === null) return;
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = '#000000';
  for (let y = 0; y < qr.size; y++) {
    for (let x = 0; x < qr.size; x++) {
      if (qr.isDark(x, y)) context.fillRect((x + QUIET) * scale, (y + QUIET) * scale, scale, scale);
    }
  }
}
