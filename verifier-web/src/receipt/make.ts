/** A receipt made of an answer on the screen, as the files that a person keeps. Loaded when the first is asked for. */
import type { Profiles } from '../engine/registry/profiles';
import type { Asked } from '../engine/verify/case';
import type { Verdict } from '../engine/verify/verdict';
import { dayWords, language, messages, momentWords, words } from '../page/words';
import { fill } from '../page/dom';
import { draw, type Sheet } from './draw';
import { receiptOf } from './of-check';
import { pdfOf } from './pdf';
import type { Receipt } from './receipt';
import { symbolOf } from './symbol';
import { receiptFile, receiptName } from './write';

/** What was checked, for as long as its answer stands on the screen. */
export interface Checked {
  readonly code: Uint8Array;
  readonly asked: Asked;
  readonly now: number;
}

export const SOFTWARE = 'stayseal page 0.1.0';

export interface Made {
  readonly name: string;
  readonly json: Uint8Array<ArrayBuffer>;
  readonly pdf: Uint8Array<ArrayBuffer>;
}

/** @param sentence what the answer says in one sentence */
export async function makeReceipt(
  { code, asked, now }: Checked,
  verdict: Verdict,
  sentence: string,
  profiles: Profiles,
): Promise<Made> {
  const receipt = await receiptOf(SOFTWARE, now, code, asked, verdict, profiles);
  const json = await receiptFile(receipt);
  const sheet = sheetOf(receipt, verdict, sentence, now);
  return { name: receiptName(receipt), json, pdf: await pdfOf(draw(sheet), json, now) };
}

function sheetOf(receipt: Receipt, verdict: Verdict, sentence: string, now: number): Sheet {
  const { receipt: said } = words;
  const { lists, embedded, purpose, code } = receipt;
  const symbol = embedded === undefined ? undefined : symbolOf(embedded.code);
  const list =
    lists === null
      ? words.noList
      : fill(said.list, { n: lists.sequence, country: lists.country, made: momentWords(Date.parse(lists.madeAt)) });
  const rows: (readonly [string, string])[] = [
    [said.when, `${momentWords(now)} (${receipt.checkedAt})`],
    [said.purpose, words.asker[purpose ?? 'residence']],
    ...(embedded === undefined ? [] : ofPerson(verdict)),
    [said.reason, receipt.verdict.reason ?? '–'],
    [said.lists, list],
    [said.root, lists?.root ?? '–'],
    [said.identity, code.identity ?? '–'],
    [said.hash, code.sha256 ?? '–'],
    [said.software, receipt.software],
  ];
  const remarks = [said.clock, said.unsigned, embedded === undefined ? said.noCodeInside : said.codeInside];
  if (embedded?.photo === true) remarks.push(said.photoInside);
  return {
    title: said.title,
    word: messages.outcome[verdict.outcome],
    sentence,
    rows,
    remarks,
    ...(symbol === undefined ? {} : { code: { symbol, caption: said.caption } }),
    language,
    direction: document.documentElement.dir === 'rtl' ? 'rtl' : 'ltr',
  };
}

/** Only where the code is kept anyway (RCPT-15): whose record it is. */
function ofPerson({ document: content }: Verdict): (readonly [string, string])[] {
  const text = (name: string) => (typeof content[name] === 'string' ? (content[name] as string) : undefined);
  const name = [text('surname'), text('givenNames')].filter((part) => part !== undefined).join(', ');
  const born = text('birthDate');
  const number = text('permitNumber') ?? text('documentNumber');
  return [
    ...(name === '' ? [] : [[words.field.name, name] as const]),
    ...(born === undefined ? [] : [[words.field.birthDate, dayWords(born)] as const]),
    ...(number === undefined ? [] : [[words.field.permitNumber, number] as const]),
  ];
}
