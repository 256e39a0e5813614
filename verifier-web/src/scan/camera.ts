/** The camera: frames are read one after the other until one holds a code. Frames are never kept. */
import type { ReadCode } from './codes';
import { readFrame } from './reader';
import { Unreadable } from './unreadable';

export interface Scan {
  /** Codes of the first frame that has any; empty when it was stopped; `UNREADABLE` when there was one for long that nobody can read. */
  readonly codes: Promise<readonly ReadCode[] | 'UNREADABLE'>;
  stop(): void;
}

/** When the frame was taken that is read now, for whoever measures (`npm run measure`). */
const FRAME = 'stayseal-frame';
const NOTHING = { codes: [], broken: false };

/** Whether this browser has frames to give at all: the home-screen apps of some iOS have none, nor has a page without TLS. */
export function hasStreams(): boolean {
  return typeof (navigator.mediaDevices as MediaDevices | undefined)?.getUserMedia === 'function';
}

/** Whether what `scan` threw will be thrown again: refused, or no camera; not one that is busy at the moment. */
export function withoutStream(thrown: unknown): boolean {
  return !hasStreams() || (thrown instanceof DOMException && /^(NotAllowed|NotFound|Security)Error$/.test(thrown.name));
}

/**
 * @param device the camera to use; the one at the back if nothing is said
 * @throws DOMException when there is no camera, or it may not be used
 */
export async function scan(video: HTMLVideoElement, device?: string): Promise<Scan> {
  const which = device === undefined ? { facingMode: { ideal: 'environment' } } : { deviceId: { exact: device } };
  const stream = await navigator.mediaDevices.getUserMedia({
    audio: false,
    video: { ...which, width: { ideal: 1920 }, height: { ideal: 1080 } },
  });
  let running = true;
  const stop = () => {
    running = false;
    stream.getTracks().forEach((t) => t.stop());
    video.srcObject = null;
  };
  video.srcObject = stream;
  await video.play();
  const look = async (): Promise<readonly ReadCode[] | 'UNREADABLE'> => {
    const canvas = document.createElement('canvas');
    const unreadable = new Unreadable();
    while (running) {
      performance.clearMarks(FRAME);
      performance.mark(FRAME);
      const frame = grab(video, canvas);
      const { codes, broken } = frame === undefined ? NOTHING : await readFrame(frame).catch(() => NOTHING);
      if (codes.length > 0 && running) {
        stop();
        return codes;
      }
      if (unreadable.after(broken, performance.now()) && running) {
        stop();
        return 'UNREADABLE';
      }
      await nextFrame();
    }
    return [];
  };
  return { codes: look(), stop };
}

function grab(video: HTMLVideoElement, canvas: HTMLCanvasElement): ImageData | undefined {
  if (video.videoWidth === 0) return undefined;
  canvas.width = video.videoWidth;
  canvas.height = video.videoHeight;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  context?.drawImage(video, 0, 0);
  return context?.getImageData(0, 0, canvas.width, canvas.height);
}

function nextFrame(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 40));
}
