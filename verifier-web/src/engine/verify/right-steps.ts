/** Steps 10 to 14: does it give, now, the right that was asked about? (60-verification 4) */
import { limits } from '../registry';
import type { Case, Step } from './case';
import { continuation, prolongation, reasonOf } from './continuations';
import { apply, reachingNotices } from './notices';
import { givesSomething } from './presented';
import { because, instant, notAsked, passed, type Check } from './verdict';

/** VER-29 */
const clock: Step = (file) => {
  if (file.asked.signer !== undefined || file.asked.at !== undefined) {
    return notAsked('clock', 'right', 'judged at a given time or by a given certificate');
  }
  // Without any list nothing is proved, whatever year a machine may think it is.
  const proved = Math.max(file.sources.list?.issued ?? -Infinity, file.status?.issued ?? -Infinity);
  return proved > file.now + limits.clockToleranceSeconds * 1000
    ? because(
        'clock',
        'CLOCK_UNRELIABLE',
        `it is ${instant(file.now)} here, but a list was signed at ${instant(proved)}`,
      )
    : passed('clock', 'right', 'not before any list at hand');
};

/** VER-30, VER-96 */
const documentType: Step = ({ presented: { grant } }) =>
  givesSomething(grant)
    ? passed('document-type', 'right', grant.words)
    : because(
        'document-type',
        grant.kind === 'continuation' ? 'CONTINUATION_ALONE' : 'NOT_A_RESIDENCE_DOCUMENT',
        grant.words,
      );

/** VER-31 */
const dates: Step = (file) => {
  const { presented, at } = file;
  if (!givesSomething(presented.grant)) return notAsked('dates', 'right', 'it gives nothing that could end');
  const { signed, begins, ends, words } = presented.validity;
  if (signed !== undefined && at < signed) {
    return because('dates', 'NOT_YET_VALID', `signed ${instant(signed)}, after the time asked about`);
  }
  if (begins !== undefined && at < begins) return because('dates', 'NOT_YET_VALID', words);
  return ends !== undefined && at >= ends ? over(file) : passed('dates', 'right', words);
};

/** VER-64, VER-93 */
function over(file: Case): Check {
  const { extension } = reachingNotices(file);
  const by = prolongation(file);
  if (by.notice !== undefined) apply(file, by.notice);
  const words = [file.presented.validity.words];
  if (extension !== undefined)
    words.push(`extended until ${extension.newEnd} by notice ${extension.id}, ${extension.act.reference}`);
  if (by.continuation !== undefined)
    words.push(`continued until ${by.continuation.shown.until} while its renewal is pending`);
  if (by.open !== undefined)
    words.push('the continuation beside it could not be confirmed: it is not known whether it was withdrawn');
  return because('dates', reasonOf(by, file), words.join('; '));
}

/** VER-32 */
const purpose: Step = (file) => {
  const asked = file.asked.purpose;
  if (!givesSomething(file.presented.grant)) return notAsked('purpose', 'right', 'it gives no right to stay');
  if (asked === undefined) return passed('purpose', 'right', 'asked about residence');
  if (!file.presented.answers.includes(asked)) {
    return because('purpose', 'PURPOSE_NOT_STATED', `it is not made for the purpose ${asked}`);
  }
  return asked === 'work' ? work(file) : passed('purpose', 'right', `made for the purpose ${asked}`);
};

function work({ presented }: Case): Check {
  if (presented.work === undefined) {
    return because('purpose', 'PURPOSE_NOT_STATED', 'it does not say whether work is allowed');
  }
  if (!presented.work.allowed) return because('purpose', 'PURPOSE_NOT_GRANTED', 'work is not allowed');
  return presented.work.conditions === undefined
    ? passed('purpose', 'right', 'any work is allowed')
    : because('purpose', 'WITH_CONDITIONS', presented.work.conditions);
}

/** VER-65: where none reaches the permit there is no check. */
const suspension: Step = (file) => {
  const { suspension: notice } = reachingNotices(file);
  if (notice === undefined) return undefined;
  apply(file, notice);
  const words = `suspended until ${notice.until} by notice ${notice.id}, ${notice.act.reference}`;
  return because('suspension', 'SUSPENDED', words);
};

const STATUS_REASONS = ['', 'REVOKED', 'SUSPENDED', 'SUPERSEDED'];

/** VER-33: what an old list says against a permit still holds. */
const status: Step = (file) => {
  if (file.asked.signer !== undefined) {
    return notAsked('status', 'right', "the signer's certificate was given by hand");
  }
  return givesSomething(file.presented.grant)
    ? statusEntry(file)
    : notAsked('status', 'right', 'it gives nothing that could be revoked');
};

/** What the lists say of the code's entry, whatever it grants. */
export function statusEntry(file: Case): Check {
  const { presented, sources, status: entry } = file;
  if (sources.known !== 'PINNED' || entry === undefined) {
    return because('status', 'STATUS_UNKNOWN', `no list at hand for ${presented.statusName}`);
  }
  if (entry.country !== presented.country) {
    return because('status', 'STATUS_UNKNOWN', `the list is one of ${entry.country}`);
  }
  const list = `${entry.list}, made ${instant(entry.issued)}, good until ${instant(entry.expires)}`;
  if (entry.value === 0) {
    return file.at > entry.expires ? because('status', 'STATUS_STALE', list) : passed('status', 'right', list);
  }
  const meaning = STATUS_REASONS[entry.value];
  return meaning === undefined
    ? because('status', 'STATUS_UNKNOWN', `status ${entry.value} has no meaning; ${list}`)
    : because('status', meaning, list);
}

export const RIGHT_STEPS: readonly Step[] = [clock, documentType, dates, purpose, suspension, continuation, status];
