/**
 * The page's one Trusted Types policy: scripts come from the page's own folder, from nowhere else. Browsers without Trusted Types get
 * the same check.
 */
interface Policy {
  createScriptURL(url: string): string;
}

interface Factory {
  createPolicy(name: string, rules: Policy): Policy;
}

const rules: Policy = {
  createScriptURL(url) {
    const full = new URL(url, document.baseURI);
    const home = new URL('.', document.baseURI);
    if (!full.href.startsWith(home.href)) throw new TypeError('a script from elsewhere');
    return full.href;
  },
};

const factory = (globalThis as { trustedTypes?: Factory }).trustedTypes;
const policy = factory?.createPolicy('stayseal', rules) ?? rules;

export function ownScript(url: string): string {
  return policy.createScriptURL(url);
}
