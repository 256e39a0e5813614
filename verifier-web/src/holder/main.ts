/** The holder's page: takes a permit by a one-time link, keeps it on this device, and shows the code of one purpose live. */
import type { Purpose } from '../engine/trust/extensions';
import { ownScript } from '../page/trusted';
import { readDeployment, type Deployment } from '../store/deployment';
import { Keeper } from '../store/keeper';
import { el } from '../page/dom';
import { bind, collect, NotBound } from './authority';
import { enterView, noneView, refusalWords } from './enter-view';
import { keep, kept, newKeys, type Kept, type PurposeMap } from './vault';
import { permitView } from './permit-view';
import { fitting } from '../page/languages';
import { headerView } from '../page/header-view';
import { remember, remembered } from '../page/remembered';
import { speak } from './languages';
import { words } from './words';

const top = document.getElementById('top') as HTMLElement;
const main = document.getElementById('main') as HTMLElement;

let keeper: Keeper | undefined;
let purpose: Purpose = 'full';
/** Stops what belongs to the screen before: timers, the lock that keeps the screen on. */
let leave: () => void = () => undefined;
/** Shows what is on the screen once more, in the language of then. */
let redraw: () => void = () => undefined;
let deployment: Deployment | undefined;

/** What the link carries is behind its number sign; it goes from the address before anything else is done. */
function takeToken(): string | undefined {
  const token = location.hash.slice(1);
  if (token === '') return undefined;
  history.replaceState(null, '', location.pathname);
  return /^[A-Za-z0-9_-]{22}$/.test(token) ? token : undefined;
}

function showHeader(): void {
  const head = {
    title: words.title,
    authority: deployment?.authority ?? '',
    demo: deployment?.environment === 'demo' ? words.demo : undefined,
  };
  top.replaceChildren(...headerView(head, (chosen) => void speakFromNow(chosen)));
}

async function speakFromNow(chosen: string): Promise<void> {
  if (await speak(chosen)) remember('language', chosen);
  showHeader();
  redraw();
  document.getElementById('language')?.focus();
}

function show(...nodes: readonly Node[]): void {
  leave();
  leave = () => undefined;
  redraw = () => undefined;
  main.replaceChildren(...nodes);
  window.scrollTo(0, 0);
}

function showEnter(token: string, replaces: boolean): void {
  const view = enterView(replaces, (letterNumber) => void put(token, letterNumber, view.tell));
  show(view.root);
  redraw = () => {
    // Not while it is at work: its answer would come to a screen that is gone.
    if (!view.busy()) showEnter(token, replaces);
  };
}

function showNone(): void {
  show(noneView());
  redraw = showNone;
}

async function put(token: string, letterNumber: string, tell: (text: string) => void): Promise<void> {
  tell(words.enter.working);
  try {
    const pairs = await newKeys();
    const collection = await bind(token, letterNumber, pairs);
    const keys = Object.fromEntries(
      Object.entries(pairs).map(([name, pair]) => [name, pair.privateKey]),
    ) as PurposeMap<CryptoKey>;
    try {
      await keep(keys, { collection });
    } catch {
      throw new NotBound('STORAGE');
    }
    // Best effort: a browser that refuses still keeps it for a while, and the help says how to make it stay.
    await navigator.storage?.persist?.().catch(() => false);
    await fetchCodes({ keys, wallet: { collection } });
  } catch (e) {
    tell(refusalWords(e));
  }
}

/** Asks until the codes are there; the page may be closed meanwhile, and goes on where it was. */
async function fetchCodes({ keys, wallet }: Kept): Promise<void> {
  for (;;) {
    const codes = await collect(wallet.collection ?? '');
    if (codes !== undefined) {
      await keep(keys, { codes });
      showPermit({ keys, wallet: { codes } });
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
}

function showPermit(holder: Kept): void {
  const view = permitView(holder, purpose, () => keeper?.current, {
    choose: (chosen) => {
      purpose = chosen;
      showPermit(holder);
    },
    removed: showNone,
  });
  show(...view.nodes);
  leave = view.leave;
  redraw = () => showPermit(holder);
}

async function start(): Promise<void> {
  const token = takeToken();
  await speak(fitting([remembered('language') ?? '', ...navigator.languages]));
  showHeader();
  try {
    deployment = await readDeployment(document.baseURI);
  } catch {
    show(el('p', { class: 'notice', role: 'alert' }, words.broken));
    return;
  }
  showHeader();
  const holder = await kept().catch(() => undefined);
  if (token !== undefined) showEnter(token, holder !== undefined);
  else if (holder?.wallet.codes !== undefined) showPermit(holder);
  else if (holder?.wallet.collection !== undefined) await resume(holder);
  else showNone();
  keeper = new Keeper(deployment, () => undefined);
  await keeper.load();
  document.documentElement.dataset['ready'] = 'true';
  await keeper.update();
  document.documentElement.dataset['lists'] = 'true';
}

async function resume(holder: Kept): Promise<void> {
  const note = el('p', { class: 'notice', role: 'status' }, words.enter.working);
  show(note);
  await fetchCodes(holder).catch((e: unknown) => {
    note.textContent = refusalWords(e);
  });
}

// A link that is opened while the page is open changes only what is behind the number sign.
window.addEventListener('hashchange', () => {
  const token = takeToken();
  if (token !== undefined) showEnter(token, true);
});
void start();
if ('serviceWorker' in navigator && import.meta.env.PROD) {
  navigator.serviceWorker.register(ownScript('./sw.js'), { updateViaCache: 'none' }).catch(() => undefined);
}
