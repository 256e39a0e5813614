/** Ways to bring a code that need no button: dropped or pasted anywhere on the page, or typed by a hardware scanner. */
import { meant } from '../scan/layouts';
import { Wedge } from '../scan/wedge';

export interface Brought {
  files(files: readonly File[]): void;
  text(text: string): void;
}

export function listen(brought: Brought): void {
  const wedge = new Wedge();
  document.addEventListener('keydown', (event) => {
    if (isField(event.target) || event.ctrlKey || event.metaKey || event.isComposing) return;
    const pressed = { code: event.code, shift: event.shiftKey };
    const { code, strokes, taken } = wedge.key(event.key, event.timeStamp, pressed);
    if (taken) event.preventDefault();
    if (code !== undefined) void meant(code, strokes ?? []).then(brought.text);
  });
  document.addEventListener('paste', (event) => {
    if (isField(event.target)) return;
    const files = [...(event.clipboardData?.files ?? [])];
    const text = event.clipboardData?.getData('text/plain') ?? '';
    if (files.length === 0 && text.trim() === '') return;
    event.preventDefault();
    if (files.length > 0) brought.files(files);
    else brought.text(text);
  });
  // A file that is dropped beside the field must not be opened by the browser instead of the page.
  document.addEventListener('dragover', (event) => {
    if (!isField(event.target)) event.preventDefault();
  });
  document.addEventListener('drop', (event) => {
    if (event.defaultPrevented || isField(event.target)) return;
    event.preventDefault();
    const files = [...(event.dataTransfer?.files ?? [])];
    const text = event.dataTransfer?.getData('text/plain') ?? '';
    if (files.length > 0) brought.files(files);
    else if (text.trim() !== '') brought.text(text);
  });
}

function isField(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('textarea, input:not([type=radio]):not([type=file])');
}
