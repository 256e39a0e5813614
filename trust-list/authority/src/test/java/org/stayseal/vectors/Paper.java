package org.stayseal.vectors;

import com.upokecenter.cbor.CBOREncodeOptions;
import com.upokecenter.cbor.CBORObject;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Consumer;
import org.stayseal.spec.continuation.Continuation;
import org.stayseal.spec.continuation.ContinuationClaims;
import org.stayseal.spec.continuation.NamedPermit;
import org.stayseal.spec.continuation.UnsignedContinuation;
import org.stayseal.spec.cwt.CommonClaims;
import org.stayseal.spec.cwt.Credential;
import org.stayseal.spec.cwt.CredentialId;
import org.stayseal.spec.cwt.StatusReference;
import org.stayseal.spec.permit.Purpose;
import org.stayseal.spec.signing.Signer;

/**
 * A continuation of a code, as the vectors make them: from 18 November 2026 until 28 February 2027, unless it is changed.
 *
 * @param named the identity of the code that it is for
 * @param index its own status entry
 */
record Paper(
        String country,
        byte[] named,
        Optional<String> number,
        Optional<Purpose> purpose,
        LocalDate from,
        LocalDate until,
        LocalDate signed,
        StatusReference status) {

    static final LocalDate FROM = LocalDate.of(2026, 11, 18);
    static final LocalDate UNTIL = LocalDate.of(2027, 2, 28);

    private static final CBOREncodeOptions CANONICAL = new CBOREncodeOptions("ctap2canonical=true");

    /** Of a seal, an IDB or a VDS-NC. */
    static Paper of(byte[] identity, UtopianVectors utopia) {
        return new Paper(
                "UTO",
                identity,
                Optional.empty(),
                Optional.empty(),
                FROM,
                UNTIL,
                FROM,
                new StatusReference(utopia.authority.statusUri(0), 100));
    }

    /** Of a credential. */
    static Paper of(Credential credential, UtopianVectors utopia) {
        Paper plain = of(credential.id().bytes(), utopia);
        return plain.with(credential.claims().permit().number(), Optional.of(credential.purpose()));
    }

    Paper with(Optional<String> permitNumber, Optional<Purpose> forPurpose) {
        return new Paper(country, named, permitNumber, forPurpose, from, until, signed, status);
    }

    Paper days(LocalDate first, LocalDate last) {
        return new Paper(country, named, number, purpose, first, last, signed, status);
    }

    Paper signedOn(LocalDate day) {
        return new Paper(country, named, number, purpose, from, until, day, status);
    }

    Paper index(long index) {
        return new Paper(
                country, named, number, purpose, from, until, signed, new StatusReference(status.uri(), index));
    }

    Paper uri(String uri) {
        return new Paper(
                country, named, number, purpose, from, until, signed, new StatusReference(uri, status.index()));
    }

    Paper country(String other) {
        return new Paper(other, named, number, purpose, from, until, signed, status);
    }

    private ContinuationClaims claims() {
        return new ContinuationClaims(
                new CommonClaims(
                        country,
                        until.plusDays(1).atStartOfDay(ZoneOffset.UTC).toEpochSecond(),
                        from.atStartOfDay(ZoneOffset.UTC).toEpochSecond(),
                        signed.atStartOfDay(ZoneOffset.UTC).toEpochSecond(),
                        new CredentialId(id()),
                        status),
                new NamedPermit(NamedPermit.of(named).hash()),
                number,
                Optional.of("Residence Act 81(4)"),
                purpose);
    }

    /** In vectors an identity is made from what it is of; everywhere else it is random. */
    private byte[] id() {
        byte[] hash = NamedPermit.of(named).hash();
        byte[] id = new byte[CredentialId.LENGTH];
        for (int i = 0; i < hash.length; i++) {
            id[i % id.length] ^= (byte) (hash[i] ^ (until.toEpochDay() + status.index()));
        }
        return id;
    }

    byte[] payload(Signer signer) {
        return UnsignedContinuation.of(claims(), signer.certificate()).payload();
    }

    Continuation signedBy(Signer signer) {
        return UnsignedContinuation.of(claims(), signer.certificate()).sign(signer);
    }

    String text(Signer signer) {
        return signedBy(signer).text();
    }

    /** Well signed, after a change of its claims. */
    String changed(Signer signer, Consumer<CBORObject> change) {
        CBORObject claims = CBORObject.DecodeFromBytes(payload(signer));
        change.accept(claims);
        return text(Forge.sign(header(signer), claims.EncodeToBytes(CANONICAL), signer));
    }

    /** Well signed, after a change of its protected header. */
    String header(Signer signer, Consumer<CBORObject> change) {
        CBORObject header = CBORObject.DecodeFromBytes(header(signer));
        change.accept(header);
        return text(Forge.sign(header.EncodeToBytes(CANONICAL), payload(signer), signer));
    }

    static byte[] header(Signer signer) {
        return CBORObject.NewMap()
                .Add(1, -7)
                .Add(4, Credential.keyIdOf(signer.certificate()))
                .Add(16, Continuation.TYPE)
                .EncodeToBytes(CANONICAL);
    }

    /** The code of these bytes, whatever they are. */
    static String text(byte[] message) {
        return Continuation.PREFIX + Forge.text(message).substring("RP1:".length());
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
