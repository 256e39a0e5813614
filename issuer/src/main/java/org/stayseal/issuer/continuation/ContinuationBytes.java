package org.stayseal.issuer.continuation;

import com.upokecenter.cbor.CBORObject;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.stayseal.issuer.IssuerSettings;
import org.stayseal.issuer.continuation.ContinuationRows.CodeRow;
import org.stayseal.issuer.status.StatusPlace;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.continuation.Continuation;
import org.stayseal.spec.continuation.ContinuationClaims;
import org.stayseal.spec.continuation.NamedPermit;
import org.stayseal.spec.continuation.UnsignedContinuation;
import org.stayseal.spec.cwt.CommonClaims;
import org.stayseal.spec.cwt.CredentialId;
import org.stayseal.spec.cwt.StatusReference;
import org.stayseal.spec.registry.Countries;
import org.stayseal.trust.authority.Authority;

/** From a record to the claims of a continuation, and from recorded bytes and a signature to its code. */
@Component
class ContinuationBytes {

    private static final int PAYLOAD = 3;

    private final Authority authority;
    private final String country;
    private final ZoneId zone;

    ContinuationBytes(Authority authority, IssuerSettings settings) {
        this.authority = authority;
        this.country = settings.country();
        this.zone = Countries.timeZone(country);
    }

    /** What the continuation of one code says. */
    ContinuationClaims claims(GivenContinuation given, CodeOfPermit code, CodeRow row, LocalDate signedOn) {
        return claims(
                given.countsFrom(), given.countsUntil(), given.legalGround(), code, row.cti(), row.place(), signedOn);
    }

    /**
     * The same before it has a row.
     *
     * @param from its first day
     * @param until its last
     */
    ContinuationClaims claims(
            LocalDate from,
            LocalDate until,
            String legalGround,
            CodeOfPermit code,
            byte[] cti,
            StatusPlace place,
            LocalDate signedOn) {
        return new ContinuationClaims(
                new CommonClaims(
                        country,
                        until.plusDays(1).atStartOfDay(zone).toEpochSecond(),
                        from.atStartOfDay(zone).toEpochSecond(),
                        signedOn.atStartOfDay(ZoneOffset.UTC).toEpochSecond(),
                        new CredentialId(cti),
                        new StatusReference(authority.statusUri(place.shard()), place.index())),
                NamedPermit.of(code.identity()),
                code.number(),
                Optional.of(legalGround),
                code.purpose());
    }

    /** The day of signing that recorded bytes bear: they are not made anew once a key was asked for them. */
    LocalDate signedOn(byte[] toSign, X509Certificate signer) {
        return LocalDate.ofInstant(
                Instant.ofEpochSecond(unsigned(toSign, signer).claims().common().issuedAt()), ZoneOffset.UTC);
    }

    /** The signed bytes, read back and verified. */
    byte[] finish(byte[] toSign, X509Certificate signer, byte[] signature) {
        return unsigned(toSign, signer).withSignature(signature).bytes();
    }

    /** The text of the code, {@code RPC1:…}. */
    String text(byte[] finished) {
        try {
            return Continuation.decode(finished).text();
        } catch (FormatException e) {
            throw new IllegalStateException("A stored continuation does not decode: " + e.rule() + ".", e);
        }
    }

    private static UnsignedContinuation unsigned(byte[] toSign, X509Certificate signer) {
        return UnsignedContinuation.of(
                CBORObject.DecodeFromBytes(toSign).get(PAYLOAD).GetByteString(), signer);
    }
}
