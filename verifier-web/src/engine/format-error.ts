/**
 * What a decoder throws when bytes are not what the standard says. It never escapes the verification:
 * there it becomes the verdict's reason of the same name.
 */
export type FormatKind = 'WRONG_FORMAT' | 'UNSUPPORTED' | 'NOT_A_PERMIT';

export class FormatError extends Error {
  readonly kind: FormatKind;
  /** Number of the rule in spec/docs that was broken, such as `CRED-10`. */
  readonly rule: string;

  constructor(kind: FormatKind, rule: string, message: string) {
    super(message);
    this.name = 'FormatError';
    this.kind = kind;
    this.rule = rule;
  }
}

/** Ours by its prefix or magic, but it breaks the format. */
export function wrongFormat(rule: string, message: string): FormatError {
  return new FormatError('WRONG_FORMAT', rule, message);
}

/** A newer version, or an algorithm that this release does not know. */
export function unsupported(rule: string, message: string): FormatError {
  return new FormatError('UNSUPPORTED', rule, message);
}

/** A code of another kind altogether. */
export function notAPermit(rule: string, message: string): FormatError {
  return new FormatError('NOT_A_PERMIT', rule, message);
}
