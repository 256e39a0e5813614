package org.stayseal.spec.permit;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rows of Doc 9303-3 section 6: each is a letter and, right after it, what stands for it. */
final class TransliterationTables {

    /** Section 6.A, where it is not simply the letter without its mark. */
    static final Map<Character, String> LATIN = Transliteration.table("""
            ÄAE ÅAA ÆAE ÐD ÖOE ØOE ÜUE ÞTH ßSS ẞSS ĐD ĦH ıI ĲIJ ŁL ĿL ŊN ŒOE ŦT ƏE
            """);

    /** Section 6.C: the letters of Arabic, and those of Persian, Urdu and Pashto in common use. Vowel marks are not written. */
    static final Map<Character, String> ARABIC = Transliteration.table("""
            ءXE آXAA أXAE ؤU إI ئXI اA بB ةXTA تT ثXTH جJ حXH خXKH دD ذXDH رR زZ سS شXSH صXSS ضXDZ طXTT ظXZZ عE غG
            فF قQ كK لL مM نN هH وW ىXAY يY ٱXXA ٹXXT ټXRT پP ځXKE څXXH چXC ڈXXD ډXDR ڑXXR ړXRR ږXRX ژXJ ښXXS
            کXKK ګXXK ڭXNG گXGG ںXNN ڼXXN ھXDO ۀXYH ہXXG ۂXGE ۃXTG یXYA ۍXXY ېY ےXYB ۓXBE
            \u064B \u064C \u064D \u064E \u064F \u0650 \u0652 \u0670
            """);

    private static final Map<Character, String> CYRILLIC = Transliteration.table("""
            АA БB ВV ГG ДD ЕE ЁE ЖZH ЗZ ИI ІI ЙI КK ЛL МM НN ОO ПP РR СS ТT УU ФF ХKH ЦTS ЧCH ШSH ЩSHCH ЪIE ЫY Ь ЭE ЮIU ЯIA
            ЂD ЃG ЄIE ЅDZ ЇI ЈJ ЉLJ ЊNJ ЋC ЌK ЎU ЏDZ ѪU ѴY ҐG ҒG ҺC
            """);

    private static final Map<String, Map<Character, String>> CYRILLIC_EXCEPTIONS = Map.of(
            "be", Transliteration.table("ГH ЁIO"),
            "bg", Transliteration.table("ЩSHT"),
            "mk", Transliteration.table("ХH ЦC ЃGJ ЌKJ ЏDJ"),
            "sr", Transliteration.table("ГH ЖZ ХH ЦC ЧC ШS"),
            "uk", Transliteration.table("ГH ИY"));

    private static final Map<Character, String> UKRAINIAN_FIRST = Transliteration.table("ЄYE ЇYI ЙY ЮYU ЯYA");

    private TransliterationTables() {}

    /** Section 6.B, with its exceptions by language and, in Ukrainian, at the begin of a word. */
    static @Nullable String cyrillic(char c, boolean first, String language) {
        String exception = CYRILLIC_EXCEPTIONS.getOrDefault(language, Map.of()).get(c);
        if (exception != null) {
            return exception;
        }
        if (first && language.equals("uk") && UKRAINIAN_FIRST.containsKey(c)) {
            return UKRAINIAN_FIRST.get(c);
        }
        return CYRILLIC.get(c);
    }
}
