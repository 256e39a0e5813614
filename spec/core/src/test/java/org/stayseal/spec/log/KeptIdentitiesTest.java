package org.stayseal.spec.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.bytes.Sha256;

/** TRUST-184: exactly the identities that are there, and nothing near them. */
class KeptIdentitiesTest {

    @Test
    void everyIdentityThatIsKeptIsFound() throws FormatException {
        List<byte[]> all = identities(1000);
        KeptIdentities kept = KeptIdentities.read(KeptIdentities.of(all).bytes());
        assertThat(kept.count()).isEqualTo(1000);
        assertThat(all).allMatch(kept::contains);
    }

    @Test
    void anIdentityThatDiffersInOneBitIsNotKept() {
        List<byte[]> all = identities(200);
        KeptIdentities kept = KeptIdentities.of(all);
        for (byte[] identity : all) {
            for (int bit = 0; bit < 128; bit++) {
                byte[] other = identity.clone();
                other[bit / 8] ^= (byte) (1 << bit % 8);
                assertThat(kept.contains(other)).isFalse();
            }
        }
    }

    @Test
    void anIdentityIsAskedWholeAndNeverCut() {
        KeptIdentities kept = KeptIdentities.of(identities(3));
        byte[] cut = Arrays.copyOf(identities(3).get(0), 15);
        assertThatThrownBy(() -> kept.contains(cut)).isInstanceOf(IllegalArgumentException.class);
        assertThat(kept.contains(Arrays.copyOf(cut, 16))).isFalse();
    }

    @Test
    void bytesAreComparedWithoutSign() throws FormatException {
        byte[] low = new byte[16];
        byte[] high = new byte[16];
        high[0] = (byte) 0x80;
        KeptIdentities kept =
                KeptIdentities.read(KeptIdentities.of(List.of(high, low, high)).bytes());
        assertThat(kept.count()).isEqualTo(2);
        assertThat(kept.contains(high)).isTrue();
        assertThat(kept.contains(low)).isTrue();
        byte[] reversed = new byte[32];
        reversed[0] = (byte) 0x80;
        assertThatThrownBy(() -> KeptIdentities.read(reversed)).isInstanceOf(FormatException.class);
    }

    @Test
    void filesOfAnotherLengthAreRefused() {
        for (int length : new int[] {1, 15, 17, 24, 16_000_016}) {
            assertThatThrownBy(() -> KeptIdentities.read(new byte[length])).isInstanceOf(FormatException.class);
        }
    }

    @Test
    void noneAreInAnEmptyFile() throws Exception {
        KeptIdentities none = KeptIdentities.read(new byte[0]);
        assertThat(none.count()).isZero();
        assertThat(none.contains(new byte[16])).isFalse();
    }

    @Test
    void anIdentityTwiceIsRefused() {
        assertThatThrownBy(() -> KeptIdentities.read(new byte[32]))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("ascending");
    }

    private static List<byte[]> identities(int count) {
        List<byte[]> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(Arrays.copyOf(Sha256.of(new byte[] {(byte) i, (byte) (i >> 8)}), 16));
        }
        return all;
    }
}
