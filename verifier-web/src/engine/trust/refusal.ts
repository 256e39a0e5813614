/** Why a document of trust, or a whole snapshot, is not taken (40-trust, TRUST-76). */
export type RefusalReason = 'CORRUPT' | 'UNKNOWN_ROOT' | 'MIXED' | 'UNSUPPORTED' | 'OLDER' | 'CONFLICT' | 'EXPIRED';

export class Refusal extends Error {
  readonly reason: RefusalReason;
  readonly rule: string;

  constructor(reason: RefusalReason, rule: string, message: string) {
    super(message);
    this.name = 'Refusal';
    this.reason = reason;
    this.rule = rule;
  }
}

export function corrupt(rule: string, message: string): Refusal {
  return new Refusal('CORRUPT', rule, message);
}
