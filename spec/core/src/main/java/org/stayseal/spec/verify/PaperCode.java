package org.stayseal.spec.verify;

import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.Set;
import org.stayseal.spec.bytes.Hex;
import org.stayseal.spec.permit.Mrz;
import org.stayseal.spec.permit.Purpose;

/**
 * A code that is printed once and for everybody: a seal, an IDB, a VDS-NC. It is made for no purpose, is never live only, and its status stands in the seal revocation list of its country.
 *
 * <p>The defaults say what seal and IDB have in common; a VDS-NC, which has no zone and speaks of work, differs where it says so.
 */
interface PaperCode extends Presented {

    /** Of a paper code both identities are the same. */
    @Override
    default byte[] logIdentity() {
        return identity();
    }

    /** What such a code is called, in words for the evidence. */
    String kindName();

    /** The number of the passport that it names. */
    Optional<String> passportNumber();

    @Override
    default Optional<String> mrzDocumentCode() {
        return Optional.of(mrz().map(Mrz::documentCode).orElse(NO_DOCUMENT_CODE));
    }

    @Override
    default Optional<Purpose> purpose() {
        return Optional.empty();
    }

    @Override
    default Optional<String> brokenProfileRule(X509Certificate certificate) {
        return CertificateProfile.brokenSealSignerRule(certificate);
    }

    @Override
    default Set<Purpose> answers() {
        return Set.of(Purpose.FULL, Purpose.STAY);
    }

    @Override
    default Optional<WorkStatement> work() {
        return Optional.empty();
    }

    @Override
    default Optional<StatusSource.StatusEntry> status(StatusSource source) {
        return source.seal(country(), identity());
    }

    @Override
    default String statusName() {
        return kindName() + " " + Hex.encode(identity());
    }

    @Override
    default boolean liveOnly() {
        return false;
    }

    @Override
    default Optional<Identity> passportIdentity() {
        return Optional.of(new Identity(
                passportNumber(), true, Optional.empty(), mrz().map(Bearer::of).orElse(Bearer.UNNAMED)));
    }
}
