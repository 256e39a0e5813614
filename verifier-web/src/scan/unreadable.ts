/**
 * A code that is there and cannot be read: after a few seconds that is an answer, and not a fault of the camera. Now and then print is
 * taken for a broken code, and a good code is blurred for a moment; so most of the frames of that time must show one.
 */
const WINDOW = 4_000;
const FEWEST_FRAMES = 8;
const SHARE = 0.6;

export class Unreadable {
  private frames: { readonly at: number; readonly broken: boolean }[] = [];
  private since: number | undefined;

  /**
   * @param broken whether this frame shows a code that cannot be read
   * @param now milliseconds
   * @returns whether to give up
   */
  after(broken: boolean, now: number): boolean {
    this.since ??= now;
    this.frames = [...this.frames.filter(({ at }) => now - at <= WINDOW), { at: now, broken }];
    if (now - this.since < WINDOW || this.frames.length < FEWEST_FRAMES) return false;
    return this.frames.filter((frame) => frame.broken).length >= SHARE * this.frames.length;
  }
}
