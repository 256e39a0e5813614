package org.stayseal.spec.cwt;

import com.upokecenter.cbor.CBOREncodeOptions;
import com.upokecenter.cbor.CBORObject;
import java.util.function.Consumer;
import org.stayseal.spec.permit.Purpose;
import org.stayseal.spec.permit.SamplePermits;

/** Credentials with one fault, made by changing a good one's claims or header. Their signatures are 64 zeros: decoding does not look. */
final class Forged {
    private static final CBOREncodeOptions SORTED = new CBOREncodeOptions("ctap2canonical=true");

    private Forged() {}

    static CBORObject key(Object key) {
        return CBORObject.FromObject(key);
    }

    static CBORObject header() {
        return CBORObject.NewMap()
                .Add(1, -7)
                .Add(4, new byte[Credential.KEY_ID_LENGTH])
                .Add(16, Credential.TYPE);
    }

    static CBORObject claims(Purpose purpose) {
        return CBORObject.DecodeFromBytes(ClaimsWriter.write(TestCredentials.claims(SamplePermits.full(), purpose)));
    }

    static byte[] credential(CBORObject header, CBORObject claims) {
        return CoseSign1.write(header.EncodeToBytes(SORTED), claims.EncodeToBytes(SORTED), new byte[64]);
    }

    static byte[] withHeader(Consumer<CBORObject> fault) {
        CBORObject header = header();
        fault.accept(header);
        return credential(header, claims(Purpose.FULL));
    }

    static byte[] withClaims(Purpose purpose, Consumer<CBORObject> fault) {
        CBORObject claims = claims(purpose);
        fault.accept(claims);
        return credential(header(), claims);
    }

    static byte[] withPerson(Purpose purpose, Consumer<CBORObject> fault) {
        return withClaims(purpose, claims -> fault.accept(claims.get(key(169))));
    }

    static byte[] withPermit(Purpose purpose, Consumer<CBORObject> fault) {
        return withClaims(purpose, claims -> fault.accept(claims.get(key(-65537))));
    }

    static Consumer<CBORObject> set(Object key, Object value) {
        return map -> map.Set(key(key), CBORObject.FromObject(value));
    }

    static Consumer<CBORObject> without(Object key) {
        return map -> map.Remove(key(key));
    }
}
