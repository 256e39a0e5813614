package org.stayseal.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers of a picture stand beside each other, never on each other, and near their days. */
class SpreadTest {

    @Test
    void whatHasRoomStaysWhereItIs() {
        assertThat(Spread.places(List.of(300, 400, 500), 24, 260, 1_090)).containsExactly(300, 400, 500);
    }

    @Test
    void threeCloseTogetherStandSideBySideAroundTheirMiddle() {
        assertThat(Spread.places(List.of(400, 402, 404), 24, 260, 1_090)).containsExactly(378, 402, 426);
    }

    @Test
    void aGroupThatGrowsIntoItsNeighboursTakesThemIn() {
        List<Integer> places = Spread.places(List.of(380, 400, 400, 400, 420), 24, 260, 1_090);
        assertThat(places).containsExactly(352, 376, 400, 424, 448);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 8, 12, 30})
    void nothingLiesOnAnotherNorOutsideHoweverManyThereAre(int count) {
        for (int spot : new int[] {260, 401, 1_090}) {
            List<Integer> wanted = new ArrayList<>(Collections.nCopies(count, spot));
            wanted.add(1_090);
            List<Integer> places = Spread.places(wanted, 24, 236, 1_096);
            assertThat(places).hasSize(count + 1).isSorted().allMatch(place -> place >= 235 && place <= 1_097);
            assertThat(IntStream.range(1, places.size()).map(i -> places.get(i) - places.get(i - 1)))
                    .allMatch(distance -> distance >= 24);
        }
    }
}
