package org.stayseal.cli;

import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.bytes.Hex;
import org.stayseal.spec.registry.Countries;
import org.stayseal.spec.signing.Crypto;
import org.stayseal.spec.signing.DistinguishedName;
import org.stayseal.spec.vdsnc.VdsNc;
import org.stayseal.spec.vdsnc.VdsNcDecoder;
import org.stayseal.spec.vdsnc.VdsNcType;

/** A VDS-NC, member by member (docs 22). */
final class VdsNcListing {

    private static final int LINE = 100;

    private VdsNcListing() {}

    static boolean fits(byte[] code) {
        return VdsNcDecoder.looksLikeVdsNc(code);
    }

    static void print(Listing listing, byte[] code) throws FormatException {
        listing.note("VDS-NC, " + code.length + " bytes of JSON");
        VdsNc vdsNc = VdsNcDecoder.decode(code);
        VdsNc.Header header = vdsNc.header();
        listing.note("hdr.t      type " + header.type() + ", "
                + vdsNc.type().map(VdsNcType::name).orElse("not known here"));
        listing.note("hdr.v      version " + header.version());
        listing.note("hdr.is     issuing country " + header.country() + "; days are counted in "
                + Countries.timeZone(header.country()));
        vdsNc.permit()
                .map(permit -> permit.values())
                .orElseGet(vdsNc::features)
                .forEach((name, value) -> listing.note("msg." + Printable.of(name) + ": " + Printable.of(value)));
        listing.note(
                "sig.alg    " + vdsNc.algorithm().joseName() + ", " + vdsNc.signature().length + " bytes: r, then s");
        certificate(listing, vdsNc);
        byte[] signed = vdsNc.signedBytes();
        listing.note("signed bytes, the canonical form of data, " + signed.length + " bytes:");
        String text = Printable.of(new String(signed, StandardCharsets.UTF_8));
        for (int at = 0; at < text.length(); at += LINE) {
            listing.note("  " + text.substring(at, Math.min(text.length(), at + LINE)));
        }
        listing.note("identity, by which it would be revoked: " + Hex.encode(vdsNc.identity()));
    }

    private static void certificate(Listing listing, VdsNc vdsNc) {
        listing.note("sig.cer    " + vdsNc.certificate().length + " bytes, SHA-256 "
                + Hex.encode(vdsNc.certificateDigest()));
        try {
            X509Certificate certificate = Crypto.certificate(vdsNc.certificate());
            listing.note("           certificate of "
                    + Printable.of(DistinguishedName.subject(certificate).toString()) + ", by "
                    + Printable.of(DistinguishedName.issuer(certificate).toString()) + ", until "
                    + certificate.getNotAfter().toInstant());
            listing.note(
                    "           the signature " + (vdsNc.verifies(certificate.getPublicKey()) ? "fits" : "does not fit")
                            + " its key, which proves nothing unless the certificate is one that a trust list names");
        } catch (FormatException e) {
            listing.note("           no certificate that can be read");
        }
    }
}
