package org.stayseal.vectors;

import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.stayseal.spec.permit.Permit;
import org.stayseal.spec.registry.Reason;
import org.stayseal.spec.verify.Outcome;
import tools.jackson.databind.node.ObjectNode;

/** VDS-NCs that break one rule of docs 22. All are well signed, as far as what they say can be signed. */
final class VdsNcFormatVectors extends Cases {

    private final NcForge forge;
    private final Permit permit = UtopianVectors.permit().made();
    private final String good;

    VdsNcFormatVectors(UtopianVectors utopia) {
        super(utopia);
        this.forge = new NcForge(utopia.authority.signer("vds-nc-signer"));
        this.good = forge.permit(permit);
    }

    @Override
    void add() {
        json();
        envelope();
        numbers();
        fields();
        combinations();
    }

    private void json() {
        wrong("truncated", "it ends before its last brace (NC-3)", good.substring(0, good.length() - 1));
        wrong("trailing-text", "a second value after the end (NC-3)", good + "{}");
        wrong("comment", "a comment (NC-3)", good.replace("\"sig\":", "/* */\"sig\":"));
        wrong("trailing-comma", "a comma before a closing brace (NC-3)", good.replace("}},\"sig\"", ",}},\"sig\""));
        wrong("single-quotes", "a string in other quotation marks (NC-3)", good.replace("\"F\"", "'F'"));
        wrong("control-character", "an unescaped line feed in a string (NC-3)", good.replace("Muster", "Mus\nter"));
        wrong("bad-escape", "an escape that JSON does not have (NC-3)", good.replace("Muster", "Mus\\x74er"));
        wrong("member-twice", "a member twice (NC-3)", good.replace("\"sex\":\"F\"", "\"sex\":\"M\",\"sex\":\"F\""));
        wrong(
                "member-twice-by-escape",
                "a member twice, once escaped (NC-3)",
                good.replace("\"sex\":\"F\"", "\"sex\":\"F\",\"\\u0073ex\":\"M\""));
        wrong("data-twice", "data twice (NC-3)", good.replace("\"sig\":", "\"data\":{},\"sig\":"));
        wrong(
                "unpaired-surrogate",
                "half of a surrogate pair, escaped (NC-3)",
                good.replace("Muster", "Mus\\ud800ter"));
        wrong(
                "unpaired-surrogate-in-name",
                "the other half, in a name (NC-3)",
                vacc("\"uvci\"", "\"x\\udc00\":1,\"uvci\""));
        byte[] utf8 = good.getBytes(StandardCharsets.UTF_8);
        utf8[good.indexOf("Muster")] = (byte) 0xE4;
        add(
                "vds-nc-format/not-utf-8",
                "a letter in ISO 8859-1 (NC-3)",
                utf8,
                NOW,
                lists,
                Outcome.INVALID,
                Reason.WRONG_FORMAT);
        byte[] surrogate = good.replace("Muster", "Mu???ter").getBytes(StandardCharsets.UTF_8);
        int at = good.indexOf("Muster") + 2;
        surrogate[at] = (byte) 0xED;
        surrogate[at + 1] = (byte) 0xA0;
        surrogate[at + 2] = (byte) 0x80;
        add(
                "vds-nc-format/surrogate-in-utf-8",
                "half of a surrogate pair in three bytes, which is not UTF-8 (NC-3)",
                surrogate,
                NOW,
                lists,
                Outcome.INVALID,
                Reason.WRONG_FORMAT);
        wrong(
                "nested-too-deep",
                "nine objects and arrays in one another (NC-3)",
                vacc("\"uvci\"", "\"x\":[[[[[[1]]]]]],\"uvci\""));
        add(
                "vds-nc-format/nested-deepest",
                "eight objects and arrays in one another (NC-3)",
                bytes(signedVacc("\"uvci\"", "\"x\":[[[[[1]]]]],\"uvci\"")),
                NOW,
                lists,
                Outcome.INDETERMINATE,
                Reason.NOT_A_RESIDENCE_DOCUMENT);
        wrong("too-long", "a byte more than a code may have (NC-2)", good + " ".repeat(4297 - good.length()));
        add(
                "vds-nc-format/longest",
                "as long as a code may be, white space at its end (NC-2, NC-3)",
                bytes(good + " ".repeat(4296 - good.length())),
                NOW,
                lists,
                Outcome.VALID,
                null);
        add(
                "vds-nc-format/byte-order-mark",
                "a byte order mark comes first: of another kind (NC-1)",
                ("\uFEFF" + good).getBytes(StandardCharsets.UTF_8),
                NOW,
                lists,
                Outcome.INVALID,
                Reason.NOT_A_PERMIT);
        add(
                "vds-nc-format/white-space-first",
                "a picture's code that begins with a space: of another kind (NC-1)",
                bytes(" " + good),
                NOW,
                lists,
                Outcome.INVALID,
                Reason.NOT_A_PERMIT);
        wrong("empty", "data and sig are named and nothing else is there (NC-3)", "{\"data\",\"sig\"}");
    }

    private void envelope() {
        wrong("member-unknown", "a third member (NC-5)", good.substring(0, good.length() - 1) + ",\"x\":1}");
        wrong("data-member-unknown", "a third member of data (NC-5)", data(data -> data.put("x", 1)));
        wrong("hdr-member-unknown", "a fourth member of hdr (NC-5)", hdr(hdr -> hdr.put("x", 1)));
        wrong("hdr-member-missing", "hdr without is (NC-5)", hdr(hdr -> hdr.remove("is")));
        wrong("sig-member-unknown", "a fourth member of sig (NC-5)", good.replace("\"alg\"", "\"kid\":\"1\",\"alg\""));
        wrong("cer-missing", "sig without a certificate (NC-5)", good.replaceAll("\"cer\":\"[^\"]*\",", ""));
        wrong("msg-array", "msg is an array (NC-5)", data(data -> data.putArray("msg")));
        wrong("type-upper-case", "a type in capital letters (NC-6)", hdr(hdr -> hdr.put("t", "UTO.residence-permit")));
        wrong("type-one-word", "a type of one word (NC-6)", hdr(hdr -> hdr.put("t", "residence-permit")));
        wrong("version-text", "a version that is text (NC-6)", hdr(hdr -> hdr.put("v", "1")));
        wrong("version-zero", "version 0 (NC-6)", hdr(hdr -> hdr.put("v", 0)));
        wrong("version-fraction", "version 1.0 (NC-6)", good.replace("\"v\":1", "\"v\":1.0"));
        unsupported("version-2", "version 2 of a type that we know (NC-16)", hdr(hdr -> hdr.put("v", 2)));
        wrong("country-lower-case", "a country in small letters (NC-6)", hdr(hdr -> hdr.put("is", "uto")));
        wrong("country-of-another", "Utopia's type, issued by another country (NC-16)", hdr(hdr -> hdr.put("is", "D")));
        unsupported(
                "algorithm-unknown", "an algorithm that is not one of three (NC-7)", good.replace("ES256", "EdDSA"));
        wrong("algorithm-number", "an algorithm that is no text (NC-7)", good.replace("\"ES256\"", "-7"));
        wrong("signature-base64", "a signature with the characters of plain Base64 (NC-8)", sigvl("+/+/"));
        wrong("signature-half-padded", "one of two signs of padding (NC-8)", good.replace("==\"", "=\""));
        wrong("signature-bits-left", "bits left over that are not zero (NC-8)", sigvl("AAB="));
        wrong("signature-one-character", "a length of 1 modulo 4 (NC-8)", sigvl("AAAAA"));
        wrong("signature-empty", "an empty signature (NC-8)", sigvl(""));
        wrong("signature-white-space", "a line feed in the signature (NC-8)", sigvl("AAAA\\nAAAA"));
        wrong("signature-beyond-bound", "2,049 bytes of signature (NC-8)", sigvl("AAAA".repeat(683)));
    }

    private void numbers() {
        unsupported("number-fraction", "a number with a fraction (NC-4)", vacc("\"seq\":1", "\"seq\":1.5"));
        unsupported(
                "number-integral-fraction",
                "a fraction that is a whole number (NC-4)",
                vacc("\"seq\":1", "\"seq\":1.0"));
        unsupported("number-exponent", "a number with an exponent (NC-4)", vacc("\"seq\":1", "\"seq\":1E0"));
        unsupported(
                "number-too-large",
                "an integer of more than 53 bits (NC-4)",
                vacc("\"seq\":1", "\"seq\":9007199254740992"));
        unsupported("number-too-small", "the same below zero (NC-4)", vacc("\"seq\":1", "\"seq\":-9007199254740992"));
        unsupported(
                "number-of-many-digits",
                "an integer of a hundred digits (NC-4)",
                vacc("\"seq\":1", "\"seq\":" + "9".repeat(100)));
        unsupported(
                "number-in-permit",
                "a fraction where text must be: the number is judged first (NC-40)",
                good.replace("\"sex\":\"F\"", "\"sex\":0.5"));
        wrong("number-leading-zero", "a zero before a number (NC-3)", vacc("\"seq\":1", "\"seq\":01"));
        wrong("number-plus", "a plus sign before a number (NC-3)", vacc("\"seq\":1", "\"seq\":+1"));
        wrong("number-not-a-number", "NaN (NC-3)", vacc("\"seq\":1", "\"seq\":NaN"));
    }

    private void fields() {
        wrong("field-missing", "no surname (NC-21)", msg(msg -> msg.remove("surname")));
        wrong("field-unknown", "a member that the type does not have (NC-21)", msg(msg -> msg.put("remarks", "none")));
        wrong("field-number", "a member that is no text (NC-21)", msg(msg -> msg.put("documentUntil", 20280304)));
        wrong("field-null", "a member that is null (NC-21)", msg(msg -> msg.putNull("givenNames")));
        field("permitNumber", "lower-case", "a permit number in small letters", "ut1234567");
        field("permitNumber", "long", "a permit number of ten characters", "UT12345678");
        field("surname", "empty", "an empty name", "");
        field("surname", "long", "a name of 121 bytes in 61 characters", "ö".repeat(60) + "x");
        field("surname", "decomposed", "a name that is not in normal form C", "Mu\u0308ster");
        field("surname", "space-first", "a name that begins with a space", " Muster");
        field("authority", "direction", "a character that turns the direction of text", "Office \u202Efo");
        field("birthDate", "compact", "a birth date without hyphens", "19850300");
        field("birthDate", "day-without-month", "a birth date with a day and no month", "1985-00-12");
        field("sex", "lower-case", "sex in a small letter", "f");
        field("nationality", "two-letters", "a nationality of two letters", "UT");
        field("rightFrom", "no-day", "a day that the calendar does not have", "2027-02-29");
        field("rightFrom", "unlimited", "a right that begins without limit", "unlimited");
        field("rightUntil", "other-word", "a last day that is another word", "never");
        field("issueDate", "year-1899", "a date before 1900", "1899-12-31");
        field("work", "other-word", "a word for work that is not known", "some");
        field("category", "form", "a category that is no name", "Temporary protection");
        unsupported(
                "category-unknown",
                "a category that is not listed (NC-22)",
                msg(msg -> msg.put("category", "space-settler")));
        wrong(
                "category-unknown-and-more",
                "an unknown category, and a wrong date: the date is said (NC-40)",
                msg(msg -> msg.put("category", "space-settler").put("rightUntil", "2026-01-01")));
    }

    private void combinations() {
        wrong(
                "work-conditions-missing",
                "work under conditions that are not said (NC-23)",
                msg(msg -> msg.put("work", "conditions")));
        wrong(
                "work-conditions-with-any",
                "conditions, and any work (NC-23)",
                msg(msg -> msg.put("workConditions", "20 hours")));
        wrong(
                "travel-document-alone",
                "a travel document without an issuer (NC-24)",
                msg(msg -> msg.remove("travelDocumentIssuer")));
        wrong(
                "right-backwards",
                "a right that ends before it begins (NC-25)",
                msg(msg -> msg.put("rightUntil", "2026-11-09")));
        wrong(
                "document-backwards",
                "a document that ends before it is issued (NC-25)",
                msg(msg -> msg.put("documentUntil", "2026-11-09")));
        wrong(
                "signed-after-end",
                "signed after the document's end (NC-25)",
                msg(msg -> msg.put("signedOn", "2028-03-05")));
        wrong(
                "more-than-ten-years",
                "3,655 days after its issue (NC-25)",
                msg(msg -> msg.put("documentUntil", "2036-11-12")));
        add(
                "vds-nc-format/ten-years",
                "3,654 days after its issue (NC-25)",
                bytes(msg(msg -> msg.put("documentUntil", "2036-11-11"))),
                NOW,
                lists,
                Outcome.VALID,
                null);
    }

    private void field(String member, String name, String why, String value) {
        wrong(
                member.replaceAll("([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT) + "-" + name,
                why + " (NC-22)",
                msg(msg -> msg.put(member, value)));
    }

    private void wrong(String name, String why, String code) {
        if (code.equals(good)) {
            throw new IllegalStateException(name + " has no fault");
        }
        add(
                "vds-nc-format/" + name,
                why,
                code.getBytes(StandardCharsets.UTF_8),
                NOW,
                lists,
                Outcome.INVALID,
                Reason.WRONG_FORMAT);
    }

    private void unsupported(String name, String why, String code) {
        add(
                "vds-nc-format/" + name,
                why,
                code.getBytes(StandardCharsets.UTF_8),
                NOW,
                lists,
                Outcome.INDETERMINATE,
                Reason.UNSUPPORTED);
    }

    private String data(Consumer<ObjectNode> change) {
        return forge.changed(permit, change);
    }

    private String hdr(Consumer<ObjectNode> change) {
        return forge.changed(permit, data -> change.accept((ObjectNode) data.get("hdr")));
    }

    private String msg(Consumer<ObjectNode> change) {
        return forge.changed(permit, data -> change.accept((ObjectNode) data.get("msg")));
    }

    private String sigvl(String text) {
        return good.replaceAll("\"sigvl\":\"[^\"]*\"", "\"sigvl\":\"" + text.replace("\\", "\\\\") + "\"");
    }

    /** A proof of vaccination with a text that has no canonical form; the signature is over the unchanged one. */
    private String vacc(String from, String to) {
        return forge.around(changedText(from, to), NcForge.read(NcForge.VACC));
    }

    private String signedVacc(String from, String to) {
        return forge.signed(NcForge.read(changedText(from, to)));
    }

    private static String changedText(String from, String to) {
        String text = NcForge.VACC.replace(from, to);
        if (text.equals(NcForge.VACC)) {
            throw new IllegalStateException("nothing to change at " + from);
        }
        return text;
    }
}
