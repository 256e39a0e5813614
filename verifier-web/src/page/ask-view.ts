/** The first screen: who asks, and the ways to bring a code. */
import type { Purpose } from '../engine/trust/extensions';
import { el, icon } from './dom';
import { signalSwitches } from './signals';
import { words } from './words';

export interface AskHandlers {
  scan(video: HTMLVideoElement): void;
  stop(): void;
  files(files: readonly File[]): void;
  pasted(text: string): void;
  purpose(purpose: Purpose | undefined): void;
}

export interface AskView {
  readonly root: HTMLElement;
  /** A short word on what is going on, announced to screen readers. */
  note(text: string): void;
  camera(on: boolean): void;
  /** From now on the first button takes a photo: there is no stream of frames to be had. */
  byPhoto(): void;
  /** What the camera at hand can do. */
  controls(controls: HTMLElement): void;
  /** Says what is kept from before, and lets go of it. */
  keep(text: string, forget: () => void, clearing: HTMLElement): void;
}

const PURPOSES = ['work', 'bank', 'stay', 'full', 'residence'] as const;

export function askView(chosen: Purpose | undefined, handlers: AskHandlers): AskView {
  const note = el('p', { class: 'note', role: 'status', 'aria-live': 'polite' });
  const video = el('video', { playsinline: true, muted: true, 'aria-label': words.scanHint });
  const stop = el('button', { type: 'button' }, words.stop);
  stop.addEventListener('click', () => handlers.stop());
  const controls = el('div');
  const camera = el('div', { hidden: true }, el('div', { class: 'camera' }, video), controls, el('p', {}, stop));
  const start = el('button', { type: 'button', class: 'primary', id: 'scan' }, icon('scan'), words.scan);
  const photo = photoField(handlers);
  start.addEventListener('click', () => {
    if (photo.isConnected) photo.click();
    else handlers.scan(video);
  });
  const kept = el('div', { class: 'kept', hidden: true, role: 'status' });
  const root = el(
    'div',
    { class: 'wide ask' },
    el('h1', {}, words.title),
    kept,
    el('p', { class: 'soft' }, words.privacy),
    purposeField(chosen, handlers),
    camera,
    start,
    el('div', { class: 'others' }, fileField(handlers), pasteField(handlers)),
    el('p', { class: 'soft scanner' }, words.scanner),
    signalSwitches(),
    note,
  );
  return {
    root,
    note: (text) => note.replaceChildren(text),
    keep: (text, forget, clearing) => {
      const button = el('button', { type: 'button', class: 'quiet' }, words.continuation.forget);
      button.addEventListener('click', forget);
      kept.replaceChildren(el('p', {}, text), button, clearing);
      kept.hidden = false;
    },
    controls: (made) => controls.replaceChildren(made),
    byPhoto: () => start.after(photo),
    camera: (on) => {
      if (!on) controls.replaceChildren();
      camera.hidden = !on;
      start.hidden = on;
      if (on) stop.focus();
    },
  };
}

function purposeField(chosen: Purpose | undefined, handlers: AskHandlers): HTMLElement {
  const options = PURPOSES.map((name) => {
    const input = el('input', {
      type: 'radio',
      name: 'purpose',
      value: name,
      checked: name === (chosen ?? 'residence'),
    });
    input.addEventListener('change', () => handlers.purpose(name === 'residence' ? undefined : name));
    return el('label', {}, input, el('span', {}, words.asker[name]));
  });
  return el('fieldset', {}, el('legend', {}, words.askFor), el('div', { class: 'purposes' }, ...options));
}

/** The camera's own program takes one photo, on a phone; elsewhere a picture is chosen. The first button stands for it. */
function photoField(handlers: AskHandlers): HTMLInputElement {
  const input = el('input', { type: 'file', id: 'photo', accept: 'image/*', capture: 'environment', hidden: true });
  input.addEventListener('change', () => {
    handlers.files([...(input.files ?? [])]);
    input.value = '';
  });
  return input;
}

function fileField(handlers: AskHandlers): HTMLElement {
  const input = el('input', {
    type: 'file',
    id: 'file',
    accept: 'image/png,image/jpeg,application/pdf',
    multiple: true,
  });
  input.addEventListener('change', () => {
    handlers.files([...(input.files ?? [])]);
    input.value = '';
  });
  const field = el(
    'div',
    { class: 'drop' },
    input,
    el('label', { class: 'button', for: 'file' }, words.choose),
    el('p', { class: 'soft' }, words.drop),
  );
  const over = (on: boolean) => (event: DragEvent) => {
    event.preventDefault();
    field.classList.toggle('over', on);
  };
  field.addEventListener('dragover', over(true));
  field.addEventListener('dragleave', over(false));
  field.addEventListener('drop', (event) => {
    over(false)(event);
    handlers.files([...(event.dataTransfer?.files ?? [])]);
  });
  return field;
}

function pasteField(handlers: AskHandlers): HTMLElement {
  const area = el('textarea', {
    id: 'pasted',
    dir: 'ltr',
    spellcheck: 'false',
    autocomplete: 'off',
    autocapitalize: 'off',
  });
  const go = el('button', { type: 'button', id: 'go' }, words.pasteGo);
  go.addEventListener('click', () => handlers.pasted(area.value));
  return el(
    'details',
    {},
    el('summary', {}, words.paste),
    el('div', { class: 'inside' }, el('label', { for: 'pasted' }, words.pasteLabel), area, go),
  );
}
