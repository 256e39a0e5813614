package org.stayseal.spec.permit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;

/** CRED-31b: the table is that of Unicode 13.0. */
class AssignedCharactersTest {

    /** In Unicode 14.0, not in 13.0. */
    private static final int VITHKUQI = 0x10570;

    @Test
    void whatItListsThisJavaKnowsToo() {
        for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
            if (AssignedCharacters.contains(c)) {
                assertThat(Character.isDefined(c)).as("U+%04X", c).isTrue();
            }
        }
    }

    @Test
    void itListsAllOfVersion13() {
        assumeTrue(
                !Character.isDefined(VITHKUQI) && Character.isDefined(0x10FB0),
                "skipped: this Java has another version of Unicode");
        for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
            assertThat(AssignedCharacters.contains(c)).as("U+%04X", c).isEqualTo(Character.isDefined(c));
        }
    }

    @Test
    void textHasThemAndNoOthers() {
        for (int good : new int[] {0x10FB0, 0x9FFC, 0x30000, 0x1FBF9, 'A'}) {
            assertThat(PlainText.isWellFormed(Character.toString(good)))
                    .as("U+%04X", good)
                    .isTrue();
        }
        for (int bad : new int[] {VITHKUQI, 0x9FFD, 0x31350, 0x0378, 0xFFFF, 0x1DF00, 0x113C5, 0x10FFFF}) {
            assertThat(PlainText.isWellFormed(Character.toString(bad)))
                    .as("U+%04X", bad)
                    .isFalse();
        }
    }
}
