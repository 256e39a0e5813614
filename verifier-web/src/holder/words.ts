/** Everything a holder reads, beside what the page for checking says already; in the language that is spoken now. */
import wordsFile from './words/en.json';

export { dayWords, messages, momentWords, words as checkWords } from '../page/words';

export type HolderWords = typeof wordsFile;

export const english: HolderWords = wordsFile;

/** Another language replaces these while the page is open: read them when something is shown, keep no copy. */
export let words: HolderWords = english;

export function sayWith(spoken: HolderWords): void {
  words = spoken;
}
