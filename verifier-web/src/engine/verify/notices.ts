/** Which notices of the trust list reach a permit and apply (60-verification part 9). */
import type { Extension, Notice, NoticeScope, Suspension } from '../trust/notices';
import type { Case } from './case';
import { dayOf, dayText, endOfDay, parseDay, startOfDay } from './days';
import { givesSomething, type Presented } from './presented';
import type { AppliedNotice } from './verdict';

export interface Reaching {
  /** The one with the latest new end. */
  readonly extension?: Extension;
  /** The one that lasts longest. */
  readonly suspension?: Suspension;
}

/** Of each kind the one that counts; none by a certificate given by hand, by a foreign list, or for what grants nothing. */
export function reachingNotices(file: Case): Reaching {
  const { presented, sources, asked } = file;
  if (asked.signer !== undefined || sources.known !== 'PINNED' || !givesSomething(presented.grant)) return {};
  const applying = sources.notices.filter((n) => n.inForce && applies(n, file) && reaches(n.scope, file));
  const extension = longest(
    applying.filter((n) => n.kind === 'extension'),
    (n) => n.newEnd,
  );
  const suspension = longest(
    applying.filter((n) => n.kind === 'suspension'),
    (n) => n.until,
  );
  return { ...(extension === undefined ? {} : { extension }), ...(suspension === undefined ? {} : { suspension }) };
}

/** Whether the extension still lets a date pass at that moment (VER-64). */
export function covers(extension: Extension, presented: Presented, at: number): boolean {
  return at < endOfDay(parseDay(extension.newEnd), presented.zone);
}

/** VER-63 */
function applies(notice: Notice, { presented, at }: Case): boolean {
  const { zone } = presented;
  if (notice.from !== undefined && at < startOfDay(parseDay(notice.from), zone)) return false;
  return notice.kind === 'extension' || at < endOfDay(parseDay(notice.until), zone);
}

/** VER-62: what the permit does not say fits no member that is there. */
function reaches(scope: NoticeScope, { presented, candidate }: Case): boolean {
  const end = printedEnd(presented);
  const { signedOn } = presented;
  return (
    scope.countries.includes(presented.country) &&
    scope.documentTypes.includes(presented.documentType) &&
    fits(scope.categories, presented.category) &&
    fits(scope.documentCodes, presented.mrz === undefined ? undefined : presented.mrzDocumentCode) &&
    fits(scope.signers, candidate?.id) &&
    (scope.endsFrom === undefined || (end !== undefined && end >= scope.endsFrom)) &&
    (scope.endsUntil === undefined || (end !== undefined && end <= scope.endsUntil)) &&
    (scope.signedUntil === undefined || (signedOn !== undefined && dayText(signedOn) <= scope.signedUntil))
  );
}

function fits(member: readonly string[] | undefined, said: string | undefined): boolean {
  return member === undefined || (said !== undefined && member.includes(said));
}

/** The last day on which it is good by itself. */
export function printedEnd({ validity, zone }: Presented): string | undefined {
  return validity.ends === undefined ? undefined : dayText(dayOf(validity.ends - 1000, zone));
}

/** The first of the latest. */
function longest<N>(notices: readonly N[], last: (notice: N) => string): N | undefined {
  return notices.reduce<N | undefined>((best, n) => (best === undefined || last(n) > last(best) ? n : best), undefined);
}

/** Notes that a notice decided something, once (VER-66). */
export function apply(file: Case, notice: Notice): void {
  if (file.notices.some((n) => n.id === notice.id && n.origin === notice.origin)) return;
  const { id, kind, act, text, from, origin } = notice;
  const end = kind === 'extension' ? printedEnd(file.presented) : undefined;
  const shown: AppliedNotice = {
    id,
    kind,
    act,
    text,
    ...(end === undefined ? {} : { printedEnd: end }),
    ...(kind === 'extension' ? { newEnd: notice.newEnd } : {}),
    ...(from === undefined ? {} : { from }),
    ...(kind === 'suspension' ? { until: notice.until } : {}),
    ...(origin === undefined ? {} : { origin }),
  };
  file.notices.push(shown);
}
