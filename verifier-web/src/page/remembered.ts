/** Small choices of whoever uses this browser: language, purpose, sound. Nothing about a code or a person. A browser without storage forgets them. */
const PREFIX = 'stayseal-verifier-';

export type Choice = 'language' | 'purpose' | 'sound' | 'vibration';

export function remembered(choice: Choice): string | undefined {
  try {
    return localStorage.getItem(PREFIX + choice) ?? undefined;
  } catch {
    return undefined;
  }
}

export function remember(choice: Choice, value: string): void {
  try {
    localStorage.setItem(PREFIX + choice, value);
  } catch {
    // It counts until this page is closed.
  }
}
