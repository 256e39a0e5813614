/** The canonical form of JSON (JCS, RFC 8785) of values without fractions. */
export type Plain =
  null | boolean | number | string | readonly Plain[] | { readonly [name: string]: Plain | undefined };

/** Members that are undefined are left out. JSON.stringify writes strings and integers as the scheme wants them; the order of members is ours. */
export function canonical(value: Plain): string {
  if (Array.isArray(value)) return `[${(value as readonly Plain[]).map(canonical).join()}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const members = Object.entries(value as Readonly<Record<string, Plain | undefined>>)
    .filter((member): member is [string, Plain] => member[1] !== undefined)
    // By UTF-16 code units (RFC 8785 3.2.3).
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, member]) => `${JSON.stringify(name)}:${canonical(member)}`);
  return `{${members.join()}}`;
}
