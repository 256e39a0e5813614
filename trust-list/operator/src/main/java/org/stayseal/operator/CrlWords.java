package org.stayseal.operator;

import java.math.BigInteger;
import java.security.cert.X509CRL;
import java.security.cert.X509CRLEntry;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.signing.DistinguishedName;
import org.stayseal.trust.authority.ceremony.CrlStep;
import org.stayseal.trust.authority.crl.CrlFile;
import org.stayseal.trust.authority.register.Register;
import org.stayseal.trust.authority.register.RegisteredService;

/** A CRL in full: whose it is, its number, every serial number in it, and which listed keys these are. */
final class CrlWords {

    private static final String NUMBER = "2.5.29.20";

    private CrlWords() {}

    static List<String> lines(CrlStep step, Optional<Register> before) {
        List<String> lines = new ArrayList<>();
        X509CRL crl = read(step.der());
        ServiceWords.add(lines, "name", step.name());
        ServiceWords.add(lines, "issuer", DistinguishedName.issuer(crl).toString());
        Optional<X509CRL> earlier = before.flatMap(register ->
                Optional.ofNullable(register.crls().get(step.name())).map(CrlWords::read));
        ServiceWords.add(
                lines, "number", earlier.map(one -> number(one) + " → ").orElse("") + number(crl));
        ServiceWords.add(
                lines,
                "made",
                crl.getThisUpdate().toInstant()
                        + Optional.ofNullable(crl.getNextUpdate())
                                .map(Date::toInstant)
                                .map(end -> ", next update " + end)
                                .orElse(", without an end"));
        Map<BigInteger, Instant> now = entries(crl);
        ServiceWords.add(lines, "revokes", now.size() + " serial numbers");
        now.forEach((serial, since) -> lines.add("  serial " + hex(serial) + " since " + since
                + before.map(register -> ", " + meant(register, crl, serial)).orElse("")));
        Set<BigInteger> gone = earlier.map(one -> entries(one).keySet()).orElse(Set.of());
        gone.stream()
                .filter(serial -> !now.containsKey(serial))
                .forEach(
                        serial -> lines.add("  NO LONGER NAMED: serial " + hex(serial) + ", which the CRL before has"));
        return lines;
    }

    /** What CRLs name and others of the same issuers do not; one that is new, or gone, altogether. */
    static List<String> difference(List<X509CRL> before, List<X509CRL> after) {
        Map<String, X509CRL> then = byIssuer(before);
        Map<String, X509CRL> now = byIssuer(after);
        List<String> lines = new ArrayList<>();
        Set<String> issuers = new TreeSet<>(then.keySet());
        issuers.addAll(now.keySet());
        for (String issuer : issuers) {
            Optional<X509CRL> old = Optional.ofNullable(then.get(issuer));
            Optional<X509CRL> made = Optional.ofNullable(now.get(issuer));
            Map<BigInteger, Instant> named = old.map(CrlWords::entries).orElse(Map.of());
            Map<BigInteger, Instant> names = made.map(CrlWords::entries).orElse(Map.of());
            String crl = "CRL of " + issuer;
            if (old.isEmpty() || made.isEmpty()) {
                lines.add((old.isEmpty() ? "new " : "no ") + crl + (old.isEmpty() ? "" : " any more"));
            }
            names.forEach((serial, since) -> {
                if (!since.equals(named.get(serial))) {
                    lines.add(crl + ": names serial " + hex(serial) + " since " + since);
                }
            });
            named.keySet().stream()
                    .filter(serial -> !names.containsKey(serial))
                    .forEach(serial -> lines.add(crl + ": NO LONGER names serial " + hex(serial)));
        }
        return lines;
    }

    /** Of several of one issuer the last: an archive has one of each. */
    private static Map<String, X509CRL> byIssuer(List<X509CRL> crls) {
        Map<String, X509CRL> byIssuer = new TreeMap<>();
        crls.forEach(crl -> byIssuer.put(DistinguishedName.issuer(crl).toString(), crl));
        return byIssuer;
    }

    private static String meant(Register register, X509CRL crl, BigInteger serial) {
        String listed = register.services().stream()
                .filter(service -> service.certificate()
                        .filter(certificate -> isNamed(certificate, crl, serial))
                        .isPresent())
                .map(RegisteredService::words)
                .collect(Collectors.joining("; "));
        return listed.isEmpty() ? "nothing that is listed" : listed;
    }

    private static boolean isNamed(X509Certificate certificate, X509CRL crl, BigInteger serial) {
        return certificate.getSerialNumber().equals(serial)
                && DistinguishedName.issuer(certificate).equalsExactly(DistinguishedName.issuer(crl));
    }

    private static Map<BigInteger, Instant> entries(X509CRL crl) {
        Map<BigInteger, Instant> entries = new TreeMap<>();
        Set<? extends X509CRLEntry> all = crl.getRevokedCertificates();
        if (all != null) {
            all.forEach(entry -> entries.put(
                    entry.getSerialNumber(), entry.getRevocationDate().toInstant()));
        }
        return entries;
    }

    /** An OCTET STRING around an INTEGER (RFC 5280 5.2.3), both shorter than 128 bytes. */
    private static String number(X509CRL crl) {
        byte[] value = crl.getExtensionValue(NUMBER);
        if (value == null || value.length < 5 || value[2] != 2 || value[3] != value.length - 4) {
            return "without a number";
        }
        return new BigInteger(value, 4, value.length - 4).toString();
    }

    private static String hex(BigInteger serial) {
        return serial.toString(16).toUpperCase(Locale.ROOT);
    }

    private static X509CRL read(byte[] der) {
        try {
            return CrlFile.read(der);
        } catch (FormatException e) {
            throw new IllegalStateException("a CRL that was read can be read", e);
        }
    }
}
