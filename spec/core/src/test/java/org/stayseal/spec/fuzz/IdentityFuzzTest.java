package org.stayseal.spec.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.bytes.Base45;
import org.stayseal.spec.bytes.BoundedInflate;
import org.stayseal.spec.claim169.Identity;
import org.stayseal.spec.claim169.IdentityCredential;
import org.stayseal.spec.claim169.IdentityDecoder;
import org.stayseal.spec.claim169.IdentityEncoder;
import org.stayseal.spec.claim169.IdentityField;
import org.stayseal.spec.signing.Signer;
import org.stayseal.spec.signing.TestKeys;

/** Identity credentials with claim 169: the bytes inside are fuzzed, and wrapped again. */
class IdentityFuzzTest {

    private static final Signer STRANGER = TestKeys.signer("secp256r1", 9);
    private static final byte[] CWT_TAG = {(byte) 0xD8, 0x3D};

    static Stream<byte[]> contents() throws FormatException {
        Instant now = Instant.parse("2026-11-22T00:00:00Z");
        List<byte[]> seeds = new ArrayList<>();
        for (Optional<String> issuer : List.of(Optional.<String>empty(), Optional.of("UTO"))) {
            IdentityCredential.Token token = new IdentityCredential.Token(
                    issuer, Optional.empty(), Optional.of(now.plusSeconds(86_400)), Optional.of(now), Optional.of(now));
            Identity identity = Identity.of(Map.of(IdentityField.FULL_NAME, "Anna Specimen", IdentityField.ID, "UT-1"));
            byte[] content = inflated(IdentityEncoder.encode(token, identity, STRANGER));
            seeds.add(content);
            seeds.add(join(CWT_TAG, content));
            seeds.add(Arrays.copyOfRange(content, 1, content.length));
        }
        return Seeds.start(seeds);
    }

    @MethodSource("contents")
    @FuzzTest
    void whatIsReadIsReadTheSameInItsOtherTags(byte[] content) {
        IdentityCredential read;
        try {
            read = IdentityDecoder.decode(text(content));
        } catch (FormatException e) {
            assertThat(e.rule()).startsWith("C169-");
            assertThat(IdentityDecoder.looksLikeIdentity(text(content)))
                    .isEqualTo(e.kind() != FormatException.Kind.NOT_A_PERMIT);
            return;
        }
        assertThat(IdentityDecoder.looksLikeIdentity(text(content))).isTrue();
        byte[] bare = Arrays.equals(Arrays.copyOf(content, 2), CWT_TAG)
                ? Arrays.copyOfRange(content, 2, content.length)
                : content;
        try {
            IdentityCredential other = IdentityDecoder.decode(text(join(CWT_TAG, bare)));
            assertThat(other.token()).isEqualTo(read.token());
            assertThat(other.identity()).usingRecursiveComparison().isEqualTo(read.identity());
            assertThat(other.verifies(STRANGER.certificate().getPublicKey()))
                    .isEqualTo(read.verifies(STRANGER.certificate().getPublicKey()));
        } catch (FormatException e) {
            throw new AssertionError("not read with tag 61: " + e.rule(), e);
        }
    }

    private static byte[] inflated(String text) throws FormatException {
        return BoundedInflate.inflate(Base45.decode(text, "C169-1"), 8192, 100, "C169-1");
    }

    private static String text(byte[] content) {
        return Base45.encode(BoundedInflate.deflate(content));
    }

    private static byte[] join(byte[] first, byte[] second) {
        byte[] joined = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, joined, first.length, second.length);
        return joined;
    }
}
