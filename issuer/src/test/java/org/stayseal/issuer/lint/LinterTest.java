package org.stayseal.issuer.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stayseal.barcode.Portrait;
import org.stayseal.issuer.carrier.Portraits;
import org.stayseal.spec.cwt.CredentialEncoder;
import org.stayseal.spec.cwt.CredentialId;
import org.stayseal.spec.cwt.DeviceKey;
import org.stayseal.spec.cwt.StatusReference;
import org.stayseal.spec.cwt.UnsignedCredential;
import org.stayseal.spec.permit.Disclosure;
import org.stayseal.spec.permit.Field;
import org.stayseal.spec.permit.Permit;
import org.stayseal.spec.permit.PermitDraft;
import org.stayseal.spec.permit.Purpose;
import org.stayseal.spec.vds.SealEncoder;
import org.stayseal.spec.vds.SealRequest;
import org.stayseal.trust.authority.Authority;
import org.stayseal.trust.authority.AuthorityHome;
import org.stayseal.trust.authority.AuthorityProfile;

/** Each rule is broken once, by bytes that a careless issuer might have made; sound bytes pass all of them. */
class LinterTest {

    private static final Instant NOW = Clock.systemUTC().instant();
    private static final LocalDate TODAY = LocalDate.ofInstant(NOW, ZoneOffset.UTC);
    private static final String LIST = "http://localhost:8080/status/0";

    @TempDir
    static Path folder;

    private static Authority authority;

    private final Linter linter = new Linter();

    @BeforeAll
    static void makeAuthority() {
        authority = AuthorityHome.openOrCreateDemo(
                folder, AuthorityProfile.utopia(URI.create("http://localhost:8080")), Clock.systemUTC());
    }

    @AfterAll
    static void closeAuthority() throws Exception {
        if (authority instanceof AutoCloseable open) {
            open.close();
        }
    }

    @ParameterizedTest
    @EnumSource(Item.class)
    void soundBytesPassEveryRule(Item item) {
        assertThat(linter.findings(candidate(item, permit(), toSign(item, permit()))))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Item.class)
    void bytesThatDoNotDecodeAreNotSigned(Item item) {
        byte[] whole = toSign(item, permit());
        byte[] cut = java.util.Arrays.copyOf(whole, whole.length - 1);
        assertThat(rules(candidate(item, permit(), cut))).containsExactly("decodes");
    }

    @Test
    void aCredentialForAnotherPurposeIsNotSigned() {
        assertThat(rules(candidate(Item.STAY, permit(), toSign(Item.FULL, permit()))))
                .contains("purpose-of-the-item");
    }

    @ParameterizedTest
    @EnumSource(names = "SEAL", mode = EnumSource.Mode.EXCLUDE)
    void aCredentialThatSaysSomethingElseThanTheRecordIsNotSigned(Item item) {
        Permit other = draft().set(Field.GIVEN_NAMES, "Someone Else").permit();
        assertThat(rules(candidate(item, permit(), toSign(item, other)))).containsExactly("content-of-the-record");
    }

    @Test
    void aPhotoWhereTheAuthorityWantsNoneIsNotSigned() {
        Disclosure.Choices generous = new Disclosure.Choices(EnumSet.allOf(Purpose.class), true);
        Permit permit = draft().set(Field.PERSONAL_NUMBER, "UT-1").permit();
        byte[] bytes = toSign(
                Purpose.BANK, permit, generous, authority.credentialSigner().certificate(), LIST, 7, NOW);
        assertThat(rules(candidate(Item.BANK, permit, bytes))).containsExactly("content-of-the-record");
    }

    /** The choice that was recorded with the permit counts, whatever the authority chooses for later ones. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aWorkCodeIsSignedOnlyWithTheRecordsChoiceOfThePhoto(boolean recorded) throws Exception {
        byte[] photo = Portrait.compress(Portraits.drawn()).webp();
        Permit permit = draft().photo(photo).permit();
        Disclosure.Choices record = Disclosure.Choices.photoForWork(recorded);
        Disclosure.Choices changed = Disclosure.Choices.photoForWork(!recorded);
        for (Item item : List.of(Item.FULL, Item.BANK, Item.STAY)) {
            assertThat(rules(candidate(item, permit, record, toSign(item, permit, changed))))
                    .isEmpty();
        }
        assertThat(rules(candidate(Item.WORK, permit, record, toSign(Item.WORK, permit, record))))
                .isEmpty();
        assertThat(rules(candidate(Item.WORK, permit, record, toSign(Item.WORK, permit, changed))))
                .containsExactly("content-of-the-record");
    }

    @Test
    void aCredentialWithOtherDatesIsNotSigned() {
        Permit longer = draft().set(Field.DOCUMENT_UNTIL, TODAY.plusDays(200).toString())
                .permit();
        assertThat(rules(candidate(Item.STAY, permit(), toSign(Item.STAY, longer))))
                .containsExactly("dates-of-the-document");
    }

    @Test
    void aCredentialFromTomorrowOrFromLastMonthIsNotSigned() {
        for (Duration off : List.of(Duration.ofDays(2), Duration.ofDays(-30))) {
            byte[] bytes = toSign(
                    Purpose.STAY,
                    permit(),
                    Disclosure.Choices.usual(),
                    authority.credentialSigner().certificate(),
                    LIST,
                    7,
                    NOW.plus(off));
            assertThat(rules(candidate(Item.STAY, permit(), bytes))).containsExactly("dates-of-the-document");
        }
    }

    @Test
    void aCredentialThatNamesAnotherStatusPlaceIsNotSigned() {
        X509Certificate signer = authority.credentialSigner().certificate();
        byte[] otherIndex = toSign(Purpose.WORK, permit(), Disclosure.Choices.usual(), signer, LIST, 8, NOW);
        byte[] otherList = toSign(Purpose.WORK, permit(), Disclosure.Choices.usual(), signer, LIST + "0", 7, NOW);
        assertThat(rules(candidate(Item.WORK, permit(), otherIndex))).containsExactly("status-of-the-record");
        assertThat(rules(candidate(Item.WORK, permit(), otherList))).containsExactly("status-of-the-record");
    }

    @Test
    void aTemporaryRightWithoutAnEndIsNotSigned() {
        Permit endless = draft().set(Field.RIGHT_UNTIL, "unlimited").permit();
        assertThat(rules(candidate(Item.FULL, endless, toSign(Item.FULL, endless))))
                .containsExactly("category-with-an-end");
    }

    @Test
    void aSealWithAnotherMachineReadableZoneIsNotSigned() {
        Permit other = draft().set(Field.SURNAME, "Otherspecimen").permit();
        assertThat(rules(candidate(Item.SEAL, permit(), toSign(Item.SEAL, other))))
                .containsExactly("mrz-of-the-record");
    }

    @Test
    void aSealThatNamesAnotherPassportIsNotSigned() {
        Permit other = draft().set(Field.TRAVEL_DOCUMENT_NUMBER, "UT7777777").permit();
        assertThat(rules(candidate(Item.SEAL, permit(), toSign(Item.SEAL, other))))
                .containsExactly("seal-of-the-record");
    }

    @Test
    void bytesThatNameAnotherSignerAreNotSigned() {
        Candidate sound = candidate(Item.FULL, permit(), toSign(Item.FULL, permit()));
        Candidate other = new Candidate(
                sound.item(),
                sound.permit(),
                sound.choices(),
                sound.toSign(),
                authority.sealSigner().certificate(),
                LIST,
                7,
                NOW);
        assertThat(rules(other)).contains("signer-named");
    }

    @Test
    void aDocumentThatOutlivesItsSignerIsNotSigned() {
        X509Certificate signer = authority.credentialSigner().certificate();
        LocalDate end = LocalDate.ofInstant(signer.getNotAfter().toInstant(), ZoneOffset.UTC);
        LocalDate issued = end.minusYears(1);
        Permit late = draft().set(Field.ISSUE_DATE, issued.toString())
                .set(Field.RIGHT_FROM, issued.toString())
                .set(Field.RIGHT_UNTIL, end.plusDays(10).toString())
                .set(Field.DOCUMENT_UNTIL, end.plusDays(10).toString())
                .permit();
        Instant then = issued.atStartOfDay(ZoneOffset.UTC).toInstant();
        byte[] bytes = toSign(Purpose.FULL, late, Disclosure.Choices.usual(), signer, LIST, 7, then);
        assertThat(rules(new Candidate(Item.FULL, late, Disclosure.Choices.usual(), bytes, signer, LIST, 7, then)))
                .containsExactly("signer-outlives-the-document");
    }

    @Test
    void aCredentialIsBoundToTheDeviceOnRecordAndAPermitsOwnCodeToNone() {
        DeviceKey key = key(1);
        byte[] bound = boundTo(key);
        byte[] unbound = toSign(Item.FULL, permit());
        assertThat(rules(forDevice(bound, Optional.of(key)))).isEmpty();
        assertThat(rules(forDevice(bound, Optional.of(key(2))))).containsExactly("content-of-the-record");
        assertThat(rules(forDevice(bound, Optional.empty()))).containsExactly("content-of-the-record");
        assertThat(rules(forDevice(unbound, Optional.of(key)))).containsExactly("content-of-the-record");
    }

    private static DeviceKey key(int filling) {
        byte[] coordinate = new byte[DeviceKey.LENGTH];
        java.util.Arrays.fill(coordinate, (byte) filling);
        return new DeviceKey(coordinate, coordinate);
    }

    private static byte[] boundTo(DeviceKey key) {
        return UnsignedCredential.of(
                        new CredentialEncoder(Disclosure.Choices.usual(), ZoneOffset.UTC)
                                .claims(
                                        permit(),
                                        Purpose.FULL,
                                        NOW,
                                        new CredentialId(new byte[CredentialId.LENGTH]),
                                        new StatusReference(LIST, 7),
                                        Optional.of(key)),
                        authority.credentialSigner().certificate())
                .toBeSigned();
    }

    private static Candidate forDevice(byte[] bytes, Optional<DeviceKey> key) {
        return new Candidate(
                Item.FULL,
                permit(),
                Disclosure.Choices.usual(),
                bytes,
                authority.credentialSigner().certificate(),
                LIST,
                7,
                NOW,
                key);
    }

    private List<String> rules(Candidate candidate) {
        return linter.findings(candidate).stream().map(Finding::rule).toList();
    }

    private static Candidate candidate(Item item, Permit permit, byte[] toSign) {
        return candidate(item, permit, Disclosure.Choices.usual(), toSign);
    }

    private static Candidate candidate(Item item, Permit permit, Disclosure.Choices choices, byte[] toSign) {
        X509Certificate signer = item == Item.SEAL
                ? authority.sealSigner().certificate()
                : authority.credentialSigner().certificate();
        return new Candidate(
                item, permit, choices, toSign, signer, item == Item.SEAL ? "" : LIST, item == Item.SEAL ? -1 : 7, NOW);
    }

    private static byte[] toSign(Item item, Permit permit) {
        if (item == Item.SEAL) {
            return SealEncoder.prepare(
                            SealRequest.of(permit, "AR", TODAY),
                            authority.sealSigner().certificate())
                    .toBeSigned();
        }
        return toSign(item, permit, Disclosure.Choices.usual());
    }

    private static byte[] toSign(Item item, Permit permit, Disclosure.Choices choices) {
        return toSign(
                item.purpose().orElseThrow(),
                permit,
                choices,
                authority.credentialSigner().certificate(),
                LIST,
                7,
                NOW);
    }

    private static byte[] toSign(
            Purpose purpose,
            Permit permit,
            Disclosure.Choices choices,
            X509Certificate signer,
            String list,
            int index,
            Instant moment) {
        return UnsignedCredential.of(
                        new CredentialEncoder(choices, ZoneOffset.UTC)
                                .claims(
                                        permit,
                                        purpose,
                                        moment,
                                        CredentialId.random(new SecureRandom()),
                                        new StatusReference(list, index),
                                        Optional.empty()),
                        signer)
                .toBeSigned();
    }

    private static Permit permit() {
        return draft().permit();
    }

    private static PermitDraft draft() {
        return new PermitDraft()
                .set(Field.COUNTRY, "UTO")
                .set(Field.SURNAME, "Specimen")
                .set(Field.GIVEN_NAMES, "Erika")
                .set(Field.BIRTH_DATE, "1990-01-00")
                .set(Field.SEX, "F")
                .set(Field.NATIONALITY, "XXA")
                .set(Field.PERMIT_NUMBER, "BCDFG2345")
                .set(Field.CATEGORY, "temporary")
                .set(Field.AUTHORITY, "Utopia Migration Office")
                .set(Field.ISSUE_DATE, TODAY.toString())
                .set(Field.RIGHT_FROM, TODAY.toString())
                .set(Field.RIGHT_UNTIL, TODAY.plusYears(1).toString())
                .set(Field.DOCUMENT_UNTIL, TODAY.plusYears(1).toString())
                .set(Field.WORK, "any")
                .set(Field.SELF_EMPLOYMENT, "no")
                .set(Field.STUDY, "no")
                .set(Field.TRAVEL_DOCUMENT_NUMBER, "UT1234567")
                .set(Field.TRAVEL_DOCUMENT_ISSUER, "UTO");
    }
}
