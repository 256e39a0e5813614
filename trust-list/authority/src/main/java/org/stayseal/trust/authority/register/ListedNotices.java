package org.stayseal.trust.authority.register;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.stayseal.spec.continuation.ContinuationClaims;
import org.stayseal.spec.trust.Notice;
import org.stayseal.spec.trust.NoticeScope;
import org.stayseal.spec.trust.Service;

/** What holds for each notice of an authority, whoever makes it (TRUST-146): how far it reaches, and how long it is listed. */
public final class ListedNotices {

    private ListedNotices() {}

    /** Whether a notice, and whatever continuation began with its end, ended more than a year ago, so that it need not be listed. */
    public static boolean mayLeave(Notice notice, LocalDate today) {
        int continued = notice.kind() == Notice.Kind.EXTENSION ? ContinuationClaims.MAX_DAYS : 0;
        return notice.lastDay().plusDays(continued).plusYears(1).isBefore(today);
    }

    /**
     * Whether a notice reaches beyond what listed signers sign.
     *
     * @return how, for people; empty if it does not
     */
    public static Optional<String> beyond(List<Service> services, Notice notice) {
        NoticeScope scope = notice.scope();
        List<Service.PermitSigner> reached = services.stream()
                .filter(Service.PermitSigner.class::isInstance)
                .map(Service.PermitSigner.class::cast)
                .filter(signer -> signer.scope().countries().stream().anyMatch(scope.countries()::contains)
                        && signer.scope().documentTypes().stream().anyMatch(scope.documentTypes()::contains))
                .toList();
        Stream<String> countries = scope.countries().stream()
                .filter(country -> reached.stream()
                        .noneMatch(signer -> signer.scope().countries().contains(country)))
                .map(country -> "no listed signer signs such documents of " + country);
        Stream<String> types = scope.documentTypes().stream()
                .filter(type -> reached.stream()
                        .noneMatch(signer -> signer.scope().documentTypes().contains(type)))
                .map(type -> "no listed signer of these countries signs documents of type " + type);
        Stream<String> signers = scope.signers().stream()
                .filter(fingerprint -> reached.stream()
                        .noneMatch(signer ->
                                NoticeScope.fingerprint(signer.certificate()).equals(fingerprint)))
                .map(fingerprint -> "no listed signer of such documents has the certificate " + fingerprint);
        return Stream.of(countries, types, signers).flatMap(faults -> faults).findFirst();
    }
}
