package org.stayseal.spec.permit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TransliterationTest {

    @ParameterizedTest
    @CsvSource({
        "Müller-Lüdenscheidt, MUELLER<LUEDENSCHEIDT",
        "D'Artagnan, DARTAGNAN",
        "Åse Øyvind, AASE<OEYVIND",
        "Weiß, WEISS",
        "WEIẞ, WEISS",
        "Łukasz Żółć, LUKASZ<ZOLC",
        "Þórður, THORDUR",
        "Čapek, CAPEK",
        "Đorđe, DORDE",
        "Ñandú, NANDU",
        "İpek Işıl, IPEK<ISIL",
        "Nguyễn Thị, NGUYEN<THI",
        "St. John, ST<JOHN",
        "  Anna   Maria , ANNA<MARIA",
        "Ĳsbrand, IJSBRAND",
        "Əliyev, ELIYEV"
    })
    void latinNames(String name, String expected) {
        assertThat(Transliteration.toMrz(name)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "Юлия Щеглова, '', IULIIA<SHCHEGLOVA", "Артём Объездной, '', ARTEM<OBIEEZDNOI", "Зеленський, uk, ZELENSKYI",
                "Єва Їжак, uk, YEVA<YIZHAK",
        "Ґалаґан Юрій Гнатович, uk, GALAGAN<YURII<HNATOVYCH", "Алёна Гаўрылава, be, ALIONA<HAURYLAVA",
                "Щерев, bg, SHTEREV", "Живковић, sr, ZIVKOVIC",
        "Ѓорѓи Хаџи, mk, GJORGJI<HADJI", "Игорь, ru, IGOR"
    })
    void cyrillicNamesByTheirLanguage(String name, String language, String expected) {
        assertThat(Transliteration.toMrz(name, language)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "محمد, MXHMD",
        "فاطمة, FAXTTMXAH",
        "أحمد, XAEXHMD",
        "عبد الله, EBD<ALLH",
        "هبة الله, HBXAH<ALLH",
        "مُحَمَّد, MXHMMD",
        "پروین, PRWXYAN"
    })
    void arabicNames(String name, String expected) {
        assertThat(Transliteration.toMrz(name)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"李", "Σωκράτης", "Anna2", "A&B", "दास", "😀"})
    void whatNoTableHasIsRefusedAndNotDropped(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Transliteration.toMrz(name))
                .withMessageMatching("no table .* U\\+[0-9A-F]{4}");
    }
}
