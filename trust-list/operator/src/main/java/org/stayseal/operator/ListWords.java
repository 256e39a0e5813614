package org.stayseal.operator;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.stayseal.spec.trust.KeyState;
import org.stayseal.spec.trust.LocalText;
import org.stayseal.spec.trust.Notice;
import org.stayseal.spec.trust.Service;
import org.stayseal.spec.trust.TrustList;

/** Trust lists in words, and the difference between two of them. */
final class ListWords {

    private ListWords() {}

    /** What a service is called wherever it is named: SHA-256 of its certificate, or the thumbprint of a status key. */
    static String id(Service service) {
        return service instanceof Service.StatusKey status
                ? status.key().kid()
                : Imported.sha256(certificate(service).orElseThrow());
    }

    static Optional<X509Certificate> certificate(Service service) {
        if (service instanceof Service.Csca csca) {
            return Optional.of(csca.certificate());
        }
        return service instanceof Service.PermitSigner signer ? Optional.of(signer.certificate()) : Optional.empty();
    }

    static String kind(Service service) {
        if (service instanceof Service.PermitSigner signer) {
            return switch (signer.kind()) {
                case SEAL -> "seal signer";
                case CREDENTIAL -> "credential signer";
                case VDS_NC -> "VDS-NC signer";
            };
        }
        return service instanceof Service.Csca ? "CSCA" : "status key";
    }

    static String name(Service service) {
        return kind(service) + " " + id(service).substring(0, 16) + " "
                + LocalText.forReader(service.name(), List.of()).value();
    }

    static String word(KeyState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    /** One line a service: what it is, its state and since when, and until when it signs and is good. */
    static String line(Service service) {
        StringBuilder line = new StringBuilder(name(service))
                .append(": ")
                .append(word(service.states().now()))
                .append(" since ")
                .append(service.states().since());
        service.states()
                .revocation()
                .ifPresent(why -> line.append(" (")
                        .append(why.cause())
                        .append(", compromised since ")
                        .append(why.compromisedSince())
                        .append(')'));
        if (service instanceof Service.PermitSigner signer) {
            line.append(", signs ")
                    .append(signer.term().signsFrom())
                    .append(" to ")
                    .append(signer.term().signsUntil())
                    .append(", for ")
                    .append(String.join(" ", signer.scope().countries()))
                    .append(": ")
                    .append(String.join(" ", signer.scope().documentTypes()));
            if (!signer.scope().purposes().isEmpty()) {
                line.append(", purposes ")
                        .append(String.join(" ", signer.scope().purposes()));
            }
        } else if (service instanceof Service.StatusKey status) {
            line.append(", for ").append(String.join(" ", status.prefixes()));
        }
        certificate(service)
                .ifPresent(certificate -> line.append(", certificate until ")
                        .append(certificate.getNotAfter().toInstant()));
        return line.toString();
    }

    static String line(Notice notice) {
        return "notice " + notice.id() + ": " + notice.kind().word() + ", "
                + notice.state().word() + ", "
                + notice.newEnd().map(end -> "new end " + end).orElse("")
                + notice.until().map(end -> "until " + end).orElse("");
    }

    /** @return a line for everything that differs; none if nothing does */
    static List<String> difference(TrustList before, TrustList after) {
        List<String> lines = new ArrayList<>();
        if (before.head().sequence() != after.head().sequence()) {
            lines.add("trust list " + before.head().sequence() + " → "
                    + after.head().sequence());
        }
        changed(lines, "country", before.head().country(), after.head().country());
        changed(
                lines,
                "environment",
                before.head().environment().toString(),
                after.head().environment().toString());
        changed(lines, "issued", before.issued().toString(), after.issued().toString());
        changed(
                lines,
                "next update",
                before.head().nextUpdate().toString(),
                after.head().nextUpdate().toString());
        Map<String, Service> then = services(before);
        Map<String, Service> now = services(after);
        then.forEach((id, service) -> {
            Service same = now.get(id);
            if (same == null) {
                lines.add("gone     " + line(service));
            } else if (!ServiceWords.lines(same).equals(ServiceWords.lines(service))) {
                lines.add("changed  " + line(service));
                lines.add("     to  " + line(same));
                if (line(same).equals(line(service))) {
                    ServiceWords.lines(same).stream()
                            .filter(words -> !ServiceWords.lines(service).contains(words))
                            .forEach(words -> lines.add("           " + words));
                }
            }
        });
        now.forEach((id, service) -> {
            if (!then.containsKey(id)) {
                lines.add("new      " + line(service));
            }
        });
        notices(lines, before, after);
        return lines;
    }

    private static void notices(List<String> lines, TrustList before, TrustList after) {
        Map<String, Notice> then = new LinkedHashMap<>();
        before.notices().forEach(notice -> then.put(notice.id(), notice));
        for (Notice notice : after.notices()) {
            Notice earlier = then.remove(notice.id());
            if (earlier == null) {
                lines.add("new      " + line(notice));
            } else if (!earlier.equals(notice)) {
                lines.add("changed  " + line(earlier));
                lines.add("     to  " + line(notice));
                NoticeWords.lines(notice).stream()
                        .filter(words -> !NoticeWords.lines(earlier).contains(words))
                        .forEach(words -> lines.add("           " + words));
            }
        }
        then.values().forEach(notice -> lines.add("gone     " + line(notice)));
    }

    private static void changed(List<String> lines, String what, String before, String after) {
        if (!before.equals(after)) {
            lines.add(what + " " + before + " → " + after);
        }
    }

    private static Map<String, Service> services(TrustList list) {
        Map<String, Service> services = new LinkedHashMap<>();
        list.services().forEach(service -> services.put(id(service), service));
        return services;
    }
}
