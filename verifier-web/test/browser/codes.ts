/** Codes as pictures, and pictures as the frames of a fake camera. */
import { writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Browser } from 'playwright-core';
import { prepareZXingModule, writeBarcode, type WriterOptions } from 'zxing-wasm/writer';

const wasm = createRequire(import.meta.url).resolve('zxing-wasm/writer/zxing_writer.wasm');

export async function barcodePng(content: string | Uint8Array, options: WriterOptions): Promise<Uint8Array> {
  const file = await readFile(wasm);
  const wasmBinary = file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength);
  await prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true });
  const { image, error } = await writeBarcode(content, { scale: 4, withQuietZones: true, ...options });
  if (image === null) throw new Error(error);
  return new Uint8Array(await image.arrayBuffer());
}

/**
 * Writes a film for `--use-file-for-fake-video-capture`: the picture in the middle of a grey frame, slightly turned, as a hand holds it.
 * The browser itself encodes the frames, so that no other tool is needed.
 */
export async function makeMjpeg(browser: Browser, png: Uint8Array, file: string, frames = 5): Promise<void> {
  const page = await browser.newPage();
  const jpeg = await page.evaluate(
    async (source: string) => {
      const picture = await createImageBitmap(await (await fetch(source)).blob());
      const canvas = document.createElement('canvas');
      canvas.width = 1280;
      canvas.height = 720;
      const context = canvas.getContext('2d') as CanvasRenderingContext2D;
      context.fillStyle = '#8a8f94';
      context.fillRect(0, 0, 1280, 720);
      const scale = 640 / Math.max(picture.width, picture.height);
      context.translate(640, 360);
      context.rotate(0.03);
      context.scale(scale, scale);
      context.drawImage(picture, -picture.width / 2, -picture.height / 2);
      return canvas.toDataURL('image/jpeg', 0.92).split(',')[1] ?? '';
    },
    `data:image/png;base64,${Buffer.from(png).toString('base64')}`,
  );
  await page.close();
  const frame = Buffer.from(jpeg, 'base64');
  writeFileSync(file, Buffer.concat(Array.from({ length: frames }, () => frame)));
}

/** How a hand holds a paper at one moment: degrees around three axes, and sigma in pixels of what the lens makes of it. */
export interface Held {
  readonly tilt: number;
  readonly turn: number;
  readonly roll: number;
  readonly blur: number;
}

/** A film like that of {@link makeMjpeg}, of a paper that is seen from the side and out of focus; a frame for each moment. */
export async function makeHeldFilm(
  browser: Browser,
  png: Uint8Array,
  moments: readonly Held[],
  file: string,
): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
  const source = `data:image/png;base64,${Buffer.from(png).toString('base64')}`;
  await page.setContent(
    `<body style="margin:0;height:720px;background:#8a8f94;display:grid;place-items:center;overflow:hidden">
     <div style="padding:24px;background:#f4f1e8"><img src="${source}" style="height:540px;display:block"></div>`,
  );
  const frames: Buffer[] = [];
  for (const { tilt, turn, roll, blur } of moments) {
    await page.evaluate(
      ([transform, filter]) => {
        const paper = document.querySelector('div') as HTMLElement;
        paper.style.transform = transform;
        paper.style.filter = filter;
      },
      [`perspective(1400px) rotateX(${tilt}deg) rotateY(${turn}deg) rotate(${roll}deg)`, `blur(${blur}px)`] as const,
    );
    frames.push(await page.screenshot({ type: 'jpeg', quality: 80 }));
  }
  await page.close();
  writeFileSync(file, Buffer.concat(frames));
}
