package org.stayseal.issuer.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class IndexPermutationTest {

    private static final byte[] KEY = new byte[32];

    @Test
    void countsBecomeDifferentPlacesOfTheSameShard() {
        IndexPermutation permutation = new IndexPermutation(KEY);
        BitSet seen = new BitSet();
        for (int count = 0; count < 20_000; count++) {
            StatusPlace place = permutation.place(count);
            assertThat(place.shard()).isZero();
            assertThat(seen.get(place.index()))
                    .as("place %d was given before", place.index())
                    .isFalse();
            seen.set(place.index());
        }
    }

    @Test
    void neighboursInTimeAreSpreadOverTheWholeList() {
        IndexPermutation permutation = new IndexPermutation(KEY);
        int near = 0;
        BitSet sixteenths = new BitSet();
        for (int count = 0; count < 1_000; count++) {
            int here = permutation.place(count).index();
            sixteenths.set(here >>> 16);
            near += Math.abs(here - permutation.place(count + 1).index()) < 1024 ? 1 : 0;
        }
        assertThat(sixteenths.cardinality()).isEqualTo(16);
        assertThat(near).isLessThan(20);
    }

    /** The four places of a permit tell no more of each other than random ones would: steps from one to the next do not repeat. */
    @Test
    void noPlaceFollowsFromTheOneBefore() {
        IndexPermutation permutation = new IndexPermutation(KEY);
        Set<Integer> steps = new HashSet<>();
        for (int count = 0; count < 10_000; count++) {
            int step = permutation.place(count + 1).index()
                    - permutation.place(count).index();
            steps.add(Math.floorMod(step, IndexPermutation.SHARD_SIZE));
        }
        // Of 10,000 random steps about 48 meet.
        assertThat(steps).hasSizeGreaterThan(9_900);
    }

    @Test
    void theNextListBeginsWhenOneIsFullAndIsPermutedOtherwise() {
        IndexPermutation permutation = new IndexPermutation(KEY);
        StatusPlace first = permutation.place(IndexPermutation.SHARD_SIZE);
        assertThat(first.shard()).isOne();
        assertThat(permutation.place(2L * IndexPermutation.SHARD_SIZE - 1).shard())
                .isOne();
        assertThat(first.index()).isNotEqualTo(permutation.place(0).index());
    }

    @Test
    void anotherKeyGivesAnotherOrder() {
        byte[] other = new byte[32];
        other[0] = 1;
        int same = 0;
        for (int count = 0; count < 100; count++) {
            same += new IndexPermutation(KEY).place(count).equals(new IndexPermutation(other).place(count)) ? 1 : 0;
        }
        assertThat(same).isLessThan(3);
    }

    @Test
    void aKeyOfAnotherLengthAndANegativeCountAreRefused() {
        assertThatThrownBy(() -> new IndexPermutation(new byte[16])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new IndexPermutation(KEY).place(-1)).isInstanceOf(IllegalArgumentException.class);
    }
}
