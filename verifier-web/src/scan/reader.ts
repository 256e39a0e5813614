/** The reading worker, as a function from a picture to the codes in it. */
import workerUrl from './reader.worker.ts?worker&url';
import { ownScript } from '../page/trusted';
import { withoutAccidents } from './judged';
import type { Frame, FrameAnswer, ReadCode } from './codes';

let worker: Worker | undefined;
let next = 0;
const waiting = new Map<number, (answer: FrameAnswer) => void>();

/** Starts the worker early, so that the first picture does not wait for it. */
export function warmUp(): Worker {
  if (worker === undefined) {
    worker = new Worker(ownScript(workerUrl), { type: 'module' });
    worker.onmessage = (event: MessageEvent<FrameAnswer>) => {
      waiting.get(event.data.id)?.(event.data);
      waiting.delete(event.data.id);
    };
  }
  return worker;
}

export async function readCodes(image: ImageData, thorough: boolean): Promise<readonly ReadCode[]> {
  return (await read(image, thorough)).codes;
}

/** One of many frames: also whether there is a code in it that cannot be read. */
export function readFrame(image: ImageData): Promise<{ codes: readonly ReadCode[]; broken: boolean }> {
  return read(image, false);
}

async function read(image: ImageData, thorough: boolean): Promise<{ codes: readonly ReadCode[]; broken: boolean }> {
  const frame: Frame = { id: next++, image, thorough };
  const answer = await new Promise<FrameAnswer>((resolve) => {
    waiting.set(frame.id, resolve);
    warmUp().postMessage(frame, [image.data.buffer]);
  });
  if (answer.fault !== undefined) throw new Error(answer.fault);
  return { codes: withoutAccidents(distinct(answer.codes)), broken: answer.broken };
}

/** The same bytes twice in one picture are one code. */
export function distinct(codes: readonly ReadCode[]): ReadCode[] {
  const seen = new Set<string>();
  return codes.filter((c) => {
    const key = c.bytes.join();
    return !seen.has(key) && seen.add(key);
  });
}
