/**
 * Takes an answer from the screen and from memory when its time is over: what it says of a person is needed for a moment only. The time is seen, and
 * can be begun anew as often as somebody asks, or types (WCAG 2.2.1).
 */
import { el, fill } from './dom';
import { words } from './words';

const TERM = 60_000;
/** When what is left is said aloud. */
const SAID = 20_000;

export class Clearing {
  private begun: { readonly clock: number; readonly running: number } | undefined;
  private timer: ReturnType<typeof setInterval> | undefined;
  private left: HTMLElement | undefined;
  private said: HTMLElement | undefined;
  private readonly clear: () => void;

  /** @param clear removes the answer, and everything that was kept of it */
  constructor(clear: () => void) {
    this.clear = clear;
    // Timers of a hidden tab sleep, and those of a machine that sleeps: whoever comes back finds nothing.
    for (const event of ['visibilitychange', 'pageshow', 'focus']) {
      addEventListener(event, () => this.look(), { capture: true });
    }
    addEventListener('pagehide', () => {
      if (this.begun !== undefined) this.over();
    });
  }

  /** The whole time from now, whether or not some was left. */
  begin(): void {
    this.begun = { clock: Date.now(), running: performance.now() };
    this.timer ??= setInterval(() => this.look(), 1000);
    this.said?.replaceChildren();
    this.look();
  }

  /** Somebody types beside the answer: they are not to lose it meanwhile. */
  stillThere(): void {
    if (this.begun !== undefined) this.begin();
  }

  stop(): void {
    clearInterval(this.timer);
    this.timer = undefined;
    this.begun = undefined;
    this.left = undefined;
    this.said = undefined;
  }

  /** What is left, and the way to have more; a new one replaces the last. */
  view(): HTMLElement {
    this.left = el('span', { id: 'left' });
    this.said = el('span', { role: 'status', class: 'aloud' });
    const keep = el('button', { type: 'button', id: 'keep', class: 'quiet' }, words.clearing.keep);
    keep.addEventListener('click', () => this.stillThere());
    const view = el('div', { class: 'clearing' }, this.left, this.said, keep);
    this.look();
    return view;
  }

  /** A clock that is set back gives nobody more time. */
  private look(): void {
    if (this.begun === undefined) return;
    const passed = Math.max(Date.now() - this.begun.clock, performance.now() - this.begun.running);
    if (passed >= TERM) {
      this.over();
      return;
    }
    const text = fill(words.clearing.left, { n: Math.ceil((TERM - passed) / 1000) });
    this.left?.replaceChildren(text);
    if (TERM - passed <= SAID && this.said?.textContent === '') this.said.replaceChildren(text);
  }

  private over(): void {
    this.stop();
    this.clear();
  }
}
