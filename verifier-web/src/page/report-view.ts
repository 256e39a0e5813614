/** What a verifier can pass on of a code that was not as it should be: no name, no number, nothing that the code says. */
import { toHex } from '../engine/bytes/hex';
import type { Profiles } from '../engine/registry/profiles';
import { digest } from '../engine/signing/signature';
import type { Verdict } from '../engine/verify/verdict';
import { decode } from '../engine/verify/verifier';
import { reportLetter, sendReport } from '../store/report-address';
import { el } from './dom';
import { words } from './words';

/**
 * The first 16 digits of the SHA-256 of the code's bytes, its signature among them: nobody finds them from what a person is called.
 *
 * @returns nothing for a code that cannot be read or carries no signature: whoever knows a person's data could make the same bytes, and find them
 */
export async function codeId(code: Uint8Array, profiles: Profiles): Promise<string | undefined> {
  if (!(await isSigned(code, profiles))) return undefined;
  return toHex(await digest('SHA-256', code)).slice(0, 16);
}

async function isSigned(code: Uint8Array, profiles: Profiles): Promise<boolean> {
  try {
    return (await decode(code, profiles)).isSigned;
  } catch {
    return false;
  }
}

/** In English, whatever the page speaks: those who receive it look for these words. */
export function reportText(verdict: Verdict, id: string | undefined): string {
  const { listSequence, country, madeAt } = verdict.trust;
  const list = listSequence === null ? 'none' : `${country ?? ''} ${listSequence}, made ${madeAt ?? ''}`;
  return [
    'Report of a residence permit code (no personal data)',
    `Answer: ${[verdict.outcome, verdict.reason].filter((part) => part !== null).join(' ')}`,
    `Code: ${id ?? 'without an id, as it was not read or carries no signature'} (${verdict.format})`,
    `Checked: ${verdict.at}`,
    `Trust list: ${list}`,
  ].join('\n');
}

/** @param address where the authority takes reports, if it does */
export function reportView(verdict: Verdict, id: string | undefined, address: URL | undefined): HTMLElement {
  const text = reportText(verdict, id);
  const said = el('p', { role: 'status', id: 'report-said' });
  const copy = el('button', { type: 'button', id: 'report' }, words.report.copy);
  const shown = el(
    'pre',
    { class: 'report', lang: 'en', dir: 'ltr', tabindex: '0', 'aria-label': words.report.title },
    text,
  );
  copy.addEventListener('click', () => {
    navigator.clipboard.writeText(text).then(
      () => said.replaceChildren(words.report.copied),
      () => {
        // Without leave to copy, a person copies what stands there.
        getSelection()?.selectAllChildren(shown);
        said.replaceChildren(words.report.byHand);
      },
    );
  });
  return el(
    'section',
    { class: 'card full' },
    el('h2', {}, words.report.title),
    el('p', { class: 'soft' }, words.report.hint),
    shown,
    el('div', { class: 'two' }, copy, id === undefined ? undefined : sending(verdict, id, address, said)),
    said,
  );
}

/** The id and the reason alone; the text above has more, and only a person passes it on. */
function sending(verdict: Verdict, code: string, address: URL | undefined, said: HTMLElement): HTMLElement | undefined {
  if (address === undefined) return undefined;
  const sent = { code, reason: verdict.reason ?? verdict.outcome };
  if (address.protocol === 'mailto:') {
    return el('a', { class: 'button', id: 'send', href: reportLetter(address, sent) }, words.report.write);
  }
  const send = el('button', { type: 'button', id: 'send' }, words.report.send);
  send.addEventListener('click', async () => {
    send.disabled = true;
    said.replaceChildren(words.report.sending);
    const taken = await sendReport(address, sent);
    send.disabled = taken;
    said.replaceChildren(taken ? words.report.sent : words.report.notSent);
  });
  return send;
}
