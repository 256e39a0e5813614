package org.stayseal.spec.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.permit.Mrz;

class MrzFuzzTest {

    private static final LocalDate ISSUED = LocalDate.of(2026, 11, 22);

    static Stream<byte[]> seeds() {
        return Seeds.start(Seeds.texts(
                "ARUTOSPECIMEN<<ANNA<MARIA<<<<<<<<<<<\nL898902C<3UTO6908061F9406236<<<<<<<8",
                "I<UTOD231458907<<<<<<<<<<<<<<<\n7408122F1204159UTO<<<<<<<<<<<6\nERIKSSON<<ANNA<MARIA<<<<<<<<<<",
                "I<UTOD23145890<7349<<<<<<<<<<<\n3407127M9507122UTO<<<<<<<<<<<2\nSTEVENSON<<PETER<JOHN<<<<<<<<<",
                "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL898902C36UTO7408122F1204159ZE184226B<<<<<10",
                "V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<\nL8988901C4XXX4009078F96121096ZE184226B<<<<<<",
                "V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<\nL8988901C4XXX4009078F9612109<<<<<<<<"));
    }

    @MethodSource("seeds")
    @FuzzTest
    void aZoneKeepsItsCharactersAndAnswersForEachField(byte[] utf8) {
        String text = new String(utf8, StandardCharsets.UTF_8);
        Mrz zone;
        try {
            zone = Mrz.parse(text);
            assertThat(Mrz.parse(zone.format(), zone.characters())).isEqualTo(zone);
            assertThat(Mrz.parse(String.join("\n", zone.lines()))).isEqualTo(zone);
        } catch (FormatException e) {
            assertThat(e.rule()).isIn("VDS-30", "VDS-37");
            return;
        }
        assertThat(zone.documentCode() + zone.issuer() + zone.nationality()).matches("[A-Z0-9<]*");
        assertThat(zone.documentNumber()).doesNotEndWith("<");
        assertThat(zone.surname() + zone.givenNames().orElse("")).doesNotContain("<");
        zone.sex();
        zone.endDate(ISSUED)
                .ifPresent(end -> assertThat(end.getYear()).isBetween(ISSUED.getYear() - 50, ISSUED.getYear() + 49));
        zone.birthDate(ISSUED).ifPresent(birth -> assertThat(birth.toString()).isNotEmpty());
        assertThat(zone.faults()).doesNotContainNull();
    }
}
