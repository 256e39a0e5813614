/** The page: brings codes to the engine and its verdicts to the screen. Nothing of a code leaves it. */
import { paired } from '../engine/verify/pairing';
import { noCodeFound, verify } from '../engine/verify/verifier';
import type { Verdict } from '../engine/verify/verdict';
import { PURPOSES, type Purpose } from '../engine/trust/extensions';
import { hasStreams, scan, withoutStream, type Scan } from '../scan/camera';
import { judgedOf, together, type Given } from '../scan/judged';
import { MOST_PASTED, pastedCodes } from '../scan/pasted';
import { isPdf, readPdf } from '../scan/pdf';
import { readPicture, UnreadablePicture } from '../scan/picture';
import { warmUp } from '../scan/reader';
import { readDeployment, type Deployment } from '../store/deployment';
import { Keeper, type Lists } from '../store/keeper';
import { standardProfiles, type Profiles } from '../engine/registry/profiles';
import { withoutList, type Sources } from '../engine/verify/sources';
import { fetchAfter, ownStatusLists } from '../store/schedule';
import { readWarnAfter } from '../store/list-age';
import { askView, type AskView } from './ask-view';
import { askedBeside, compareView, NO_LINES, typedLines, type Lines } from './compare-view';
import { otherHalf } from './continuation-view';
import { nameTypesBy } from './document-view';
import { el, fill, icon } from './dom';
import { headerView } from './header-view';
import { fitting, speak } from './languages';
import { Clearing } from './clearing';
import { remember, remembered } from './remembered';
import { signal } from './signals';
import { listsView } from './lists-view';
import { ownScript } from './trusted';
import { listen } from './brought';
import { cameraControls } from './camera-controls';
import { BrokenReceipt, receiptIn } from '../receipt/from-file';
import type { Checked } from '../receipt/make';
import type { Receipt } from '../receipt/receipt';
import { againView, broughtWords, receiptView } from './receipt-view';
import { codeId, reportView } from './report-view';
import { byGravity, severalView, UNREADABLE_CODE, verdictView } from './verdict-view';
import { words } from './words';

const top = document.getElementById('top') as HTMLElement;
const main = document.getElementById('main') as HTMLElement;
const foot = document.getElementById('lists') as HTMLElement;

let deployment: Deployment | undefined;
let keeper: Keeper | undefined;
let purpose: Purpose | undefined = PURPOSES.find((name) => name === remembered('purpose'));
let profiles: Profiles = standardProfiles;
let warnAfter = readWarnAfter();
let running: Scan | undefined;
/** Shows what is on the screen once more, in the language of then. */
let redraw: () => void = showAsk;
/** Counts the uses of the camera: what belongs to an earlier one comes too late. */
let cameraTurn = 0;
/** Whether a photo is taken instead: without streams from the start, and after a refusal that will not go away by itself. */
let byPhoto = !hasStreams();
let view: AskView | undefined;
/** What the answer on the screen is about, so that it can be judged again when newer lists arrive; gone with the answer. */
/** A permit that waits for the paper about its renewal, or the other way round; gone with the next answer. */
let waiting: { given: Given; note: string } | undefined;
/** What to call the code of a verdict in a report. */
const ids = new WeakMap<Verdict, string>();
/** What a receipt of a verdict is made of; gone with it. */
const checked = new WeakMap<Verdict, Checked>();
let shown: { given: Given; sources: Sources; lines: Lines } | undefined;
const clearing = new Clearing(clearAll);

function showHeader(): void {
  const head = {
    title: words.title,
    authority: deployment?.authority ?? '',
    demo: deployment?.environment === 'demo' ? words.demo : undefined,
  };
  top.replaceChildren(...headerView(head, (chosen) => void speakFromNow(chosen)));
}

/** Everything on the screen is said again; what a camera was about to read is not waited for. */
async function speakFromNow(chosen: string): Promise<void> {
  if (await speak(chosen)) remember('language', chosen);
  if (running !== undefined) stopCamera();
  showHeader();
  if (keeper !== undefined) showLists(keeper.current);
  redraw();
  document.getElementById('language')?.focus();
}

function showAsk(): void {
  shown = undefined;
  redraw = showAsk;
  view = askView(purpose, {
    scan: (video) => void useCamera(video),
    stop: stopCamera,
    files: (files) => void useFiles(files),
    pasted: (text) => void judge(pastedGiven(text)),
    purpose: (chosen) => {
      purpose = chosen;
      remember('purpose', chosen ?? 'residence');
    },
  });
  if (byPhoto) view.byPhoto();
  main.replaceChildren(view.root);
  if (waiting === undefined) {
    clearing.stop();
  } else {
    view.keep(waiting.note, forget, clearing.view());
    clearing.begin();
  }
  window.scrollTo(0, 0);
}

function forget(): void {
  waiting = undefined;
  showAsk();
}

/** Its time is over. */
function clearAll(): void {
  forget();
  view?.note(words.clearing.gone);
}

/** Goes on to the other of permit and paper, and keeps the codes that are there. */
function showAskForOther(given: Given, verdict: Verdict): void {
  const { keptPermit, keptPaper } = words.continuation;
  waiting = {
    given: { codes: given.codes, problems: [], mentioned: given.mentioned },
    note: verdict.format === 'continuation' ? keptPaper : keptPermit,
  };
  showAsk();
}

async function useCamera(video: HTMLVideoElement, device?: string): Promise<void> {
  const turn = ++cameraTurn;
  view?.note('');
  view?.camera(true);
  try {
    running = await scan(video, device);
  } catch (e) {
    view?.camera(false);
    view?.note(words.noCamera);
    byPhoto ||= withoutStream(e);
    if (byPhoto) view?.byPhoto();
    return;
  }
  const mine = running;
  const asking = view;
  void cameraControls(video, (id) => {
    stopCamera();
    void useCamera(video, id);
  }).then((controls) => {
    if (turn === cameraTurn) asking?.controls(controls);
  });
  const codes = await mine.codes;
  // Another camera was chosen meanwhile: its own scan goes on.
  if (turn !== cameraTurn) return;
  running = undefined;
  view?.camera(false);
  if (codes === 'UNREADABLE') await judge(judgedOf([], UNREADABLE_CODE));
  else if (codes.length > 0) await judge(judgedOf(codes, 'no code'));
}

function stopCamera(): void {
  running?.stop();
  running = undefined;
  view?.camera(false);
}

async function useFiles(files: readonly File[]): Promise<void> {
  if (files.length === 0) return;
  view?.note(words.working);
  const given: Given[] = [];
  for (const file of files) {
    try {
      const bytes = new Uint8Array(await file.arrayBuffer());
      const receipt = await receiptIn(bytes);
      if (receipt !== undefined) return await useReceipt(receipt, files.length);
      const found = isPdf(bytes) ? await readPdf(bytes) : await readPicture(bytes);
      given.push(judgedOf(found, 'no code was found in it'));
    } catch (e) {
      if (e instanceof BrokenReceipt) return view?.note(words.receipt.broken);
      given.push(judgedOf([], e instanceof UnreadablePicture ? e.message : 'damaged: the file cannot be read'));
    }
  }
  await judge(together(given));
}

/** A receipt that was kept: its code is judged for the purpose that it was kept for (RCPT-19). */
async function useReceipt(receipt: Receipt, files: number): Promise<void> {
  const { embedded } = receipt;
  if (embedded === undefined || files > 1) {
    view?.note(files > 1 ? words.receipt.oneAtATime : broughtWords(receipt));
    return;
  }
  forget();
  purpose = receipt.purpose ?? undefined;
  await judge({ codes: [embedded.code, ...embedded.continuations], problems: [], mentioned: 0, meant: true, receipt });
}

/** What is pasted at once counts like one picture; nothing in it is an accident of print. */
function pastedGiven(text: string): Given {
  const { codes, cut } = pastedCodes(text);
  const read = codes.map((bytes) => ({ bytes, symbology: 'QRCode' }));
  return { ...judgedOf(read, 'no code'), cut };
}

async function judge(brought: Given, again = false, lines: Lines = NO_LINES): Promise<void> {
  const given = waiting === undefined ? brought : { ...together([waiting.given, brought]), meant: true };
  waiting = undefined;
  const now = Date.now();
  const sources = keeper?.current.sources ?? withoutList('NO_LIST');
  const about = { given, sources, lines };
  shown = about;
  const asked = { ...(purpose === undefined ? {} : { purpose }), ...askedBeside(lines) };
  const verdicts: Verdict[] = given.problems.map((problem) => noCodeFound(problem, asked, sources, now));
  for (const { code, beside } of await paired(given.codes, profiles, given.meant === true)) {
    const question = { ...asked, continuations: beside };
    const verdict = await verify(code, question, sources, now, profiles);
    checked.set(verdict, { code, asked: question, now });
    const id = await codeId(code, profiles);
    if (id !== undefined) ids.set(verdict, id);
    verdicts.push(verdict);
  }
  // Meanwhile the person may have gone on, or still newer lists may have come.
  if (shown === about) showAnswer(verdicts.sort(byGravity), given, now, 0, again);
}

function showAnswer(verdicts: readonly Verdict[], given: Given, now: number, chosen: number, again: boolean): void {
  const verdict = verdicts[chosen] as Verdict;
  redraw = () => showAnswer(verdicts, given, now, chosen, true);
  const next = el('button', { type: 'button', class: 'primary', id: 'again' }, icon('scan'), words.again);
  next.addEventListener('click', showAsk);
  const others: Node[] = [];
  if (verdicts.length > 1) {
    others.push(severalView(verdicts, chosen, (index) => showAnswer(verdicts, given, now, index, false)));
  }
  const half = otherHalf(verdict);
  const about = shown;
  if (half !== undefined && about !== undefined) {
    const other = el('button', { type: 'button', id: 'other-half' }, half);
    other.addEventListener('click', () => showAskForOther(about.given, verdict));
    others.push(el('div', { class: 'wide half' }, other));
  }
  if (given.receipt !== undefined) others.push(againView(given.receipt, verdict));
  const { mentioned, cut } = given;
  if (cut) others.push(el('p', { class: 'wide soft aside', id: 'cut' }, fill(words.cut, { n: MOST_PASTED })));
  if (mentioned > 0) others.push(el('p', { class: 'wide soft aside' }, fill(words.mentioned, { n: mentioned })));
  // Newer lists must not take away what a person is just typing.
  const typed = (again ? typedLines() : undefined) ?? shown?.lines ?? NO_LINES;
  const kept = checked.get(verdict);
  const actions = el('div', { class: 'wide actions' }, clearing.view(), next);
  main.replaceChildren(
    el('div', { role: 'alert' }, verdictView(verdict, purpose, now, warnAfter, comparison(verdict, typed), ...others)),
    ...(verdict.outcome === 'VALID'
      ? []
      : [el('div', { class: 'wide' }, reportView(verdict, ids.get(verdict), deployment?.report))]),
    ...(kept === undefined ? [] : [el('div', { class: 'wide' }, receiptView(kept, verdict, profiles))]),
    actions,
  );
  // An answer that newer lists changed speaks up by its role; it does not move what a person is reading.
  if (again) return;
  performance.clearMarks('stayseal-answer');
  performance.mark('stayseal-answer');
  clearing.begin();
  signal(verdict.outcome);
  window.scrollTo(0, 0);
  document.getElementById('word')?.focus({ preventScroll: true });
}

/** The lines are judged with all codes of the answer: those of one permit belong to one person. */
function comparison(verdict: Verdict, typed: Lines): HTMLElement | undefined {
  const about = shown;
  if (about === undefined) return undefined;
  return compareView(verdict, typed, (lines) => void judge(about.given, false, lines));
}

function showLists(lists: Lists): void {
  // An old answer must not stand beside new lists: what was just revoked would stay green.
  if (shown !== undefined && shown.sources !== lists.sources) void judge(shown.given, true, shown.lines);
  foot.replaceChildren(
    listsView(
      lists,
      warnAfter,
      () => void keeper?.update(),
      (file) => void keeper?.takeFile(file),
    ),
  );
}

async function start(): Promise<void> {
  await speak(fitting([remembered('language') ?? '', ...navigator.languages]));
  showHeader();
  showAsk();
  try {
    deployment = await readDeployment(document.baseURI);
  } catch {
    view?.note(words.broken);
    return;
  }
  showHeader();
  profiles = deployment.profiles;
  warnAfter = deployment.warnAfter;
  nameTypesBy(profiles);
  keeper = new Keeper(deployment, showLists);
  await keeper.load();
  showLists(keeper.current);
  await updateAgainAndAgain(keeper);
  window.addEventListener('online', () => void keeper?.update());
  document.documentElement.dataset['ready'] = 'true';
}

/** Whatever comes of it, the next time is what the lists say that are then at hand. */
async function updateAgainAndAgain(lists: Keeper): Promise<void> {
  await lists.update();
  const wait = fetchAfter(ownStatusLists(lists.current.snapshot));
  setTimeout(() => void updateAgainAndAgain(lists), wait);
}

/** From outside the first screen: an answer that stands there goes. */
function anew(): void {
  if (running !== undefined) stopCamera();
  if (shown !== undefined) showAsk();
}

warmUp();
main.addEventListener('input', () => clearing.stillThere());
listen({
  files: (files) => {
    anew();
    void useFiles(files);
  },
  text: (text) => {
    anew();
    void judge(pastedGiven(text));
  },
});
void start();
if ('serviceWorker' in navigator && import.meta.env.PROD) {
  // A page without its worker still verifies; it only does not open offline.
  navigator.serviceWorker.register(ownScript('./sw.js'), { updateViaCache: 'none' }).catch(() => undefined);
}
