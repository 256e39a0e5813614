/** The answer as a sound and as a vibration, for whoever turned them on: three that nobody takes for one another. No files, nothing is fetched. */
import type { Outcome } from '../engine/verify/verdict';
import { el } from './dom';
import { remember, remembered } from './remembered';
import { words } from './words';

/** Hertz, seconds from the beginning, seconds long: up, thrice low, and one that stays. */
const TONES: Readonly<Record<Outcome, readonly (readonly [number, number, number])[]>> = {
  VALID: [
    [660, 0, 0.12],
    [990, 0.14, 0.22],
  ],
  INVALID: [
    [185, 0, 0.16],
    [185, 0.24, 0.16],
    [185, 0.48, 0.3],
  ],
  INDETERMINATE: [[440, 0, 0.7]],
};

/** Milliseconds on, off, on … */
const SHAKES: Readonly<Record<Outcome, readonly number[]>> = {
  VALID: [80],
  INVALID: [200, 100, 200, 100, 200],
  INDETERMINATE: [500],
};

let audio: AudioContext | undefined;

export function signal(outcome: Outcome): void {
  if (remembered('sound') === 'on') play(outcome);
  if (remembered('vibration') === 'on') shake(outcome);
}

function play(outcome: Outcome): void {
  audio ??= new AudioContext();
  // Asleep until somebody has touched the page; then it is too late for this answer, and in time for the next.
  void audio.resume().catch(() => undefined);
  const start = audio.currentTime + 0.02;
  for (const [pitch, after, length] of TONES[outcome]) {
    const tone = audio.createOscillator();
    const loudness = audio.createGain();
    tone.type = outcome === 'INVALID' ? 'square' : 'sine';
    tone.frequency.value = pitch;
    loudness.gain.setValueAtTime(outcome === 'INVALID' ? 0.15 : 0.3, start + after);
    loudness.gain.linearRampToValueAtTime(0, start + after + length);
    tone.connect(loudness).connect(audio.destination);
    tone.start(start + after);
    tone.stop(start + after + length);
  }
}

function shake(outcome: Outcome): void {
  navigator.vibrate?.([...SHAKES[outcome]]);
}

/** Two switches, off at first. What is turned on says at once what it is like. */
export function signalSwitches(): HTMLElement {
  const sound = choice('sound', words.signals.sound, play);
  const able = typeof navigator.vibrate === 'function';
  return el(
    'fieldset',
    { class: 'signals' },
    el('legend', {}, words.signals.title),
    sound,
    able ? choice('vibration', words.signals.vibration, shake) : undefined,
  );
}

function choice(name: 'sound' | 'vibration', label: string, example: (outcome: Outcome) => void): HTMLElement {
  const box = el('input', { type: 'checkbox', id: name, checked: remembered(name) === 'on' });
  box.addEventListener('change', () => {
    remember(name, box.checked ? 'on' : 'off');
    if (box.checked) example('VALID');
  });
  return el('label', {}, box, label);
}
