package org.stayseal.spec.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stayseal.spec.verify.AuthenticTest.assertVerdict;
import static org.stayseal.spec.verify.AuthenticTest.check;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.stayseal.spec.idb.IdbEncoder;
import org.stayseal.spec.idb.IdbRequest;
import org.stayseal.spec.permit.BirthDate;
import org.stayseal.spec.permit.Mrz;
import org.stayseal.spec.permit.MrzContent;
import org.stayseal.spec.permit.MrzFormat;
import org.stayseal.spec.permit.Nationality;
import org.stayseal.spec.permit.Permit;
import org.stayseal.spec.permit.Purpose;
import org.stayseal.spec.permit.Sex;
import org.stayseal.spec.registry.Reason;
import org.stayseal.spec.signing.SoftwareSigner;

/** Lines of a document or a passport beside a code (docs 60, steps 16 and 17; VER-43 to VER-49). */
class GivenZonesTest {

    private static final BirthDate BORN = new BirthDate(1985, 3, 12);
    private static final String VISA = "V<UTOSTERN<<MAYA<<<<<<<<<<<<<<<<<<<<\nUTP0000426UTO8503127F2811202<<<<<<<<";

    private final Utopia utopia = new Utopia();
    private final Permit permit = TestPermits.ordinary();
    private final byte[] seal = utopia.seal(permit).received();
    private final byte[] credential = utopia.credential(permit, Purpose.FULL);

    @Test
    void printedLinesThatAreThoseOfTheSealAreMatched() {
        Verdict verdict = utopia.verify(seal, Asked.residence().printedMrz(text(own(MrzFormat.TD2))));
        assertThat(verdict.outcome()).as("%s", verdict.checks()).isEqualTo(Outcome.VALID);
        assertThat(verdict.holder()).isEqualTo(Result.MATCHED);
        assertThat(verdict.icao().orElseThrow().documentCompared()).isTrue();
    }

    @Test
    void withoutLinesNoneAreSpokenOf() {
        Verdict verdict = utopia.verify(seal);
        assertThat(verdict.checks()).extracting(Check::name).doesNotContain("printed-mrz", "passport-mrz");
        assertThat(verdict.icao().orElseThrow().documentCompared()).isFalse();
    }

    @Test
    void linesWithOneOtherLetterAreAnotherDocumentsAndTheValuesAreNotRepeated() {
        String other = text(own(MrzFormat.TD2)).replace("MUSTER", "MUSTEK");
        Verdict verdict = utopia.verify(seal, Asked.residence().printedMrz(other));
        assertVerdict(verdict, Outcome.INVALID, Reason.SEAL_DOCUMENT_MISMATCH);
        assertThat(verdict.holder()).isEqualTo(Result.MISMATCH);
        assertThat(check(verdict, "printed-mrz").detail()).isEqualTo("differs in: name");
        assertThat(verdict.icao().orElseThrow().documentCompared()).isTrue();
    }

    @Test
    void aWrongCheckDigitIsASlipAndNeverGreenNorRed() {
        String slip = text(own(MrzFormat.TD2)).replace("UT1234567", "UT1234568");
        Verdict verdict = utopia.verify(seal, Asked.residence().printedMrz(slip));
        assertVerdict(verdict, Outcome.INDETERMINATE, Reason.INVALID_PRINTED_MRZ);
        assertThat(verdict.holder()).isEqualTo(Result.COMPARE);
        assertThat(check(verdict, "printed-mrz").detail()).isEqualTo("wrong check digit: document number, composite");
        assertThat(verdict.icao().orElseThrow().documentCompared()).isFalse();
        assertThat(verdict.icao().orElseThrow().status()).contains("INVALID");
    }

    @Test
    void aTextThatIsNoZoneAndAZoneOfAnotherSizeCannotBeCompared() {
        assertVerdict(
                utopia.verify(seal, Asked.residence().printedMrz("AR<UTO")),
                Outcome.INDETERMINATE,
                Reason.INVALID_PRINTED_MRZ);
        Verdict card = utopia.verify(seal, Asked.residence().printedMrz(text(own(MrzFormat.TD1))));
        assertVerdict(card, Outcome.INDETERMINATE, Reason.INVALID_PRINTED_MRZ);
        assertThat(check(card, "printed-mrz").detail()).isEqualTo("a zone TD1, but the code is of a document with TD2");
    }

    @Test
    void aVisaHasItsOwnWords() {
        byte[] visa = idb(Map.of("visa.mrz", VISA, "visa.durationOfStay", "P90D", "visa.passportNumber", "XP1234567"));
        assertThat(utopia.verify(visa, Asked.residence().printedMrz(VISA)).holder())
                .isEqualTo(Result.MATCHED);
        assertThat(utopia.verify(visa, Asked.residence().printedMrz(VISA.replace("202<<", "202X<")))
                        .holder())
                .as("what the code of a visa does not hold is not compared")
                .isEqualTo(Result.MATCHED);
        assertVerdict(
                utopia.verify(visa, Asked.residence().printedMrz(VISA.replace("MAYA", "MARA"))),
                Outcome.INVALID,
                Reason.SEAL_VISA_MISMATCH);
        assertVerdict(
                utopia.verify(visa, Asked.residence().printedMrz(VISA.replace("UTP0000426", "UTP0000427"))),
                Outcome.INDETERMINATE,
                Reason.INVALID_VISA_MRZ);
    }

    @Test
    void theLinesOfACardAreComparedWithACredentialFieldByField() {
        Verdict same = utopia.verify(credential, Asked.residence().printedMrz(text(own(MrzFormat.TD1))));
        assertThat(same.outcome()).isEqualTo(Outcome.VALID);
        assertThat(same.holder()).isEqualTo(Result.MATCHED);
        Mrz stranger = zone(MrzFormat.TD1, "UTA", "UT1234568", "Exempel", new BirthDate(1986, 3, 1));
        Verdict other = utopia.verify(credential, Asked.residence().printedMrz(text(stranger)));
        assertVerdict(other, Outcome.INVALID, Reason.SEAL_DOCUMENT_MISMATCH);
        assertThat(check(other, "printed-mrz").detail())
                .isEqualTo("differs in: document number, issuing State, name, birth date");
    }

    @Test
    void thePassportThatACredentialNamesIsMatchedAndAnyOtherIsNot() {
        Asked asked = Asked.residence();
        Verdict own = utopia.verify(credential, asked.passportMrz(text(passport("XXB", "P4711", "Muster"))));
        assertThat(own.holder()).as("%s", own.checks()).isEqualTo(Result.MATCHED);
        assertThat(own.outcome()).isEqualTo(Outcome.VALID);
        for (Map.Entry<String, Mrz> wrong : Map.of(
                        "document number, name", passport("XXB", "P4712", "Master"),
                        "issuing State", passport("UTO", "P4711", "Muster"),
                        "name", passport("XXB", "P4711", "Master"),
                        "birth date", zone(MrzFormat.TD3, "XXB", "P4711", "Muster", new BirthDate(1985, 4, 12)))
                .entrySet()) {
            Verdict verdict = utopia.verify(credential, asked.passportMrz(text(wrong.getValue())));
            assertVerdict(verdict, Outcome.INVALID, Reason.SEAL_PASSPORT_MISMATCH);
            assertThat(check(verdict, "passport-mrz").detail()).isEqualTo("differs in: " + wrong.getKey());
        }
    }

    @Test
    void anotherPassportOfTheSamePersonIsNeitherMatchedNorRefused() {
        Verdict verdict =
                utopia.verify(credential, Asked.residence().passportMrz(text(passport("XXB", "P4712", "Muster"))));
        assertVerdict(verdict, Outcome.INDETERMINATE, Reason.ANOTHER_PASSPORT);
        assertThat(verdict.holder()).isEqualTo(Result.COMPARE);
    }

    @Test
    void theZoneOfAVisaIsNoPassport() {
        Verdict verdict = utopia.verify(credential, Asked.residence().passportMrz(VISA));
        assertVerdict(verdict, Outcome.INDETERMINATE, Reason.INVALID_PASSPORT_MRZ);
        assertThat(check(verdict, "passport-mrz").detail()).isEqualTo("the zone of a visa");
    }

    @Test
    void aPassportWithAWrongCheckDigitIsASlip() {
        String slip = text(passport("XXB", "P4711", "Muster")).replace("P4711<", "P4712<");
        assertVerdict(
                utopia.verify(credential, Asked.residence().passportMrz(slip)),
                Outcome.INDETERMINATE,
                Reason.INVALID_PASSPORT_MRZ);
    }

    @Test
    void aCodeThatDoesNotNameThePassportMatchesNothingEvenIfNothingContradicts() {
        byte[] code = idb(Map.of(
                "mrzTd2",
                "ARUTOSTERN<<MAYA<<<<<<<<<<<<<<<<<<<<\nUTP0000426UTO8503127F2811202<<<<<<<0",
                "documentReference",
                "UTR000042",
                "azrNumber",
                "260113000085",
                "nationalDocumentType",
                "0E"));
        Mrz passport = Mrz.of(
                MrzFormat.TD3,
                new MrzContent(
                        "P",
                        "UTO",
                        "X1",
                        new Nationality("UTO"),
                        BORN,
                        Sex.F,
                        LocalDate.of(2031, 1, 31),
                        "Stern",
                        Optional.of("Maya")));
        Verdict verdict = utopia.verify(code, Asked.residence().passportMrz(text(passport)));
        assertThat(verdict.outcome()).as("%s", verdict.checks()).isEqualTo(Outcome.VALID);
        assertThat(verdict.holder()).isEqualTo(Result.COMPARE);
        assertThat(check(verdict, "passport-mrz").reason()).isEmpty();
    }

    @Test
    void linesBesideACodeThatSaysNothingOfThemAreNeverGreen() {
        byte[] permanent = idb(
                Map.of("documentReference", "UTR000042", "documentNumber", "PR1234567", "nationalDocumentType", "10"));
        String passport = text(passport("XXB", "P4711", "Muster"));
        for (Asked asked : List.of(
                Asked.residence().passportMrz(passport), Asked.residence().printedMrz(text(own(MrzFormat.TD2))))) {
            Verdict verdict = utopia.verify(permanent, asked);
            assertVerdict(verdict, Outcome.INDETERMINATE, Reason.LINES_NOT_COMPARED);
            assertThat(verdict.holder()).isEqualTo(Result.COMPARE);
        }
    }

    @Test
    void theQuestionDoesNotShowTheLinesInALog() {
        assertThat(Asked.residence()
                        .printedMrz(text(own(MrzFormat.TD2)))
                        .passportMrz(VISA)
                        .toString())
                .doesNotContain("MUSTER", "STERN");
    }

    private byte[] idb(Map<String, String> values) {
        utopia.scope = new SignerCandidate.Scope(Set.of("UTO"), Set.of("IDB-01", "IDB-86-0E", "IDB-86-10"), Set.of());
        return Verifier.typed(
                IdbEncoder.prepare(IdbRequest.of("UTO", values), LocalDate.of(2026, 11, 20), utopia.sealCertificate)
                        .sign(SoftwareSigner.of(utopia.sealKeys.getPrivate(), utopia.sealCertificate))
                        .text());
    }

    private Mrz own(MrzFormat format) {
        return Mrz.of(format, MrzContent.of(permit, "AR"));
    }

    private static Mrz passport(String issuer, String number, String surname) {
        return zone(MrzFormat.TD3, issuer, number, surname, BORN);
    }

    private static Mrz zone(MrzFormat format, String issuer, String number, String surname, BirthDate born) {
        return Mrz.of(
                format,
                new MrzContent(
                        format == MrzFormat.TD3 ? "P" : "AR",
                        issuer,
                        number,
                        new Nationality("XXA"),
                        born,
                        Sex.F,
                        LocalDate.of(2031, 1, 31),
                        surname,
                        Optional.of("Olena Vera")));
    }

    private static String text(Mrz zone) {
        return String.join("\n", zone.lines());
    }
}
