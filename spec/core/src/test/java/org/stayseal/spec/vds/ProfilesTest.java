package org.stayseal.spec.vds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.stayseal.spec.vds.SealSamples.bytes;
import static org.stayseal.spec.vds.SealSamples.joined;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.bytes.C40;

class ProfilesTest {

    private static final String SIGNATURE = "FF02 0102";
    private static final byte[] MRZ = joined(bytes("0230"), C40.encode(SealSamples.MRZ.characters()));
    private static final byte[] PASSPORT = bytes("0306 D79519A65306");

    @ParameterizedTest
    @CsvSource({
        "UTO, FB06, RESIDENCE",
        "UTO, FA06, NONE",
        "UTO, FD02, STAY",
        "D, FB06, RESIDENCE",
        "D, FA06, NONE",
        "D, FD02, STAY",
        "D, FC04, NONE",
        "D, F908, NONE",
        "D, F90C, NONE",
        "D, F80A, NONE",
        "D, F48F, RESIDENCE",
        "D, F50C, STAY",
        "D, 01FE, STAY",
        "D, 01C8, NONE",
        "D, 01C9, NONE",
        "D, 5D01, STAY",
        "UTO, 5D01, STAY",
        "USA, 5E03, NONE"
    })
    void aTypeGrantsWhatTheRegistrySays(String country, String type, Grants grants) {
        assertThat(find(country, type).map(Profile::grants)).contains(grants);
    }

    @ParameterizedTest
    @CsvSource({"UTO, F908", "FRA, FB06", "UTO, F48F", "D, FB07"})
    void aTypeOfAnotherCountryOrNumberIsNotKnown(String country, String type) {
        assertThat(find(country, type)).isEmpty();
    }

    @Test
    void aSealOfAnUnknownTypeIsOnlyShown() throws FormatException {
        Seal seal = SealDecoder.decode(bytes("DC03 D9C5 D9CAC8A72801 0F7134 0F7134 F48F 0101 41", SIGNATURE));
        assertThat(Profiles.standard().read(seal)).isEmpty();
    }

    @Test
    void featuresMayComeInAnyOrder() throws FormatException {
        SealContent content = permit(PASSPORT, MRZ);
        assertThat(content.values().keySet()).containsExactly("mrz", "passportNumber");
        assertThat(content.value("passportNumber")).contains("UFO001979");
    }

    @Test
    void aMissingFeatureIsRefused() {
        refuses("VDS-19", MRZ);
        refuses("VDS-19", PASSPORT);
    }

    @Test
    void aFeatureMoreIsRefusedWhereTheProfileIsClosed() {
        refuses("VDS-20", MRZ, PASSPORT, bytes("0401 41"));
    }

    @Test
    void aFeatureMoreIsReportedWhereItIsNot() throws FormatException {
        Seal seal = SealDecoder.decode(bytes(
                "DC03 6ABC 6D32C8A72739 0F7134 0F7134 F80A 0106 B77A38E596CE 0206 1A203A4D1FE1 0304 26532081 7701 41",
                SIGNATURE));
        SealContent content = Profiles.standard().read(seal).orElseThrow();
        assertThat(content.unknown()).extracting(SealFeature::tagHex).containsExactly("77");
        assertThat(content.value("postalCode")).contains("21614");
        assertThat(content.lastDay()).isEmpty();
    }

    @Test
    void aValueOfAnotherLengthOrCodingIsRefused() {
        refuses("VDS-19", MRZ, bytes("0304 D79519A6"));
        refuses("VDS-19", MRZ, joined(bytes("0306"), C40.encode("<<<<<<<<<")));
        refuses("VDS-9", MRZ, bytes("0306 D79519A60000"));
        refuses("VDS-19", joined(bytes("0230"), C40.encode("A".repeat(71))), PASSPORT);
    }

    @Test
    void aVersionThatTheTypeDoesNotComeInIsRefused() {
        refuses("VDS-19", bytes("DC02 D9C5"), C40.encode("UTTS0002C"), bytes("0F7134 0F7134 FB06"), MRZ, PASSPORT);
    }

    @Test
    void anEndDateThatIsNoneIsRefused() {
        String zone = SealSamples.MRZ.characters().replace("310228", "310230");
        refuses("VDS-21", joined(bytes("0230"), C40.encode(zone)), PASSPORT);
    }

    @Test
    void aWrongCheckDigitIsReportedAndBreaksNoFormat() throws FormatException {
        String zone = SealSamples.MRZ.characters().replace("RP1234567", "RP1234568");
        SealContent content = permit(joined(bytes("0230"), C40.encode(zone)), PASSPORT);
        assertThat(content.mrz().orElseThrow().faults()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "000000, until-end-date",
        "FFFFFF, decided-at-border",
        "FEFEFE, transit",
        "5A0000, P90D",
        "000601, P1Y6M"
    })
    void theDurationOfAVisasStayIsSaidInWords(String coded, String words) throws FormatException {
        byte[] zone = C40.encode("V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<L8988901C4UTO7408122F1204159");
        Seal seal = SealDecoder.decode(joined(
                bytes("DC03 D9C5 D9CAC8A72801 0F7134 0F7134 5D01 022C"),
                zone,
                bytes("0403", coded),
                PASSPORT5,
                bytes(SIGNATURE)));
        SealContent content = Profiles.standard().read(seal).orElseThrow();
        assertThat(content.value("durationOfStay")).contains(words);
        assertThat(content.mrz().orElseThrow().lines().get(1)).isEqualTo("L8988901C4UTO7408122F1204159<<<<<<<<");
        assertThat(content.lastDay().orElseThrow()).isEqualTo("2012-04-15");
    }

    private static final byte[] PASSPORT5 = bytes("0506 D79519A65306");

    @Test
    void textThatIsNotUtf8OrHasControlCharactersIsRefused() throws FormatException {
        String start = "DC03 6ABC 6D32C8A72739 0F7134 0F7134 FC04 0108 3FEE456D2DE019A8 0301 41 02";
        for (String surname : new String[] {"01 C3", "02 C0AF", "01 00", "02 C285", "03 EDA080"}) {
            Seal seal = SealDecoder.decode(bytes(start, surname, SIGNATURE));
            assertThatExceptionOfType(FormatException.class)
                    .isThrownBy(() -> Profiles.standard().read(seal))
                    .matches(e -> e.rule().equals("VDS-19"));
        }
        Seal good = SealDecoder.decode(bytes(start, "02 C39F", SIGNATURE));
        assertThat(Profiles.standard().read(good).orElseThrow().value("surname"))
                .contains("ß");
    }

    private static Optional<Profile> find(String country, String type) {
        return Profiles.standard()
                .find(country, Integer.parseInt(type.substring(0, 2), 16), Integer.parseInt(type.substring(2), 16));
    }

    private static SealContent permit(byte[]... features) throws FormatException {
        return Profiles.standard().read(SealDecoder.decode(seal(features))).orElseThrow();
    }

    private static void refuses(String rule, byte[]... features) {
        assertThatExceptionOfType(FormatException.class)
                .isThrownBy(() -> permit(features))
                .satisfies(e -> assertThat(e.rule()).isEqualTo(rule));
    }

    private static byte[] seal(byte[]... features) {
        byte[] zone = joined(features);
        boolean hasHeader = zone.length > 0 && (zone[0] & 0xFF) == 0xDC;
        byte[] header = hasHeader ? new byte[0] : bytes("DC03 D9C5 D9CAC8A72801 0F7134 0F7134 FB06");
        return joined(header, zone, bytes(SIGNATURE));
    }
}
