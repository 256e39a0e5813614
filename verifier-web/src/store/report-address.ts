/** Where the authority takes reports of codes: an address of https, or of mail. */

/**
 * @param written as in deployment.json; a path is one of the page's own server
 * @throws Error when it is neither, so that no report goes in clear, or into a page's own script
 */
export function readReportAddress(written: unknown, base: string): URL | undefined {
  if (written === undefined || written === null) return undefined;
  const url = typeof written === 'string' ? parsed(written, base) : undefined;
  if (url === undefined) throw new Error('deployment.json: report is no address');
  const own = url.origin === new URL(base).origin && url.protocol === new URL(base).protocol;
  const safe = url.protocol === 'https:' || (own && url.protocol === 'http:');
  const clean = url.username === '' && url.password === '' && url.hash === '' && url.search === '';
  const mail = url.protocol === 'mailto:' && /^[^\s@?&%,]{1,64}@[a-zA-Z0-9.-]{1,253}$/.test(url.pathname);
  if (!clean || (!safe && !mail)) throw new Error('deployment.json: report is neither https nor one mail address');
  return url;
}

function parsed(written: string, base: string): URL | undefined {
  return URL.canParse(written, base) ? new URL(written, base) : undefined;
}

/** What is sent: which code, and what was wrong with it. Nothing of a person, and nothing of whoever sends it. */
export interface Sent {
  readonly code: string;
  readonly reason: string;
}

const PATIENCE = 15_000;

/** @returns whether the authority's server took it. Nothing is kept to be sent later. */
export async function sendReport(address: URL, { code, reason }: Sent): Promise<boolean> {
  try {
    const answer = await fetch(address, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ code, reason }),
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      redirect: 'error',
      signal: AbortSignal.timeout(PATIENCE),
    });
    return answer.ok;
  } catch {
    return false;
  }
}

/** The same as a letter that a person's own mail program sends. */
export function reportLetter(address: URL, { code, reason }: Sent): string {
  const letter = new URL(address);
  letter.search = `subject=${encodeURIComponent('Residence permit code')}&body=${encodeURIComponent(`${code} ${reason}`)}`;
  return letter.href;
}
