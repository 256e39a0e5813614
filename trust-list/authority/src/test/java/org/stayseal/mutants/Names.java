package org.stayseal.mutants;

import java.util.List;

/** Names as passports have them and as they should not: letters with marks, ligatures, other scripts, letters without capitals, what parts words. */
final class Names {

    private static final List<String> WHOLE = List.of(
            "Müller",
            "Núñez",
            "Ærøskøbing",
            "Łuć",
            "Straße",
            "STRAẞE",
            "O’Brien",
            "O'Neil-Sørensen",
            "Đặng",
            "Þórðardóttir",
            "Əliyev",
            "Ħamrun",
            "L·Lull",
            "Ŀull",
            "Ĳssel",
            "ĳssel",
            "Œuvre",
            "Ångström",
            "Aaron Æbeltoft",
            "Quentin Unxxe",
            "Boehm",
            "Maeder",
            "Олена",
            "Müller Олена",
            "陳",
            "ſmith",
            "ﬁnn",
            "ŉ",
            "ǰan",
            "ıl",
            "İl",
            "Ǆ",
            "ᾳ",
            "K\u0338",
            "q\u0307\u0323",
            "x\u1dc4",
            "x\u20d0",
            "a\u02b9b\u02bac\u02bcd",
            "ʻOkina",
            "ʿAli",
            "ª",
            "a_b",
            "a/b,c.d;e",
            "a\u00a0b",
            "a\u2010b\u2013c\u2026d",
            "a1b2",
            "\ud83d\ude00a",
            "\ud835\udc00",
            "ａ",
            "Ⅻ",
            "ⓐ",
            "M",
            "-",
            "A".repeat(50));

    private Names() {}

    /** One of them, or two run together or side by side. */
    static String one(Dice dice) {
        String name = dice.of(WHOLE);
        return switch (dice.below(4)) {
            case 0 -> name + " " + dice.of(WHOLE);
            case 1 -> name + dice.of(WHOLE).toLowerCase(java.util.Locale.ROOT);
            default -> name;
        };
    }
}
