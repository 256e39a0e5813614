/** The languages of the holder's page: those of the page for checking, each with a file of its own here. */
import { over, speak as speakOfChecks, type Reviewed } from '../page/languages';
import { english, sayWith, words, type HolderWords } from './words';

/** A file of src/holder/words: what is missing in it is shown in English. */
export interface HolderTranslation extends Reviewed {
  readonly words: object;
}

const FILES = import.meta.glob<{ default: HolderTranslation }>(['./words/*.json', '!./words/en.json']);

/** @returns whether the page speaks it now: offline, a file that was never kept is missing */
export async function speak(language: string): Promise<boolean> {
  let said = english;
  if (language !== 'en') {
    try {
      const file = (await FILES[`./words/${language}.json`]?.())?.default;
      if (file === undefined) return false;
      said = holderWords(file);
    } catch {
      return false;
    }
  }
  if (!(await speakOfChecks(language))) return false;
  sayWith(said);
  document.title = words.title;
  return true;
}

export function holderWords(file: HolderTranslation): HolderWords {
  return over(english, file.words);
}
