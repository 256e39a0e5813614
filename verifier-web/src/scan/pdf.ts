/** PDF files: each page is drawn and searched. The library is large and loaded only when the first PDF comes. */
import { limits } from '../engine/registry';
import { ownScript } from '../page/trusted';
import type { ReadCode } from './codes';
import { UnreadablePicture } from './picture';
import { distinct, readCodes } from './reader';

const INCH = 72;

export function isPdf(bytes: Uint8Array): boolean {
  return String.fromCharCode(...bytes.subarray(0, 5)) === '%PDF-';
}

/** A file attached to a PDF, the only one of this name; nothing where there is none, or the PDF cannot be read. */
export async function attachedTo(bytes: Uint8Array, name: string): Promise<Uint8Array | undefined> {
  if (bytes.length > limits.maxPictureBytes) return undefined;
  const { loading, close } = await open(new Uint8Array(bytes));
  try {
    const file = await loading.promise;
    const found = [...((await file.getAttachments()) ?? [])].filter(([, one]) => one.filename === name);
    if (found.length !== 1) return undefined;
    const [id, one] = found[0] ?? ['', undefined];
    return one?.content ?? (await file.getAttachmentContent(id)) ?? undefined;
  } catch {
    return undefined;
  } finally {
    await close();
  }
}

async function open(bytes: Uint8Array) {
  const [pdf, { default: workerUrl }] = await Promise.all([
    import('pdfjs-dist'),
    import('pdfjs-dist/build/pdf.worker.min.mjs?url'),
  ]);
  const port = new Worker(ownScript(workerUrl), { type: 'module' });
  const worker = pdf.PDFWorker.create({ port });
  // Nothing in the file may run or fetch: no scripts, no forms, no fonts or decoders from elsewhere.
  const loading = pdf.getDocument({ data: bytes, worker, enableXfa: false, disableFontFace: true, useWasm: false });
  const close = async () => {
    await loading.destroy();
    port.terminate();
  };
  return { loading, close };
}

export async function readPdf(bytes: Uint8Array): Promise<readonly ReadCode[]> {
  if (bytes.length > limits.maxPictureBytes) throw new UnreadablePicture('unreadable: the file is too large');
  const { loading, close } = await open(bytes);
  try {
    const file = await loading.promise;
    if (file.numPages > limits.maxPdfPages) throw new UnreadablePicture('unreadable: the file has too many pages');
    const found: ReadCode[] = [];
    for (let n = 1; n <= file.numPages; n++) {
      const page = await file.getPage(n);
      for (const dpi of [200, 300]) {
        const codes = await readCodes(await drawPage(page, dpi), true);
        found.push(...codes);
        if (codes.length > 0) break;
      }
    }
    return distinct(found);
  } catch (e) {
    if (e instanceof UnreadablePicture) throw e;
    const locked = e instanceof Error && e.name === 'PasswordException';
    throw new UnreadablePicture(
      locked ? 'unreadable: the PDF is locked by a password' : 'damaged: the PDF cannot be read',
    );
  } finally {
    await close();
  }
}

type Page = Awaited<ReturnType<Awaited<ReturnType<typeof import('pdfjs-dist').getDocument>['promise']>['getPage']>>;

async function drawPage(page: Page, dpi: number): Promise<ImageData> {
  const viewport = page.getViewport({ scale: dpi / INCH });
  if (viewport.width * viewport.height > limits.maxPicturePixels)
    throw new UnreadablePicture('unreadable: a page is too large');
  const canvas = document.createElement('canvas');
  canvas.width = Math.ceil(viewport.width);
  canvas.height = Math.ceil(viewport.height);
  await page.render({ canvas, viewport }).promise;
  const context = canvas.getContext('2d');
  if (context === null) throw new UnreadablePicture('unreadable: no canvas');
  return context.getImageData(0, 0, canvas.width, canvas.height);
}
