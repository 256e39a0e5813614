package org.stayseal.vectors;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.stayseal.spec.signing.Signer;
import org.stayseal.spec.trust.LocalText;
import org.stayseal.spec.trust.Notice;
import org.stayseal.spec.trust.NoticeScope;
import org.stayseal.trust.authority.FurtherSigner;
import org.stayseal.trust.authority.PublicationRefusedException;
import org.stayseal.trust.authority.VectorAuthority;

/** The notices that the vectors are judged by. Which one reaches a permit, its printed end decides: each has days of its own. */
final class NoticeLists {

    static final String EXTENDED = "extended.zip";
    static final String EXTENDED_REVOKED = "extended-signers-revoked.zip";
    static final String EXTENDED_SHORT = "extended-short-certificates.zip";
    static final String SUSPENDED = "suspended.zip";

    /** When the certificates of the signers end that end early. */
    static final Instant CERTIFICATES_END = Instant.parse("2026-11-21T12:00:00Z");

    static final String SHORT_SEALS = "seal-signer-p384";
    static final String SHORT_CREDENTIALS = "credential-signer-p384";

    private static final Set<String> TYPES =
            Set.of("FB06", "RP1", "uto.residence-permit", "IDB-86-10", "IDB-86-0E", "IDB-86-12");
    private static final LocalDate NEW_END = LocalDate.of(2027, 11, 20);

    private NoticeLists() {}

    static Map<String, byte[]> snapshots(UtopianVectors utopia) throws PublicationRefusedException {
        return Map.of(
                EXTENDED,
                snapshot(utopia, utopia.authority().listing(extensions(utopia))),
                EXTENDED_REVOKED,
                snapshot(
                        utopia,
                        utopia.authority()
                                .revokeSealSigner(UtopianVectors.PUBLISHED)
                                .revokeCredentialSigner(UtopianVectors.PUBLISHED)
                                .listing(extensions(utopia))),
                EXTENDED_SHORT,
                snapshot(
                        utopia,
                        shortLived(utopia)
                                .listing(List.of(
                                        extension("UT-PLAIN", day(19), day(20), NEW_END),
                                        extension("UT-NOT-OVER", day(28), day(28), NEW_END)))),
                SUSPENDED,
                snapshot(utopia, utopia.authority().listing(suspensions())));
    }

    private static byte[] snapshot(UtopianVectors utopia, VectorAuthority authority)
            throws PublicationRefusedException {
        return authority
                .at(UtopianVectors.PUBLISHED)
                .sequence(8)
                .publish(utopia.input())
                .snapshot();
    }

    /** With two signers whose certificates are over. */
    private static VectorAuthority shortLived(UtopianVectors utopia) {
        return utopia.authority()
                .with(FurtherSigner.ofSeals(SHORT_SEALS, "SH", 0x50, Set.of("FB06"))
                        .ending(CERTIFICATES_END))
                .with(FurtherSigner.ofCredentials(SHORT_CREDENTIALS, "Utopia short credential signer", 0x51)
                        .ending(CERTIFICATES_END));
    }

    static Signer shortLived(UtopianVectors utopia, String key) {
        return shortLived(utopia).signer(key);
    }

    static List<Notice> extensions(UtopianVectors utopia) {
        List<Notice> all = new ArrayList<>();
        all.add(extension("UT-PLAIN", day(19), day(20), NEW_END));
        all.add(with(extension("UT-FROM", day(17), day(17), NEW_END), Optional.of(day(24))));
        all.add(extension("UT-SHORT", day(16), day(16), day(23)));
        all.add(extension("UT-WITHDRAWN", day(15), day(15), NEW_END).withdrawn());
        all.add(extension("UT-TWO-1", day(14), day(14), LocalDate.of(2026, 12, 31)));
        all.add(extension("UT-TWO-2", day(14), day(14), LocalDate.of(2027, 12, 31)));
        all.add(extension("UT-TWO-3", day(14), day(14), LocalDate.of(2027, 12, 31)));
        all.add(narrowed(
                extension("UT-CATEGORY-OTHER", day(13), day(13), NEW_END), scope -> categories(scope, "seasonal")));
        all.add(narrowed(
                extension("UT-CATEGORY", day(12), day(12), NEW_END),
                scope -> categories(scope, "temporary-protection")));
        all.add(narrowed(extension("UT-CODE", day(11), day(11), NEW_END), scope -> codes(scope, "AR")));
        all.add(narrowed(extension("UT-CODE-OTHER", day(10), day(10), NEW_END), scope -> codes(scope, "ID")));
        all.add(narrowed(
                extension("UT-SIGNER", day(9), day(9), NEW_END),
                scope -> new NoticeScope(
                        scope.countries(),
                        scope.documentTypes(),
                        Set.of(),
                        Set.of(),
                        Set.of(NoticeScope.fingerprint(
                                utopia.authority.credentialSigner().certificate())),
                        scope.endsFrom(),
                        scope.endsUntil())));
        all.add(narrowed(
                extension("UT-COUNTRY-OTHER", day(8), day(8), NEW_END),
                scope -> NoticeScope.of(Set.of("D"), TYPES, day(8), day(8))));
        all.add(narrowed(
                extension("UT-TYPE-OTHER", day(7), day(7), NEW_END),
                scope -> NoticeScope.of(Set.of("UTO"), Set.of("RP1"), day(7), day(7))));
        all.add(extension("UT-LONG-WITHDRAWN", day(6), day(6), LocalDate.of(2027, 12, 31))
                .withdrawn());
        all.add(extension("UT-LEFT", day(6), day(6), LocalDate.of(2026, 12, 31)));
        all.add(narrowed(extension("UT-SIGNED", day(4), day(4), NEW_END), scope -> scope.signedUntil(day(2))));
        all.add(narrowed(extension("UT-SIGNED-EARLIER", day(3), day(3), NEW_END), scope -> scope.signedUntil(day(1))));
        all.add(narrowed(
                extension("D-ZONE", day(5), day(5), day(23)),
                scope -> NoticeScope.of(Set.of("D"), Set.of("RP1"), day(5), day(5))));
        return all;
    }

    private static List<Notice> suspensions() {
        return List.of(
                suspension("UT-NOW", ends(4), Optional.of(day(22)), day(22)),
                suspension("UT-OVER", ends(5), Optional.empty(), day(21)),
                suspension("UT-LATER", ends(6), Optional.of(day(23)), LocalDate.of(2026, 12, 31)),
                suspension("UT-WITHDRAWN", ends(7), Optional.empty(), LocalDate.of(2026, 12, 31))
                        .withdrawn(),
                narrowed(
                        suspension("UT-CATEGORY-OTHER", ends(8), Optional.empty(), LocalDate.of(2026, 12, 31)),
                        scope -> categories(scope, "seasonal")),
                suspension("UT-TWO-1", ends(9), Optional.empty(), LocalDate.of(2026, 11, 30)),
                suspension("UT-TWO-2", ends(9), Optional.empty(), LocalDate.of(2026, 12, 31)),
                extension("UT-EXTENDED", day(20), day(20), NEW_END),
                suspension("UT-ALSO-SUSPENDED", day(20), Optional.empty(), LocalDate.of(2026, 12, 31)),
                narrowed(
                        suspension("UT-WITHOUT-ENDS", ends(4), Optional.empty(), LocalDate.of(2026, 12, 31)),
                        scope -> new NoticeScope(
                                scope.countries(),
                                Set.of("IDB-86-10", "IDB-86-12"),
                                Set.of(),
                                Set.of(),
                                Set.of(),
                                Optional.empty(),
                                Optional.empty())));
    }

    static Notice extension(String id, LocalDate endsFrom, LocalDate endsUntil, LocalDate newEnd) {
        return new Notice(
                id,
                Notice.Kind.EXTENSION,
                Notice.State.IN_FORCE,
                new Notice.Act(
                        "Residence Act (Extension) Order 2026/3",
                        LocalDate.of(2026, 11, 1),
                        Optional.of("https://law.utopia.example/2026/3")),
                List.of(
                        new LocalText("en", "Permits go on. The printed date no longer counts."),
                        new LocalText("uk", "Дозволи продовжено. Надрукована дата більше не діє.")),
                NoticeScope.of(Set.of("UTO"), TYPES, endsFrom, endsUntil),
                Optional.of(newEnd),
                Optional.empty(),
                Optional.empty());
    }

    static Notice suspension(String id, LocalDate end, Optional<LocalDate> from, LocalDate until) {
        return new Notice(
                id,
                Notice.Kind.SUSPENSION,
                Notice.State.IN_FORCE,
                new Notice.Act("Decision 17/2026", LocalDate.of(2026, 11, 1), Optional.empty()),
                List.of(new LocalText("en", "Suspended while the register is repaired.")),
                NoticeScope.of(Set.of("UTO"), TYPES, end, end),
                Optional.empty(),
                from,
                Optional.of(until));
    }

    private static Notice with(Notice notice, Optional<LocalDate> from) {
        return new Notice(
                notice.id(),
                notice.kind(),
                notice.state(),
                notice.act(),
                notice.text(),
                notice.scope(),
                notice.newEnd(),
                from,
                notice.until());
    }

    private static Notice narrowed(Notice notice, UnaryOperator<NoticeScope> scope) {
        return new Notice(
                notice.id(),
                notice.kind(),
                notice.state(),
                notice.act(),
                notice.text(),
                scope.apply(notice.scope()),
                notice.newEnd(),
                notice.from(),
                notice.until());
    }

    private static NoticeScope categories(NoticeScope scope, String category) {
        return new NoticeScope(
                scope.countries(),
                scope.documentTypes(),
                Set.of(category),
                Set.of(),
                Set.of(),
                scope.endsFrom(),
                scope.endsUntil());
    }

    private static NoticeScope codes(NoticeScope scope, String code) {
        return new NoticeScope(
                scope.countries(),
                scope.documentTypes(),
                Set.of(),
                Set.of(code),
                Set.of(),
                scope.endsFrom(),
                scope.endsUntil());
    }

    static LocalDate day(int ofNovember) {
        return LocalDate.of(2026, 11, ofNovember);
    }

    static LocalDate ends(int ofMarch) {
        return LocalDate.of(2028, 3, ofMarch);
    }
}
