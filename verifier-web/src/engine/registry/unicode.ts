/** Which code points a text may have at all (CRED-31): those of one version of Unicode, whatever version the browser knows. */
import unicodeFile from '../../../../spec/registry/unicode.json';

/** First and last of each range, rising. */
const ranges: readonly (readonly [number, number])[] = unicodeFile.assigned
  .flatMap((line) => line.split(' '))
  .map((range) => {
    const [first = '', last = first] = range.split('-');
    return [parseInt(first, 16), parseInt(last, 16)];
  });

/** Whether Unicode 13.0 assigns every character. */
export function isAssigned(text: string): boolean {
  return [...text].every((c) => {
    const point = c.codePointAt(0) as number;
    let [low, high] = [0, ranges.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ranges[middle] as readonly [number, number])[1] < point) low = middle + 1;
      else high = middle;
    }
    const [first, last] = ranges[low] as readonly [number, number];
    return first <= point && point <= last;
  });
}
