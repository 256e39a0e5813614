package org.stayseal.spec.signing;

import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.bytes.Hex;

/**
 * The form of certificates and revocation lists (TRUST-49, TRUST-64; RFC 5280 4.1, 5.1). What has it can be asked anything later without an error: the provider reads other forms as well, and finds
 * some faults only when it is asked. What keys, algorithms and extensions say is judged elsewhere.
 */
final class CertificateForm {

    private static final int EXTENSIONS = 0xA3;
    private static final int CRL_EXTENSIONS = 0xA0;
    private static final String KEY_USAGE = "551d0f";
    private static final String BASIC_CONSTRAINTS = "551d13";
    private static final String PSS = "2a864886f70d01010a";
    /** deltaCRLIndicator, issuingDistributionPoint: they make another kind of list. */
    private static final Set<String> OTHER_LISTS = Set.of("551d1b", "551d1c");

    private static final String CERTIFICATE_ISSUER = "551d1d";

    private CertificateForm() {}

    /** @throws FormatException if it is no certificate (TRUST-49) */
    static void requireCertificate(byte[] der) throws FormatException {
        List<Der> parts = signed(der);
        List<Der> all = parts.get(0).parts();
        boolean hasVersion = !all.isEmpty() && all.get(0).tag() == 0xA0;
        int version = hasVersion ? version(all.get(0)) : 0;
        Fields fields = new Fields(hasVersion ? all.subList(1, all.size()) : all);
        fields.take(Der.INTEGER);
        algorithm(fields.take(Der.SEQUENCE));
        DistinguishedName.requireName(fields.take(Der.SEQUENCE));
        List<Der> validity = fields.take(Der.SEQUENCE).parts(2);
        time(validity.get(0));
        time(validity.get(1));
        DistinguishedName.requireName(fields.take(Der.SEQUENCE));
        List<Der> key = fields.take(Der.SEQUENCE).parts(2);
        algorithm(key.get(0).of(Der.SEQUENCE));
        key.get(1).of(Der.BIT_STRING);
        boolean good = true;
        for (int tag : new int[] {0x81, 0x82}) {
            if (fields.isNext(tag)) {
                good &= version >= 1 && fields.take(tag).isBitString();
            }
        }
        if (fields.isNext(EXTENSIONS)) {
            good &= version == 2;
            extensions(only(fields.take(EXTENSIONS)));
        }
        if (!good || !fields.areOver()) {
            throw Der.malformed("a field that a certificate of this version does not have");
        }
    }

    /** @throws FormatException if it is no revocation list of a whole CSCA (TRUST-64) */
    static void requireRevocationList(byte[] der) throws FormatException {
        Fields fields = new Fields(signed(der).get(0).parts());
        Der version = fields.take(Der.INTEGER);
        if (version.length() != 1 || version.value()[0] != 1) {
            throw Der.malformed("a revocation list of another version");
        }
        algorithm(fields.take(Der.SEQUENCE));
        DistinguishedName.requireName(fields.take(Der.SEQUENCE));
        time(fields.next());
        time(fields.next());
        if (fields.isNext(Der.SEQUENCE)) {
            for (Der entry : fields.take(Der.SEQUENCE).parts()) {
                entry(new Fields(entry.of(Der.SEQUENCE).parts()));
            }
        }
        if (fields.isNext(CRL_EXTENSIONS)) {
            refuseLimits(extensions(only(fields.take(CRL_EXTENSIONS))));
        }
        if (!fields.areOver()) {
            throw Der.malformed("a field that a revocation list does not have");
        }
    }

    private static void entry(Fields fields) throws FormatException {
        fields.take(Der.INTEGER);
        time(fields.next());
        if (fields.isNext(Der.SEQUENCE)) {
            refuseLimits(extensions(fields.take(Der.SEQUENCE)));
        }
        if (!fields.areOver()) {
            throw Der.malformed("an entry with something unknown");
        }
    }

    /** A list that speaks of less than all certificates of its issuer, or of those of others, is not read as a whole one. */
    private static void refuseLimits(Set<String> extensions) throws FormatException {
        if (extensions.stream()
                .anyMatch(id ->
                        id.startsWith("critical ") || OTHER_LISTS.contains(id) || id.equals(CERTIFICATE_ISSUER))) {
            throw Der.malformed("a revocation list with a limit");
        }
    }

    /** The three parts of something that is signed, all of it DER. */
    private static List<Der> signed(byte[] der) throws FormatException {
        List<Der> parts = Der.only(der).of(Der.SEQUENCE).requireDer().parts(3);
        parts.get(0).of(Der.SEQUENCE);
        algorithm(parts.get(1).of(Der.SEQUENCE));
        parts.get(2).of(Der.BIT_STRING);
        return parts;
    }

    private static int version(Der field) throws FormatException {
        Der number = only(field).of(Der.INTEGER);
        int version = number.length() == 1 ? number.value()[0] : -1;
        if (version < 0 || version > 2) {
            throw Der.malformed("a certificate of an unknown version");
        }
        return version;
    }

    private static void time(Der element) throws FormatException {
        if (element.tag() != 0x17 && element.tag() != 0x18) {
            throw Der.malformed("a time that is none");
        }
    }

    private static void algorithm(Der identifier) throws FormatException {
        List<Der> parts = identifier.parts();
        if (parts.isEmpty() || parts.size() > 2 || parts.get(0).tag() != Der.OID) {
            throw Der.malformed("an algorithm that is none");
        }
        if (hex(parts.get(0)).equals(PSS) && parts.size() == 2) {
            pss(parts.get(1).of(Der.SEQUENCE));
        }
    }

    /** RSASSA-PSS-params (RFC 4055 3.1), whatever they say. */
    private static void pss(Der parameters) throws FormatException {
        Fields fields = new Fields(parameters.parts());
        for (int tag : new int[] {0xA0, 0xA1}) {
            if (fields.isNext(tag)) {
                algorithm(only(fields.take(tag)).of(Der.SEQUENCE));
            }
        }
        for (int tag : new int[] {0xA2, 0xA3}) {
            if (fields.isNext(tag)) {
                only(fields.take(tag)).of(Der.INTEGER);
            }
        }
        if (!fields.areOver()) {
            throw Der.malformed("parameters of RSASSA-PSS that are none");
        }
    }

    /** The identifiers in hexadecimal digits, those of critical ones after the word; none occurs twice. */
    private static Set<String> extensions(Der list) throws FormatException {
        Set<String> all = new HashSet<>();
        Set<String> found = new HashSet<>();
        for (Der extension : list.of(Der.SEQUENCE).parts()) {
            Fields fields = new Fields(extension.of(Der.SEQUENCE).parts());
            String id = hex(fields.take(Der.OID));
            boolean critical =
                    fields.isNext(Der.BOOLEAN) && fields.take(Der.BOOLEAN).value()[0] != 0;
            Der value = fields.take(Der.OCTET_STRING);
            if (!all.add(id) || !fields.areOver()) {
                throw Der.malformed("an extension twice, or with something unknown");
            }
            found.add(critical ? "critical " + id : id);
            if (id.equals(KEY_USAGE)) {
                keyUsage(Der.only(value.value()).of(Der.BIT_STRING).value());
            } else if (id.equals(BASIC_CONSTRAINTS)) {
                basicConstraints(Der.only(value.value()).of(Der.SEQUENCE));
            }
        }
        if (all.isEmpty()) {
            throw Der.malformed("extensions, and none of them");
        }
        return found;
    }

    /** Certificates in the field have unused bits that are not zero: they say nothing. */
    private static void keyUsage(byte[] bits) throws FormatException {
        int unused = bits.length == 0 ? -1 : bits[0];
        if (unused < 0 || unused > 7 || unused > 0 && bits.length == 1) {
            throw Der.malformed("a key usage that is none");
        }
    }

    private static void basicConstraints(Der value) throws FormatException {
        Fields fields = new Fields(value.parts());
        // Certificates in the field have a 1 for true.
        boolean good = !fields.isNext(Der.BOOLEAN) || fields.take(Der.BOOLEAN).length() == 1;
        if (fields.isNext(Der.INTEGER)) {
            fields.take(Der.INTEGER).requireDer();
        }
        if (!good || !fields.areOver()) {
            throw Der.malformed("basic constraints that are none");
        }
    }

    private static Der only(Der frame) throws FormatException {
        return frame.parts(1).get(0);
    }

    private static String hex(Der element) {
        return Hex.encode(element.value());
    }

    /** The fields of a structure, taken one after the other. */
    private static final class Fields {
        private final Iterator<Der> rest;
        private Optional<Der> next;

        Fields(List<Der> fields) {
            this.rest = fields.iterator();
            this.next = following();
        }

        private Optional<Der> following() {
            return rest.hasNext() ? Optional.of(rest.next()) : Optional.empty();
        }

        boolean isNext(int tag) {
            return next.filter(field -> field.tag() == tag).isPresent();
        }

        Der next() throws FormatException {
            Der field = next.orElseThrow(() -> Der.malformed("a field is missing"));
            next = following();
            return field;
        }

        Der take(int tag) throws FormatException {
            return next().of(tag);
        }

        boolean areOver() {
            return next.isEmpty();
        }
    }
}
