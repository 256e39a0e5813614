/** Everything a holder reads, beside what the registry's messages say already. */
import messagesFile from '../../../spec/registry/messages/en.json';
import wordsFile from './words/en.json';

export const messages = messagesFile;
export const words = wordsFile;

const MOMENT = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' });

export function momentWords(ms: number): string {
  return MOMENT.format(ms);
}
