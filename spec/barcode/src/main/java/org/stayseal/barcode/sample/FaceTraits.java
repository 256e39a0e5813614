package org.stayseal.barcode.sample;

import java.awt.Color;
import java.util.List;
import java.util.Random;

/**
 * What tells one drawn person from another.
 *
 * @param skin colour of the skin
 * @param hair colour of hair, brows and beard
 * @param style how the hair is worn
 * @param beard whether there is a full, short beard
 * @param glasses whether glasses are worn
 * @param clothes colour of the clothes, and of a headscarf in a lighter tone
 * @param eyes colour of the irises
 */
public record FaceTraits(
        Color skin, Color hair, HairStyle style, boolean beard, boolean glasses, Color clothes, Color eyes) {

    /** How the hair is worn. */
    public enum HairStyle {
        SHORT,
        SIDE_PARTING,
        CURLY,
        BUN,
        BOB,
        LONG,
        HEADSCARF
    }

    private static final List<Color> SKINS = List.of(
            new Color(0xF6D7BF),
            new Color(0xEBBE9B),
            new Color(0xD9A27A),
            new Color(0xB57B52),
            new Color(0x8A5A3B),
            new Color(0x6A432D));
    private static final List<Color> HAIRS = List.of(
            new Color(0x211B1B),
            new Color(0x3B2A22),
            new Color(0x6B4328),
            new Color(0xA5652F),
            new Color(0xCFA45A),
            new Color(0x8C8C90));
    private static final List<Color> DARK_HAIRS = HAIRS.subList(0, 3);
    private static final List<Color> CLOTHES = List.of(
            new Color(0x2F4B6E),
            new Color(0x7A2F3D),
            new Color(0x2E6657),
            new Color(0x4A4458),
            new Color(0x9A5B2B),
            new Color(0x37404A));
    private static final List<Color> EYES =
            List.of(new Color(0x4B3222), new Color(0x5E4630), new Color(0x5B7A4E), new Color(0x4D7596));

    /** The traits of the person that a seed stands for: the same seed is always the same person. */
    public static FaceTraits of(long seed) {
        Random random = new Random(seed * 0x9E3779B97F4A7C15L + 7);
        HairStyle style = pick(List.of(HairStyle.values()), random);
        boolean mayHaveBeard = style == HairStyle.SHORT || style == HairStyle.SIDE_PARTING || style == HairStyle.CURLY;
        int skin = random.nextInt(SKINS.size());
        return new FaceTraits(
                SKINS.get(skin),
                pick(skin < 3 ? HAIRS : DARK_HAIRS, random),
                style,
                mayHaveBeard && random.nextInt(3) > 0,
                random.nextInt(3) == 0,
                pick(CLOTHES, random),
                pick(EYES, random));
    }

    private static <T> T pick(List<T> from, Random random) {
        return from.get(random.nextInt(from.size()));
    }
}
