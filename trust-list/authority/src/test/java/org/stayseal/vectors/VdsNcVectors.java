package org.stayseal.vectors;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.stayseal.spec.permit.Permit;
import org.stayseal.spec.permit.Purpose;
import org.stayseal.spec.permit.WorkRight;
import org.stayseal.spec.registry.Reason;
import org.stayseal.spec.verify.Outcome;
import org.stayseal.vectors.Vector.Asking;
import tools.jackson.databind.node.ObjectNode;

/** VDS-NCs that decode (docs 22), and how they are judged. */
final class VdsNcVectors extends Cases {

    private final NcForge forge;
    private final Permit permit = UtopianVectors.permit().made();

    VdsNcVectors(UtopianVectors utopia) {
        super(utopia);
        this.forge = new NcForge(utopia.authority.signer("vds-nc-signer"));
    }

    @Override
    void add() {
        good();
        otherTypes();
        right();
        signers();
        signatures();
    }

    private void good() {
        valid("valid", "a residence permit of Utopia, a national type", forge.permit(permit));
        valid(
                "valid-p384",
                "signed with ES384 (NC-7)",
                new NcForge(utopia.authority.signer("vds-nc-signer-p384")).permit(permit));
        valid(
                "valid-p521",
                "signed with ES512, which readers take and writers do not make (NC-28)",
                new NcForge(utopia.authority.signer("vds-nc-signer-p521")).signed(forge.data(permit)));
        ObjectNode data = forge.data(permit);
        byte[] signature = forge.sign(data);
        valid(
                "valid-other-order",
                "members in another order, white space and escapes: the same data, and the same identity (NC-10, NC-12)",
                "{\n \"sig\": " + forge.sig("ES256", NcForge.padded(signature)) + ",\r\n\t\"data\": " + reordered(data)
                        + " }\n");
        valid(
                "valid-unpadded",
                "base64url without padding (NC-8)",
                forge.text(data.toString(), signature).replace("=", ""));
        valid(
                "valid-twin",
                "s turned into n - s: anybody can do that; the identity stays (NC-12)",
                forge.text(data.toString(), NcForge.twin(signature)));
        valid("valid-given-names-missing", "a person of one name (NC-21)", changed(msg -> msg.remove("givenNames")));
        valid("valid-unlimited", "a right without end (NC-22)", changed(msg -> msg.put("rightUntil", "unlimited")));
        valid(
                "valid-letters",
                "letters of other scripts, as themselves in the signed bytes (NC-10)",
                changed(msg -> msg.put("authority", "Fremdenbehörde Łódź 東京 \uD83C\uDFDB")));
        valid(
                "valid-pending",
                "a category that lets its holder stay for the time being (NC-18)",
                changed(msg -> msg.put("category", "pending")));
    }

    private static String reordered(ObjectNode data) {
        StringBuilder msg = new StringBuilder();
        data.get("msg")
                .properties()
                .forEach(member -> msg.insert(
                        0, " \"" + member.getKey() + "\" :" + member.getValue() + (msg.isEmpty() ? "" : ",")));
        return "{\"msg\":{" + msg
                + "},\"\\u0068dr\":{\"v\":1,\"t\":\"uto\\u002eresidence-permit\",\"is\":\"\\u0055TO\"}}";
    }

    private void otherTypes() {
        ObjectNode vacc = NcForge.read(NcForge.VACC);
        Reason none = Reason.NOT_A_RESIDENCE_DOCUMENT;
        add(
                "icao-vacc",
                "a proof of vaccination grants nothing that we ask about (NC-17)",
                forge.signed(vacc),
                NOW,
                Outcome.INDETERMINATE,
                none);
        add(
                "icao-vacc-after-the-certificate-ended",
                "a proof of vaccination states no term, also when its signer's certificate has ended (VER-26, VER-93)",
                forge.signed(vacc),
                NOW.at("2040-01-01T00:00:00Z"),
                Outcome.INVALID,
                Reason.EXPIRED_CERTIFICATE);
        ObjectNode test = NcForge.read(
                "{\"hdr\":{\"t\":\"icao.test\",\"v\":1,\"is\":\"UTO\"},\"msg\":{\"utci\":\"T1\",\"tr\":{\"r\":\"negative\"},\"x\":[[],{},null,true,-3]}}");
        add(
                "icao-test",
                "a proof of testing, its scalars shown by path (NC-35)",
                forge.signed(test),
                NOW,
                Outcome.INDETERMINATE,
                none);
        ObjectNode paths = vacc.deepCopy();
        ((ObjectNode) paths.get("msg"))
                .put("pid.n", "Other Name")
                .put("__proto__", "x")
                .put("constructor", 1);
        add(
                "features-with-hard-names",
                "names such as __proto__, and two scalars with one path: the later counts (NC-35)",
                forge.signed(paths),
                NOW,
                Outcome.INDETERMINATE,
                none);
        ObjectNode order = vacc.deepCopy();
        ((ObjectNode) order.get("msg"))
                .put("\uFB33", 1)
                .put("\uD83D\uDE00", 2)
                .put("\u00f6", "\u0007\b\f\u001f\u007f/\u2028\\\"")
                .put("", 3)
                .put("1", 4);
        add(
                "sorted-by-utf-16",
                "a name beyond the basic plane sorts before U+FB33, and characters are escaped as NC-10 says",
                forge.signed(order),
                NOW,
                Outcome.INDETERMINATE,
                none);
        add(
                "minus-zero",
                "the number -0 is 0 in canonical form (NC-4)",
                forge.around(
                        vacc.toString().replace("\"seq\":1", "\"seq\":-0"),
                        NcForge.read(vacc.toString().replace("\"seq\":1", "\"seq\":0"))),
                NOW,
                Outcome.INDETERMINATE,
                none);
        add(
                "largest-number",
                "integers at the bounds of NC-4",
                forge.signed(NcForge.read(
                        vacc.toString().replace("\"seq\":1", "\"seq\":9007199254740991,\"s\":-9007199254740991"))),
                NOW,
                Outcome.INDETERMINATE,
                none);
        add(
                "unlisted-type",
                "a type without a row, for which its signer is not listed (NC-17, VER-27)",
                header(hdr -> hdr.put("t", "uto.work-permit")),
                NOW,
                Outcome.INVALID,
                Reason.OUT_OF_SCOPE);
        add(
                "unlisted-country",
                "the residence permit of a country without a row (NC-20)",
                header(hdr -> hdr.put("t", "ruritania.residence-permit").put("is", "RUR")),
                NOW,
                Outcome.INVALID,
                Reason.OUT_OF_SCOPE);
    }

    private void right() {
        add(
                "work",
                "any work is allowed (VER-32)",
                forge.permit(permit),
                NOW.purpose(Purpose.WORK),
                Outcome.VALID,
                null);
        add("bank", "it answers a bank (VER-32)", forge.permit(permit), NOW.purpose(Purpose.BANK), Outcome.VALID, null);
        add(
                "work-none",
                "work is not allowed (VER-32)",
                forge.permit(UtopianVectors.permit().work(WorkRight.none()).made()),
                NOW.purpose(Purpose.WORK),
                Outcome.INVALID,
                Reason.PURPOSE_NOT_GRANTED);
        add(
                "work-under-conditions",
                "work under conditions (NC-23)",
                forge.permit(UtopianVectors.permit()
                        .work(WorkRight.underConditions("20 hours a week"))
                        .made()),
                NOW.purpose(Purpose.WORK),
                Outcome.VALID,
                Reason.WITH_CONDITIONS);
        add(
                "work-separate-permit",
                "only with a separate work permit (NC-23)",
                forge.permit(UtopianVectors.permit()
                        .work(new WorkRight(WorkRight.Access.SEPARATE_PERMIT, Optional.empty()))
                        .made()),
                NOW.purpose(Purpose.WORK),
                Outcome.VALID,
                Reason.WITH_CONDITIONS);
        add(
                "expired",
                "the document's last day was yesterday (VER-31)",
                changed(msg -> msg.put("documentUntil", "2026-11-21")),
                NOW,
                Outcome.INVALID,
                Reason.EXPIRED);
        valid(
                "last-day",
                "the document's last day is today, which belongs to it (VER-31)",
                changed(msg -> msg.put("documentUntil", "2026-11-22")));
        add(
                "right-ended",
                "the right ended before the document (VER-31)",
                changed(msg -> msg.put("rightUntil", "2026-11-21")),
                NOW,
                Outcome.INVALID,
                Reason.EXPIRED);
        add(
                "not-yet-valid",
                "the right begins on 1 January 2027 (VER-31)",
                forge.permit(UtopianVectors.permit()
                        .rightFrom(LocalDate.of(2027, 1, 1))
                        .made()),
                NOW,
                Outcome.INVALID,
                Reason.NOT_YET_VALID);
        add(
                "signed-later",
                "signed after the time asked about (VER-31)",
                forge.permit(permit),
                NOW.at("2026-11-09T12:00:00Z"),
                Outcome.INVALID,
                Reason.NOT_YET_VALID);
        add(
                "revoked",
                "its identity is in the seal revocation list (NC-12, VER-33)",
                utopia.revokedVdsNc(),
                NOW,
                Outcome.INVALID,
                Reason.REVOKED);
    }

    private void signers() {
        add(
                "unknown-certificate",
                "the key of a listed signer under a certificate that is in no list (NC-9, VER-22)",
                new NcForge(utopia.unlistedVdsNcSigner()).permit(permit),
                NOW,
                Outcome.INVALID,
                Reason.UNKNOWN_CERTIFICATE);
        add(
                "seal-signer",
                "signed by a signer of seals: that certificate is listed, and not for VDS-NCs (NC-9)",
                new NcForge(utopia.authority.sealSigner()).permit(permit),
                NOW,
                Outcome.INVALID,
                Reason.UNKNOWN_CERTIFICATE);
        add(
                "signed-before-term",
                "the day of signing lies before the signer's term (TRUST-51)",
                changed(msg -> msg.put("signedOn", "2026-10-31")),
                NOW,
                Outcome.INVALID,
                Reason.OUT_OF_SCOPE);
        all(
                "no-lists",
                "there is nothing to judge by (VER-21)",
                forge.permit(permit),
                NOW,
                new Vector.Trust(lists.root(), Optional.empty()),
                Outcome.INDETERMINATE,
                Reason.NO_TRUST_LIST);
    }

    private void signatures() {
        ObjectNode data = forge.data(permit);
        byte[] signature = forge.sign(data);
        Reason bad = Reason.INVALID_SIGNATURE;
        add(
                "content-changed",
                "a letter of the name was changed after signing (VER-28)",
                forge.permit(permit).replace("\"Muster\"", "\"Muxter\""),
                NOW,
                Outcome.INVALID,
                bad);
        add(
                "type-changed",
                "a proof of vaccination made a test after signing (VER-28)",
                forge.signed(NcForge.read(NcForge.VACC)).replace("icao.vacc", "icao.test"),
                NOW,
                Outcome.INVALID,
                bad);
        add(
                "signature-zero",
                "r and s are zero (NC-11)",
                forge.text(data.toString(), new byte[64]),
                NOW,
                Outcome.INVALID,
                bad);
        add(
                "signature-short",
                "a byte less than the curve has (NC-11)",
                forge.text(data.toString(), Arrays.copyOf(signature, 63)),
                NOW,
                Outcome.INVALID,
                bad);
        add(
                "signature-long",
                "a byte more than the curve has (NC-11)",
                forge.text(data.toString(), Arrays.copyOf(signature, 65)),
                NOW,
                Outcome.INVALID,
                bad);
        add(
                "other-algorithm",
                "alg names ES384, the key is on P-256 (NC-11)",
                forge.permit(permit).replace("ES256", "ES384"),
                NOW,
                Outcome.INVALID,
                bad);
        byte[] certificate = forge.certificate();
        certificate[certificate.length - 1] ^= 1;
        add(
                "certificate-changed",
                "a bit of the certificate's own signature was changed: it is not the listed one (NC-9)",
                forge.permit(permit).replace(NcForge.padded(forge.certificate()), NcForge.padded(certificate)),
                NOW,
                Outcome.INVALID,
                Reason.UNKNOWN_CERTIFICATE);
        add(
                "certificate-of-another",
                "the certificate of another listed signer (NC-9)",
                forge.permit(permit)
                        .replace(
                                NcForge.padded(forge.certificate()),
                                NcForge.padded(
                                        new NcForge(utopia.authority.signer("vds-nc-signer-p384")).certificate())),
                NOW,
                Outcome.INVALID,
                bad);
    }

    private String changed(Consumer<ObjectNode> change) {
        return forge.changed(permit, data -> change.accept((ObjectNode) data.get("msg")));
    }

    private String header(Consumer<ObjectNode> change) {
        return forge.changed(permit, data -> change.accept((ObjectNode) data.get("hdr")));
    }

    private void valid(String name, String why, String code) {
        add(name, why, code, NOW, Outcome.VALID, null);
    }

    private void add(String name, String why, String code, Asking asked, Outcome outcome, @Nullable Reason reason) {
        all(name, why, code, asked, lists, outcome, reason);
    }

    private void all(
            String name,
            String why,
            String code,
            Asking asked,
            Vector.Trust trust,
            Outcome outcome,
            @Nullable Reason reason) {
        add("vds-nc/" + name, why, code.getBytes(StandardCharsets.UTF_8), asked, trust, outcome, reason);
    }
}
