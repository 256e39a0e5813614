package org.stayseal.spec.vdsnc;

import java.security.cert.X509Certificate;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.permit.Field;
import org.stayseal.spec.permit.Permit;

/** Makes a residence permit in a VDS-NC (docs 22 sections 5 and 6): first the bytes to be signed, to be recorded; then, with a signature, the code. */
public final class VdsNcEncoder {

    private static final int VERSION = 1;

    private VdsNcEncoder() {}

    /**
     * A permit, ready to be signed.
     *
     * @param signedOn the day of signing in the issuing country's time zone
     * @param signer the certificate of the key that will sign
     * @throws IllegalArgumentException if the permit's country has no such type, no reader would take it, or the key is on no curve that signs it
     */
    public static UnsignedVdsNc prepare(Permit permit, LocalDate signedOn, X509Certificate signer) {
        VdsNcType type = VdsNcTypes.standard()
                .residencePermit(permit.country())
                .orElseThrow(() -> new IllegalArgumentException(
                        "no residence permit of " + permit.country() + " in a VDS-NC is listed (NC-20)"));
        return prepare(type, permit.country(), values(permit, signedOn), signer);
    }

    /**
     * The content of a residence permit by its members, ready to be signed.
     *
     * @throws IllegalArgumentException as above
     */
    public static UnsignedVdsNc prepare(
            VdsNcType type, String country, Map<String, String> values, X509Certificate signer) {
        try {
            PermitContent.of(type, values);
        } catch (FormatException e) {
            throw new IllegalArgumentException("no reader would take this: " + e.rule() + ", " + e.getMessage(), e);
        }
        return UnsignedVdsNc.of(new VdsNc.Header(type.type(), VERSION, country), values, signer);
    }

    private static Map<String, String> values(Permit permit, LocalDate signedOn) {
        Map<String, String> values = new LinkedHashMap<>();
        put(values, Field.PERMIT_NUMBER, Optional.of(permit.number()));
        put(values, Field.SURNAME, Optional.of(permit.person().name().surname()));
        put(values, Field.GIVEN_NAMES, permit.person().name().givenNames());
        put(values, Field.BIRTH_DATE, Optional.of(permit.person().birthDate().toString()));
        put(values, Field.SEX, Optional.of(permit.person().sex().name()));
        put(values, Field.NATIONALITY, Optional.of(permit.person().nationality().code()));
        put(values, Field.CATEGORY, Optional.of(permit.category().key()));
        put(values, Field.RIGHT_FROM, Optional.of(permit.rightFrom().toString()));
        put(
                values,
                Field.RIGHT_UNTIL,
                Optional.of(permit.rightUntil().map(Object::toString).orElse(PermitContent.UNLIMITED)));
        put(values, Field.WORK, Optional.of(permit.work().access().key()));
        put(values, Field.WORK_CONDITIONS, permit.work().conditions());
        put(values, Field.AUTHORITY, Optional.of(permit.authority()));
        put(values, Field.ISSUE_DATE, Optional.of(permit.issueDate().toString()));
        put(values, Field.DOCUMENT_UNTIL, Optional.of(permit.documentUntil().toString()));
        values.put("signedOn", signedOn.toString());
        put(values, Field.TRAVEL_DOCUMENT_NUMBER, permit.travelDocument().map(document -> document.number()));
        put(values, Field.TRAVEL_DOCUMENT_ISSUER, permit.travelDocument().map(document -> document.issuer()));
        return values;
    }

    private static void put(Map<String, String> values, Field field, Optional<String> value) {
        value.ifPresent(text -> values.put(field.key(), text));
    }
}
