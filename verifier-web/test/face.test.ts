/** Whose face the page shows. */
import { expect, test } from 'vitest';
import { showsFace } from '../src/page/photo';

test('the face of a code whose signer is revoked, out of scope or not listed is withheld', () => {
  expect(showsFace({ authentic: 'FAILED' })).toBe(false);
});

test('a face is shown where the code is authentic, and where what is missing is not its fault', () => {
  expect(showsFace({ authentic: 'PASSED' })).toBe(true);
  expect(showsFace({ authentic: 'INDETERMINATE' })).toBe(true);
});
