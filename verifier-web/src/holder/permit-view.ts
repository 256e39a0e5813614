/** The permit on this device: the code of the chosen purpose, live and large; what it tells; a test; print; help. */
import type { Purpose } from '../engine/trust/extensions';
import { PURPOSES } from '../engine/trust/extensions';
import { limits } from '../engine/registry';
import { readCode } from '../engine/cwt/envelope';
import { presentCredential } from '../engine/verify/presented-credential';
import type { Lists } from '../store/keeper';
import { el, fill } from '../page/dom';
import { liveCode } from './proof';
import { drawn } from './canvas';
import { qrCode } from '../barcode/qr';
import { tellsCard } from './tells-view';
import { testCard } from './test-view';
import { forget, type Kept } from './vault';
import { messages, words } from './words';

/** Seconds between two codes (LIVE-9). */
const EVERY = 30;

export interface PermitActions {
  readonly choose: (purpose: Purpose) => void;
  readonly removed: () => void;
}

export interface PermitView {
  readonly nodes: readonly Node[];
  /** Stops its timer, and lets the screen go dark again. */
  readonly leave: () => void;
}

export function permitView(
  { keys, wallet }: Kept,
  purpose: Purpose,
  lists: () => Lists | undefined,
  { choose, removed }: PermitActions,
): PermitView {
  const text = wallet.codes?.[purpose] ?? '';
  const make = async () => liveCode((await readCode(text, limits)).bytes, keys[purpose], Date.now());
  const screen = liveScreen(purpose, make);
  const nodes = [
    el('h1', { id: 'who' }, words.who),
    purposeButtons(purpose, choose),
    screen.root,
    tells(wallet.codes?.full ?? '', text),
    testCard(make, lists),
    printCard(text),
    card('lost', words.lost.title, words.lost.text, words.lost.help),
    card('install', words.install.title, words.install.text),
    helpCard(),
    removeCard(removed),
    el('p', { class: 'soft' }, words.private),
    paper(purpose, text),
  ];
  return { nodes, leave: screen.leave };
}

function purposeButtons(current: Purpose, choose: (purpose: Purpose) => void): HTMLElement {
  const list = el('ul', { class: 'asking', 'aria-labelledby': 'who' });
  for (const purpose of PURPOSES) {
    const pressed = purpose === current ? 'true' : 'false';
    const button = el(
      'button',
      { type: 'button', 'aria-pressed': pressed, 'data-purpose': purpose },
      messages.purpose[purpose],
    );
    button.addEventListener('click', () => choose(purpose));
    list.append(el('li', {}, button));
  }
  return list;
}

/** Renewed in time, and at once when the page comes back; while it is hidden nothing is made and nothing shown. */
function liveScreen(purpose: Purpose, make: () => Promise<string>): { root: HTMLElement; leave: () => void } {
  const canvas = el('canvas', {
    role: 'img',
    'aria-label': fill(words.codeOf, { purpose: messages.purpose[purpose] }),
    id: 'live',
  });
  const left = el('span', { id: 'left' });
  const pulse = el('p', { class: 'pulse' }, el('span', { class: 'dot' }), el('span', {}, words.live), left);
  const root = el(
    'section',
    { class: 'code' },
    canvas,
    pulse,
    el('p', { class: 'soft' }, words.bright),
    el('p', { class: 'soft' }, words.screenshot),
  );
  let gone = false;
  let age = 0;
  let awake: WakeLockSentinel | undefined;
  const renew = async () => {
    age = 0;
    const code = await make();
    if (gone || document.hidden) return;
    const qr = qrCode(code, 'L');
    drawn(canvas, qr);
    canvas.dataset['version'] = String(qr.version);
  };
  const stayAwake = async () => {
    // Not everywhere, and not when the battery is low: the code is shown all the same.
    awake = await navigator.wakeLock?.request('screen').catch(() => undefined);
    if (gone) void awake?.release();
  };
  const back = () => {
    if (document.hidden) {
      canvas.getContext('2d')?.clearRect(0, 0, canvas.width, canvas.height);
      return;
    }
    void renew();
    void stayAwake();
  };
  const timer = setInterval(() => {
    age++;
    left.textContent = ` · ${fill(words.renewed, { n: Math.max(0, EVERY - age) })}`;
    if (age >= EVERY && !document.hidden) void renew();
  }, 1000);
  document.addEventListener('visibilitychange', back);
  back();
  const leave = () => {
    gone = true;
    clearInterval(timer);
    document.removeEventListener('visibilitychange', back);
    void awake?.release();
  };
  return { root, leave };
}

/** Filled in when the codes are decoded: with the same engine that a verifier has. */
function tells(full: string, text: string): HTMLElement {
  const card = el('section', { class: 'card', id: 'tells' }, el('h2', {}, words.shows));
  void Promise.all([presentCredential(text), presentCredential(full)])
    .then(([shown, all]) => card.replaceWith(tellsCard(shown.document, all.document)))
    .catch(() => undefined);
  return card;
}

function card(id: string, title: string, ...texts: readonly string[]): HTMLElement {
  return el('section', { class: 'card', id }, el('h2', {}, title), ...texts.map((text) => el('p', {}, text)));
}

function printCard(text: string): HTMLElement {
  const note = el('p', {}, words.print.text);
  const button = el('button', { type: 'button', id: 'print' }, words.print.go);
  button.addEventListener('click', () => window.print());
  void presentCredential(text)
    .then(({ liveOnly }) => {
      if (!liveOnly) return;
      note.textContent = words.print.liveOnly;
      button.hidden = true;
    })
    .catch(() => undefined);
  return el('section', { class: 'card', id: 'paper' }, el('h2', {}, words.print.title), note, button);
}

/** What a printer gets: the code without a proof, drawn for paper. */
function paper(purpose: Purpose, text: string): HTMLElement {
  const canvas = el('canvas', {});
  if (text !== '') drawn(canvas, qrCode(text, 'M'));
  const address = new URL('./', document.baseURI).href;
  const line = fill(words.print.page, { purpose: messages.purpose[purpose], address });
  return el('div', { class: 'print-only', 'aria-hidden': 'true' }, canvas, el('p', {}, line));
}

function helpCard(): HTMLElement {
  const items = words.help.items.map(([question = '', answer = '']) =>
    el('details', {}, el('summary', {}, question), el('p', {}, answer)),
  );
  return el('section', { class: 'card', id: 'help' }, el('h2', {}, words.help.title), ...items);
}

function removeCard(removed: () => void): HTMLElement {
  const sure = el('button', { type: 'button', id: 'remove' }, words.remove.go);
  let asked = false;
  sure.addEventListener('click', () => {
    if (!asked) {
      asked = true;
      sure.textContent = words.remove.sure;
      return;
    }
    void forget().then(removed);
  });
  const { title, text } = words.remove;
  return el('section', { class: 'card' }, el('h2', {}, title), el('p', {}, text), sure);
}
