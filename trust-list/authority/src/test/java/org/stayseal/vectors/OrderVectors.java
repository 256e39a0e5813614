package org.stayseal.vectors;

import com.upokecenter.cbor.CBORObject;
import java.util.Arrays;
import java.util.function.Consumer;
import org.stayseal.spec.bytes.Base32;
import org.stayseal.spec.bytes.C40;
import org.stayseal.spec.permit.Purpose;
import org.stayseal.spec.registry.Limits;
import org.stayseal.spec.registry.Reason;
import org.stayseal.spec.signing.Signer;
import org.stayseal.spec.verify.Outcome;
import tools.jackson.databind.node.ObjectNode;

/** Codes with two faults, of which the rules say which is answered (VDS-38, IDB-45, NC-40, CRED-70). */
final class OrderVectors extends Cases {

    OrderVectors(UtopianVectors utopia) {
        super(utopia);
    }

    @Override
    void add() {
        seals();
        idbs();
        vdsNcs();
        credentials();
    }

    private void seals() {
        SealForge forge = new SealForge(utopia.authority.signer("seal-signer-bp256"), "UTB2", "25");
        byte[] signer = C40.encode("UTB20225");
        String folder = "seal-format/order-";
        wrong(folder + "no-version", "DC alone: there is no version to be unknown (VDS-2, VDS-38)", hex("dc"));
        unsupported(
                folder + "version-unknown-and-nothing-else",
                "a version, and then the end (VDS-3, VDS-38)",
                hex("dc05"));
        unsupported(
                folder + "version-unknown-and-country-malformed",
                "after an unknown version nothing is judged (VDS-3, VDS-38)",
                forge.signed(SealForge.header(5, hex("0001"), signer, "FB06"), SealForge.feature(4, 1, hex("00"))));
        wrong(
                folder + "version-unknown-and-too-long",
                "the length is judged before the version (VDS-2, VDS-38)",
                IdbForge.joined(hex("dc05"), new byte[Limits.value("maxSealBytes") - 1]));
    }

    private void idbs() {
        IdbForge forge = new IdbForge(utopia.authority.signer("idb-signer"));
        String reference = IdbForge.reference(forge.signer.certificate());
        byte[] group = IdbForge.group(IdbForge.documentReference(), IdbForge.documentNumber(), IdbForge.type(0x10));
        byte[] unknown = IdbForge.joined(C40.encode("UTO"), hex("04"));
        String folder = "idb-format/order-";
        unsupported(
                folder + "flag-unknown-and-no-base32",
                "after an unknown flag nothing is judged (IDB-45)",
                bytes("RDB1E="));
        wrong(
                folder + "flag-unknown-and-too-long",
                "the length is judged before the flag (IDB-45, VER-11)",
                bytes("RDB1E" + "A".repeat(Limits.MAX_CODE_BYTES - 4)));
        unsupported(
                folder + "algorithm-unknown-and-nothing-else",
                "algorithm 04, and then the end (IDB-45)",
                bytes(IdbForge.text('B', unknown)));
        unsupported(
                folder + "algorithm-unknown-and-date-impossible",
                "after an unknown algorithm nothing is judged (IDB-45)",
                bytes(forge.signed(IdbForge.joined(IdbForge.header("UTO", "04", reference, "0023204a"), group))));
        wrong(
                folder + "algorithm-unknown-and-country-malformed",
                "the country is judged before the algorithm (IDB-45)",
                bytes(forge.signed(IdbForge.joined(IdbForge.header("UT1", "04", reference, IdbForge.DATE), group))));
        wrong(
                folder + "algorithm-unknown-and-bits-left",
                "the text is judged before the content (IDB-45): D9C504 in Base32, with its last bit set",
                bytes("RDB1B" + Base32.encode(unknown).replaceAll("I$", "J")));
        wrong(
                folder + "algorithm-unknown-and-too-long",
                "the length of the content is judged before what is in it (IDB-45)",
                bytes(IdbForge.text(
                        'D', IdbForge.joined(unknown, IdbFormatVectors.digits(Limits.value("maxIdbBytes") - 2)))));
        wrong(
                folder + "content-ends-before-its-algorithm",
                "the content ends before its algorithm (IDB-45)",
                bytes(IdbForge.text('B', C40.encode("UTO"))));
    }

    private void vdsNcs() {
        NcForge forge = new NcForge(utopia.authority.signer("vds-nc-signer"));
        String folder = "vds-nc-format/order-";
        unsupported(
                folder + "version-unknown-and-country-of-another",
                "the version of a type is judged before its country (NC-40)",
                bytes(changed(forge, "hdr", hdr -> hdr.put("v", 2).put("is", "D"))));
        wrong(
                folder + "version-unknown-and-country-lower-case",
                "the form of the header is judged before the version (NC-40)",
                bytes(changed(forge, "hdr", hdr -> hdr.put("v", 2).put("is", "uto"))));
        unsupported(
                folder + "algorithm-unknown-and-member-missing",
                "the algorithm is judged before the content (NC-40)",
                bytes(changed(forge, "msg", msg -> msg.remove("sex")).replace("ES256", "EdDSA")));
        wrong(
                folder + "algorithm-unknown-and-signature-base64",
                "the form of the signature is judged before the algorithm (NC-40)",
                bytes(changed(forge, "msg", msg -> {})
                        .replace("ES256", "EdDSA")
                        .replaceAll("\"sigvl\":\"[^\"]*\"", "\"sigvl\":\"+/+/\"")));
    }

    private void credentials() {
        Signer signer = utopia.authority.credentialSigner();
        byte[] payload = payload(Purpose.FULL);
        String folder = "credential-format/order-";
        unsupported(
                folder + "algorithm-unknown-and-payload-no-map",
                "the algorithm is judged before the payload (CRED-18, CRED-70)",
                bytes(Forge.algorithm(-49, hex("01"), signer)));
        wrong(
                folder + "algorithm-unknown-and-key-identifier-short",
                "the rest of the header is judged before the algorithm (CRED-19, CRED-70)",
                bytes(Forge.header(
                        payload,
                        signer,
                        header -> header.Set(1, CBORObject.FromObject(-49))
                                .Set(4, CBORObject.FromObject(Arrays.copyOf(new byte[8], 7))))));
        unsupported(
                folder + "version-unknown-and-birth-date-impossible",
                "after an unknown version nothing of the payload is judged (CRED-26c, CRED-70)",
                changed(Purpose.FULL, claims -> {
                    permit(claims).Set(0, CBORObject.FromObject(2));
                    person(claims).Set(8, CBORObject.FromObject("19850231"));
                }));
        wrong(
                folder + "category-unknown-and-birth-date-impossible",
                "a category is unknown only if nothing else is wrong (CRED-43, CRED-70)",
                changed(Purpose.FULL, claims -> {
                    permit(claims).Set(2, CBORObject.FromObject(999));
                    person(claims).Set(8, CBORObject.FromObject("19850231"));
                }));
    }

    private static String changed(NcForge forge, String part, Consumer<ObjectNode> change) {
        return forge.changed(UtopianVectors.permit().made(), data -> change.accept((ObjectNode) data.required(part)));
    }

    private void wrong(String name, String why, byte[] code) {
        add(name, why, code, NOW, lists, Outcome.INVALID, Reason.WRONG_FORMAT);
    }

    private void unsupported(String name, String why, byte[] code) {
        add(name, why, code, NOW, lists, Outcome.INDETERMINATE, Reason.UNSUPPORTED);
    }

    private static byte[] hex(String digits) {
        return IdbForge.hex(digits);
    }
}
