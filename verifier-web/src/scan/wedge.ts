/**
 * Hardware scanners that type what they read, like a keyboard: many characters faster than a person types, then Enter or Tab. What a
 * person types is left alone, and so is every field. A scanner whose keyboard layout is not the machine's types other characters, and
 * its code is then none.
 */
const LONGEST_PAUSE = 100;
/** In the middle of a code, which a busy machine may hold up: half a code would be judged as one that is none. */
const LONGEST_PAUSE_WITHIN = 1_000;
/** Less than any code of a permit. */
const FEWEST = 20;
/** More than any code holds; what goes on for longer is no scanner. */
const MOST = 8_192;

export class Wedge {
  private typed = '';
  private last = -Infinity;

  /**
   * @param key as of a KeyboardEvent
   * @param at milliseconds
   * @returns the code where this key ends one; whether the key was the scanner's and must do nothing else
   */
  key(key: string, at: number): { code?: string; taken: boolean } {
    const fast = at - this.last <= (this.typed.length >= FEWEST ? LONGEST_PAUSE_WITHIN : LONGEST_PAUSE);
    this.last = at;
    if (key === 'Shift' || key === 'CapsLock' || key === 'AltGraph') return { taken: false };
    if (!fast) this.typed = '';
    if (key === 'Enter' || key === 'Tab') {
      const code = this.typed;
      this.typed = '';
      return code.length >= FEWEST ? { code, taken: true } : { taken: false };
    }
    if (key.length !== 1 || this.typed.length >= MOST) {
      this.typed = '';
      return { taken: false };
    }
    this.typed += key;
    // A space would otherwise press the button that has the focus.
    return { taken: this.typed.length > 1 };
  }
}
