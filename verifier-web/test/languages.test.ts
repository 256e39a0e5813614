/** Every text of the page in every language: none is missing, none is left over, and each has the places that the English one has. */
import { describe, expect, test } from 'vitest';
import pending from '../src/page/words/pending.json';
import type { Translation } from '../src/page/languages';
import { fitting, LANGUAGES, nameOf, translated } from '../src/page/languages';
import { holderWords, type HolderTranslation } from '../src/holder/languages';
import { english as holderEnglish } from '../src/holder/words';
import { english } from '../src/page/words';

const files = import.meta.glob<{ default: Translation }>(
  ['../src/page/words/*.json', '!**/en.json', '!**/pending.json'],
  {
    eager: true,
  },
);

/** What the command says and the page does not. */
const NOT_HERE = ['messages.field', 'messages.work', 'messages.language', 'messages.name', 'messages.direction'];
const NOT_HERE_EITHER = ['DEMO', 'UNPROVEN', 'ONLY_CLAIMED'].map((key) => `messages.sentence.${key}`);

function texts(value: unknown, path: string): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  return Object.entries(value as object).flatMap(([key, v]) => texts(v, `${path}.${key}`));
}

const below = (path: string, names: readonly string[]) =>
  names.some((name) => path === name || path.startsWith(`${name}.`));

const needed = [...texts(english.messages, 'messages'), ...texts(english.words, 'words')].filter(
  ([path]) => !below(path, [...NOT_HERE, ...NOT_HERE_EITHER]),
);
const places = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([place]) => place).sort();

test('a text that is not translated yet is named in pending.json, and exists', () => {
  const stray = (pending as string[]).filter((name) => !needed.some(([path]) => below(path, [name])));
  expect(stray).toEqual([]);
});

describe.each(Object.entries(files).map(([name, file]) => [name.replace(/.*\//, ''), file.default] as const))(
  '%s',
  (name, file) => {
    const given = new Map([...texts(file.messages, 'messages'), ...texts(file.words, 'words')]);

    test('no text is missing: translate it, or name it in src/page/words/pending.json', () => {
      const missing = needed.map(([path]) => path).filter((path) => !given.has(path) && !below(path, pending));
      expect(missing).toEqual([]);
    });

    test('none is of a key that the page does not have, or empty', () => {
      const known = new Map(needed);
      expect(
        [...given].filter(([path, text]) => !known.has(path) || (text === '') !== (known.get(path) === '')),
      ).toEqual([]);
    });

    test('each has the places of the English one', () => {
      const wrong = needed.filter(([path, text]) => {
        const own = given.get(path);
        return own !== undefined && places(own).join() !== places(text).join();
      });
      expect(wrong.map(([path]) => path)).toEqual([]);
    });

    test('says its language, its direction and who has read it', () => {
      expect(`${file.language}.json`).toBe(name);
      expect(['machine', 'person']).toContain(file.review);
      const rightToLeft = ['ar', 'he', 'fa', 'ur'].includes(file.language);
      expect(file.direction).toBe(rightToLeft ? 'rtl' : 'ltr');
      expect(nameOf(file.language)).not.toBe(file.language);
      expect(translated(file).words.title).toBe(given.get('words.title'));
    });
  },
);

const holderFiles = import.meta.glob<{ default: HolderTranslation }>(['../src/holder/words/*.json', '!**/en.json'], {
  eager: true,
});

test("the holder's page speaks the languages of the page for checking, and none of them goes missing", () => {
  const names = ['en', ...Object.keys(holderFiles).map((name) => name.replace(/.*\/|\.json$/g, ''))].sort();
  expect(names).toEqual(LANGUAGES);
  const there = 'ar bg cs da de el en es et fi fr ga hr hu it lt lv mt nl pl pt ro ru sk sl sv uk'.split(' ');
  expect(there.filter((name) => !names.includes(name))).toEqual([]);
});

describe.each(Object.entries(holderFiles).map(([name, file]) => [name.replace(/.*\//, ''), file.default] as const))(
  "the holder's %s",
  (name, file) => {
    const needed = new Map(texts(holderEnglish, 'words'));
    const given = new Map(texts(file.words, 'words'));

    test('has every text, no other, and none that is empty', () => {
      expect([...given.keys()].sort()).toEqual([...needed.keys()].sort());
      expect([...given].filter(([, text]) => text.trim() === '')).toEqual([]);
      expect(holderWords(file).help.items.length).toBe(holderEnglish.help.items.length);
    });

    test('has in each the places of the English one', () => {
      expect(
        [...needed].filter(([path, text]) => places(given.get(path) ?? '').join() !== places(text).join()),
      ).toEqual([]);
    });

    test('says its language and its direction as the other file does', () => {
      const other = files[`../src/page/words/${name}`]?.default;
      expect(`${file.language}.json`).toBe(name);
      expect([file.language, file.direction]).toEqual([other?.language, other?.direction]);
      expect(['machine', 'person']).toContain(file.review);
    });
  },
);

test('the browser gets the first of its languages that there is, else English', () => {
  expect(LANGUAGES).toContain('en');
  expect(fitting(['', 'xx-YY', 'en-US'])).toBe('en');
  expect(fitting(['xx'])).toBe('en');
  for (const language of LANGUAGES) expect(fitting(['xx', `${language}-ZZ`, 'en'])).toBe(language);
});
