/** Keeping a receipt of the answer on the screen, and what is said of one that was brought to be checked again. */
import type { Profiles } from '../engine/registry/profiles';
import type { Verdict } from '../engine/verify/verdict';
import type { Checked, Made } from '../receipt/make';
import type { Receipt } from '../receipt/receipt';
import { againOf } from '../receipt/recheck';
import { el, fill } from './dom';
import { sentences } from './verdict-view';
import { messages, momentWords, words } from './words';

/** What makes it comes with the first tap: nobody waits for it before a scan. */
export function receiptView(kept: Checked, verdict: Verdict, profiles: Profiles): HTMLElement {
  const said = el('p', { role: 'status', id: 'receipt-said' });
  const files = el('div', { class: 'actions', id: 'receipt-files' });
  const keep = el('button', { type: 'button', id: 'receipt' }, words.receipt.keep);
  const make = async () => {
    keep.disabled = true;
    said.replaceChildren(words.receipt.making);
    try {
      const { makeReceipt } = await import('../receipt/make');
      const made = await makeReceipt(kept, verdict, sentences(verdict).text, profiles);
      said.replaceChildren();
      files.replaceChildren(...downloads(made));
    } catch {
      keep.disabled = false;
      said.replaceChildren(words.receipt.failed);
    }
  };
  keep.addEventListener('click', () => void make());
  const signed = verdict.checks.some((c) => c.name === 'signature' && c.result === 'PASSED');
  const holds = kept.asked.purpose === 'work' && verdict.outcome !== 'INVALID' && signed;
  return el(
    'section',
    { class: 'card full', id: 'receipt-card' },
    el('h2', {}, words.receipt.keep),
    el('p', { class: 'soft' }, `${words.receipt.hint} ${holds ? words.receipt.hintWork : words.receipt.noCodeInside}`),
    keep,
    files,
    said,
  );
}

function downloads({ name, json, pdf }: Made): HTMLElement[] {
  return [
    download(words.receipt.pdf, `${name}.pdf`, new Blob([pdf], { type: 'application/pdf' })),
    download(words.receipt.json, `${name}.json`, new Blob([json], { type: 'application/json' })),
  ];
}

/** An address of this page's own memory, which lives no longer than the tap needs it. */
function download(label: string, name: string, file: Blob): HTMLElement {
  const button = el('button', { type: 'button', 'data-file': name }, label);
  button.addEventListener('click', () => {
    const address = URL.createObjectURL(file);
    const link = el('a', { href: address, download: name });
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
  });
  return button;
}

/** RCPT-19: what became of the permit since. */
export function againView(receipt: Receipt, now: Verdict): HTMLElement {
  const { again } = words.receipt;
  return el(
    'section',
    { class: 'wide aside', id: 'receipt-again', 'data-answer': againOf(receipt, now) },
    el('h2', {}, again.title),
    el('p', {}, el('b', {}, again[againOf(receipt, now) as Exclude<ReturnType<typeof againOf>, 'NO_CODE'>])),
    el('p', { class: 'soft' }, thenWords(again.then, receipt)),
    receipt.timeStamp === undefined ? undefined : el('p', { class: 'soft' }, again.stamped),
  );
}

/** Of a receipt that holds no code. */
export function broughtWords(receipt: Receipt): string {
  return thenWords(words.receipt.noCode, receipt);
}

function thenWords(text: string, { verdict, checkedAt }: Receipt): string {
  return fill(text, { outcome: messages.outcome[verdict.outcome], when: momentWords(Date.parse(checkedAt)) });
}
