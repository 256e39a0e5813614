package org.stayseal.spec.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stayseal.spec.bytes.Sha256;

/** The Merkle tree of RFC 9162 section 2.1, held to the roots that Certificate Transparency publishes for its eight test leaves (TRUST-182, TRUST-188). */
class TreeTest {

    private static final HexFormat HEX = HexFormat.of();
    private static final List<String> LEAVES =
            List.of("", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f");
    private static final List<String> ROOTS = List.of(
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");

    @Test
    void rootsAreThoseOfCertificateTransparency() {
        TreeFrontier tree = TreeFrontier.empty();
        assertThat(HEX.formatHex(tree.root()))
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        for (int i = 0; i < LEAVES.size(); i++) {
            tree = tree.append(Sha256.of(new byte[] {0}, HEX.parseHex(LEAVES.get(i))));
            assertThat(HEX.formatHex(tree.root())).isEqualTo(ROOTS.get(i));
            assertThat(tree.size()).isEqualTo(i + 1);
        }
    }

    @Test
    void theExampleOfTheSpecificationIsRight() {
        byte[] signer = HEX.parseHex("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f");
        LogLeaf abc = LogLeaf.of(signer, Sha256.of("abc".getBytes(java.nio.charset.StandardCharsets.US_ASCII)));
        LogLeaf abd = LogLeaf.of(signer, Sha256.of("abd".getBytes(java.nio.charset.StandardCharsets.US_ASCII)));
        assertThat(HEX.formatHex(abc.hash()))
                .isEqualTo("e158f00fa41087062ac141b82653500c7bbc88a7aace6dfed8dbbc786bcbed38");
        assertThat(HEX.formatHex(abd.hash()))
                .isEqualTo("1ad12e4155578996280139ed4bfbd12c399793ba898bd73e70fa73920dae0b64");
        assertThat(HEX.formatHex(TreeFrontier.empty().append(abc).append(abd).root()))
                .isEqualTo("e34d6659fc6b7bb61dca86bd9648326f4ff7e0f97c3f3b1a58859048663320bc");
        assertThat(HEX.formatHex(abc.identity())).isEqualTo("ba7816bf8f01cfea414140de5dae2223");
    }

    @Test
    void aFrontierComesBackFromItsBytes() {
        for (int size = 0; size <= 40; size++) {
            TreeFrontier tree = tree(size);
            TreeFrontier again = TreeFrontier.of(size, tree.bytes());
            assertThat(again.append(leaf(size)).root())
                    .isEqualTo(tree.append(leaf(size)).root());
        }
        assertThatThrownBy(() -> TreeFrontier.of(3, new byte[32])).isInstanceOf(IllegalArgumentException.class);
    }

    /** Against the recursion of the RFC, which looks at every leaf. */
    @Test
    void proofsFromTheEdgeAreThoseOfTheRfc() {
        for (int to = 1; to <= 40; to++) {
            for (int from = 1; from <= to; from++) {
                ConsistencyProof proof = ConsistencyProof.of(tree(from), leaves(from, to));
                List<byte[]> expected = new ArrayList<>();
                subproof(leaves(0, to), from, true, expected);
                assertThat(hex(proof.nodes())).as("%d to %d", from, to).isEqualTo(hex(expected));
                assertThat(proof.leads(tree(from).root(), tree(to).root())).isTrue();
            }
        }
    }

    @Test
    void noProofLeadsToAnotherTree() {
        for (int to = 2; to <= 20; to++) {
            for (int from = 1; from < to; from++) {
                ConsistencyProof proof = ConsistencyProof.of(tree(from), leaves(from, to));
                byte[] earlier = tree(from).root();
                byte[] later = tree(to).root();
                assertThat(proof.leads(later, earlier)).isFalse();
                assertThat(proof.leads(leaf(99), later)).isFalse();
                assertThat(proof.leads(earlier, leaf(99))).isFalse();
                for (int i = 0; i < proof.nodes().size(); i++) {
                    List<byte[]> without = new ArrayList<>(proof.nodes());
                    without.remove(i);
                    assertThat(new ConsistencyProof(from, to, without).leads(earlier, later))
                            .isFalse();
                    List<byte[]> other = new ArrayList<>(proof.nodes());
                    other.set(i, leaf(99));
                    assertThat(new ConsistencyProof(from, to, other).leads(earlier, later))
                            .isFalse();
                }
                List<byte[]> more = new ArrayList<>(proof.nodes());
                more.add(leaf(99));
                assertThat(new ConsistencyProof(from, to, more).leads(earlier, later))
                        .isFalse();
            }
        }
    }

    @Test
    void aLogWithAnEarlierLeafChangedHasNoProof() {
        TreeFrontier changed = TreeFrontier.empty();
        for (int i = 0; i < 13; i++) {
            changed = changed.append(i == 4 ? leaf(77) : leaf(i));
        }
        ConsistencyProof forged = ConsistencyProof.of(tree(9), leaves(9, 13));
        assertThat(forged.leads(tree(9).root(), changed.root())).isFalse();
    }

    private static void subproof(List<byte[]> leaves, int from, boolean whole, List<byte[]> nodes) {
        int size = leaves.size();
        if (from == size) {
            if (!whole) {
                nodes.add(root(leaves));
            }
            return;
        }
        int half = Integer.highestOneBit(size - 1);
        if (from <= half) {
            subproof(leaves.subList(0, half), from, whole, nodes);
            nodes.add(root(leaves.subList(half, size)));
        } else {
            subproof(leaves.subList(half, size), from - half, false, nodes);
            nodes.add(root(leaves.subList(0, half)));
        }
    }

    /** MTH of the RFC, word for word. */
    private static byte[] root(List<byte[]> leaves) {
        if (leaves.size() == 1) {
            return leaves.get(0);
        }
        int half = Integer.highestOneBit(leaves.size() - 1);
        return Sha256.of(new byte[] {1}, root(leaves.subList(0, half)), root(leaves.subList(half, leaves.size())));
    }

    private static List<byte[]> leaves(int from, int to) {
        List<byte[]> all = new ArrayList<>();
        for (int i = from; i < to; i++) {
            all.add(leaf(i));
        }
        return all;
    }

    private static TreeFrontier tree(int size) {
        TreeFrontier tree = TreeFrontier.empty();
        for (byte[] leaf : leaves(0, size)) {
            tree = tree.append(leaf);
        }
        return tree;
    }

    private static byte[] leaf(int i) {
        return Sha256.of(new byte[] {0, (byte) i});
    }

    private static List<String> hex(List<byte[]> nodes) {
        return nodes.stream().map(HEX::formatHex).toList();
    }
}
