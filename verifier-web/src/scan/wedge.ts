/**
 * Hardware scanners that type what they read, like a keyboard: many characters faster than a person types, then Enter or Tab. What a
 * person types is left alone, and so is every field. A scanner whose keyboard layout is not the machine's types other characters: the
 * keys that it pressed are kept beside them (see `layouts.ts`).
 */
import { writes, type Stroke } from './layouts';

const LONGEST_PAUSE = 100;
/** In the middle of a code, which a busy machine may hold up: half a code would be judged as one that is none. */
const LONGEST_PAUSE_WITHIN = 1_000;
/** Less than any code of a permit. */
const FEWEST = 20;
/** More than any code holds; what goes on for longer is no scanner. */
const MOST = 8_192;

export class Wedge {
  private typed = '';
  private strokes: Stroke[] = [];
  private last = -Infinity;

  /**
   * @param key as of a KeyboardEvent
   * @param at milliseconds
   * @param pressed which key that was, where it is known
   * @returns the code where this key ends one, with the keys that wrote it; whether the key was the scanner's and must do nothing else
   */
  key(
    key: string,
    at: number,
    pressed: Stroke = { code: '', shift: false },
  ): { code?: string; strokes?: readonly Stroke[]; taken: boolean } {
    const fast = at - this.last <= (this.typed.length >= FEWEST ? LONGEST_PAUSE_WITHIN : LONGEST_PAUSE);
    this.last = at;
    if (key === 'Shift' || key === 'CapsLock' || key === 'AltGraph') return { taken: false };
    if (!fast) this.forget();
    if (key === 'Enter' || key === 'Tab') {
      const [code, strokes] = [this.typed, this.strokes];
      this.forget();
      return code.length >= FEWEST ? { code, strokes, taken: true } : { taken: false };
    }
    // A dead key, one for accents, has a name of several letters and is still one of the scanner's.
    if ((key.length !== 1 && !writes(pressed.code)) || this.typed.length >= MOST) {
      this.forget();
      return { taken: false };
    }
    this.typed += key.length === 1 ? key : '\ufffd';
    this.strokes.push(pressed);
    // A space would otherwise press the button that has the focus.
    return { taken: this.typed.length > 1 };
  }

  private forget(): void {
    this.typed = '';
    this.strokes = [];
  }
}
