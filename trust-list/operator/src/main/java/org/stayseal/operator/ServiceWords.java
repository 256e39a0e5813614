package org.stayseal.operator;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.stayseal.spec.signing.DistinguishedName;
import org.stayseal.spec.trust.LegalEffect;
import org.stayseal.spec.trust.LocalText;
import org.stayseal.spec.trust.Scope;
import org.stayseal.spec.trust.Service;
import org.stayseal.spec.trust.StateChange;

/** Everything that a list says of a service, a line for each member (TRUST-41 to TRUST-46). */
final class ServiceWords {

    private ServiceWords() {}

    static List<String> lines(Service service) {
        List<String> lines = new ArrayList<>();
        add(lines, "kind", ListWords.kind(service));
        texts(lines, "name", service.name());
        for (StateChange change : service.states().changes()) {
            add(lines, "state", ListWords.word(change.state()) + " since " + change.since());
        }
        service.states()
                .revocation()
                .ifPresent(why -> add(lines, "revoked", why.cause() + ", since " + why.compromisedSince()));
        if (service instanceof Service.StatusKey status) {
            add(lines, "key", status.key().kid());
            status.prefixes().forEach(prefix -> add(lines, "prefix", prefix));
            add(lines, "seal list", status.sealRevocations() ? "signs the seal revocation list too" : "not this");
        }
        ListWords.certificate(service).ifPresent(certificate -> certificate(lines, certificate));
        if (service instanceof Service.Csca csca) {
            scope(lines, csca.scope());
        } else if (service instanceof Service.PermitSigner signer) {
            scope(lines, signer.scope());
            add(lines, "signs from", signer.term().signsFrom().toString());
            add(lines, "signs until", signer.term().signsUntil().toString());
            effect(lines, signer.legalEffect());
        }
        return lines;
    }

    private static void certificate(List<String> lines, X509Certificate certificate) {
        add(lines, "subject", Imported.subject(certificate));
        add(lines, "issuer", DistinguishedName.issuer(certificate).toString());
        add(lines, "serial", certificate.getSerialNumber().toString(16).toUpperCase(Locale.ROOT) + " (hex)");
        add(
                lines,
                "certificate",
                "from " + certificate.getNotBefore().toInstant() + " until "
                        + certificate.getNotAfter().toInstant());
        add(lines, "SHA-256", Imported.sha256(certificate));
    }

    private static void scope(List<String> lines, Scope scope) {
        add(lines, "countries", joined(scope.countries()));
        if (!scope.documentTypes().isEmpty()) {
            add(lines, "documents", joined(scope.documentTypes()));
        }
        if (!scope.purposes().isEmpty()) {
            add(lines, "purposes", joined(scope.purposes()));
        }
    }

    private static void effect(List<String> lines, Optional<LegalEffect> effect) {
        if (effect.isEmpty()) {
            add(lines, "legal", "no legal effect is stated");
            return;
        }
        add(lines, "legal", effect.get().notification());
        add(lines, "", "in " + joined(effect.get().territory()));
        add(lines, "", effect.get().onlyWithPassport() ? "only with a passport" : "without a passport too");
    }

    static void texts(List<String> lines, String label, List<LocalText> texts) {
        for (LocalText text : texts) {
            String first = label;
            for (String line : text.value().split("\\R", -1)) {
                add(lines, first, text.lang() + ": " + line);
                first = "";
            }
        }
    }

    static void add(List<String> lines, String label, String value) {
        lines.add(String.format(Locale.ROOT, "%-12s %s", label, value));
    }

    static String joined(Collection<String> all) {
        return String.join(", ", all);
    }
}
