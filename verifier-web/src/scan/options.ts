/** How hard the page searches for codes. Kept apart from the worker so that the measurement of read rates uses the same. */
import type { ReaderOptions } from 'zxing-wasm/reader';

/** A still picture is searched at these sizes, until one shows a code. */
export const FACTORS: readonly number[] = [1, 0.5, 0.25, 2];

/** @param thorough for a still picture; one of many frames must be quick */
export function optionsFor(thorough: boolean): ReaderOptions {
  return {
    formats: ['QRCode', 'DataMatrix', 'Aztec'],
    tryRotate: true,
    tryDownscale: true,
    tryHarder: thorough,
    tryInvert: thorough,
    maxNumberOfSymbols: 16,
    returnErrors: !thorough,
  };
}
