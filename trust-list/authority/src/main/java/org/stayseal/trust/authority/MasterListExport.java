package org.stayseal.trust.authority;

import java.math.BigInteger;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.stayseal.spec.trust.KeyState;
import org.stayseal.spec.trust.Service;
import org.stayseal.spec.trust.TrustList;
import org.stayseal.trust.authority.masterlist.MasterListDraft;

/** The CSCAs of a trust list as an ICAO master list, for those who read no trust list (TRUST-103). */
final class MasterListExport {

    private final AuthorityProfile profile;
    private final Hierarchy.Entry csca;

    /** @param csca stands behind the signer of the lists */
    MasterListExport(AuthorityProfile profile, Hierarchy.Entry csca) {
        this.profile = profile;
        this.csca = csca;
    }

    /**
     * A signer of master lists, issued by the CSCA.
     *
     * @param serial never used under the name of the CSCA
     * @param from when it begins
     */
    Hierarchy.Entry signer(AuthorityKey key, BigInteger serial, Instant from) {
        return new Hierarchy.Entry(
                key, new CscaCertificates(profile, from).masterListSigner(key.publicKey(), serial, csca));
    }

    /**
     * @param list whose CSCAs are exported: all that are not revoked and not over
     * @param now when it is signed
     * @return the file, in DER
     * @throws IllegalArgumentException if an importer would refuse it
     */
    byte[] export(TrustList list, Hierarchy.Entry signer, Instant now) {
        if (signer.certificate().getNotBefore().toInstant().isAfter(now)
                || signer.certificate().getNotAfter().toInstant().isBefore(now)) {
            throw new IllegalArgumentException("the signer of master lists is over, or not yet begun");
        }
        return new MasterListDraft(authorities(list, now), signer.certificate(), csca.certificate(), now)
                .sign(signer.key().contentSigner());
    }

    static List<X509Certificate> authorities(TrustList list, Instant now) {
        List<X509Certificate> authorities = new ArrayList<>();
        list.services(Service.Csca.class)
                .filter(service -> service.states().now() != KeyState.REVOKED)
                .map(Service.Csca::certificate)
                .filter(certificate -> !certificate.getNotAfter().toInstant().isBefore(now))
                .forEach(authorities::add);
        return authorities;
    }
}
