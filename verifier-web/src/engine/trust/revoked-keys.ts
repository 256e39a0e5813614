/** The keys that a trust list revokes, whichever of their certificates it names (40-trust TRUST-52, TRUST-191). What a neighbour says of a key it says of its own services (TRUST-222). */
import { toHex } from '../bytes/hex';
import { canonicalKeyInfo } from '../signing/certificate';
import type { CertificateService } from './trust-list';

/** Causes for which a certificate of a CSCA is withdrawn and not its key. */
const CERTIFICATE_ALONE = ['superseded', 'cessationOfOperation'];

/** Whether a service is revoked, or has the key of one that is; a CSCA by keys of CSCAs, a signer by those of signers. */
export type IsRevoked = (service: CertificateService) => boolean;

export function revokedKeys(services: readonly CertificateService[]): IsRevoked {
  const revoked = services.filter(isListedAsRevoked);
  const ofSigners = new Set(revoked.filter((s) => s.kind !== 'csca').map(keyOf));
  const ofAuthorities = new Set(revoked.filter((s) => s.kind === 'csca' && withdrawsKey(s)).map(keyOf));
  return (service) => {
    const keys = service.kind === 'csca' ? ofAuthorities : ofSigners;
    return isListedAsRevoked(service) || (keys.size > 0 && keys.has(keyOf(service)));
  };
}

function isListedAsRevoked({ history }: CertificateService): boolean {
  return history[0]?.state === 'revoked';
}

function withdrawsKey({ revocation }: CertificateService): boolean {
  return revocation === undefined || !CERTIFICATE_ALONE.includes(revocation.cause);
}

/** A key in no form of TRUST-95 is only its own certificate's. */
function keyOf({ certificate, id, origin }: CertificateService): string {
  const key = certificate.key.curve === 'unusable' ? id : toHex(canonicalKeyInfo(certificate));
  return `${origin ?? ''} ${key}`;
}
