package org.stayseal.cli;

import java.nio.charset.StandardCharsets;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.bytes.Hex;
import org.stayseal.spec.claim169.Identity;
import org.stayseal.spec.claim169.IdentityCredential;
import org.stayseal.spec.claim169.IdentityDecoder;
import org.stayseal.spec.claim169.IdentityField;

/** An identity credential with claim 169, field by field (docs 31). */
final class IdentityListing {

    private IdentityListing() {}

    static boolean fits(byte[] code) {
        return IdentityDecoder.looksLikeIdentity(text(code));
    }

    static void print(Listing listing, byte[] code) throws FormatException {
        listing.note("identity credential (claim 169), " + code.length
                + " characters. It is no permit: it says who somebody is");
        IdentityCredential credential = IdentityDecoder.decode(text(code));
        listing.note("signature: "
                + (credential.isSigned()
                        ? credential.algorithm().map(Enum::name).orElse("of an algorithm not known here")
                        : "none: anybody can have made it"));
        credential.keyId().ifPresent(kid -> listing.note("kid: " + Hex.encode(kid)));
        IdentityCredential.Token token = credential.token();
        token.issuer().ifPresent(text -> listing.note("1 iss: " + Printable.of(text)));
        token.subject().ifPresent(text -> listing.note("2 sub: " + Printable.of(text)));
        token.expires().ifPresent(time -> listing.note("4 exp: " + time));
        token.notBefore().ifPresent(time -> listing.note("5 nbf: " + time));
        token.issuedAt().ifPresent(time -> listing.note("6 iat: " + time));
        for (IdentityField field : IdentityField.values()) {
            field(listing, credential.identity(), field);
        }
        credential
                .identity()
                .unknown()
                .forEach((key, value) -> listing.note("169/" + key + ": not known here, CBOR " + Hex.encode(value)));
    }

    private static void field(Listing listing, Identity identity, IdentityField field) {
        String name = "169/" + field.key() + " " + field.title() + ": ";
        switch (field.type()) {
            case TEXT, DATE ->
                identity.text(field).ifPresent(text -> listing.note(name + Printable.of(text.replace('\n', '|'))));
            case CODE -> identity.code(field).ifPresent(code -> listing.note(name + code));
            case BYTES -> identity.photo().ifPresent(photo -> listing.note(name + photo.length + " bytes"));
            case FINGERS -> {
                if (!identity.fingers().isEmpty()) {
                    listing.note(name + identity.fingers());
                }
            }
            case BIOMETRICS ->
                identity.biometrics()
                        .getOrDefault(field, java.util.List.of())
                        .forEach(sample -> listing.note(
                                name + Printable.of(sample.toString()) + ", begins " + sample.beginning()));
        }
    }

    private static String text(byte[] code) {
        return new String(code, StandardCharsets.ISO_8859_1);
    }
}
