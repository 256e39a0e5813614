package org.stayseal.spec.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.signing.Signer;
import org.stayseal.spec.signing.TestKeys;
import org.stayseal.spec.status.SignedStatusList;
import org.stayseal.spec.status.Status;
import org.stayseal.spec.status.StatusList;
import org.stayseal.spec.status.StatusListClaims;
import org.stayseal.spec.status.StatusListCwt;
import org.stayseal.spec.status.StatusListJwt;

class StatusListFuzzTest {

    private static final String URI = "https://status.example/status/0";
    private static final Signer STRANGER = TestKeys.signer("secp256r1", 9);

    static Stream<byte[]> cwts() {
        List<byte[]> seeds = new ArrayList<>(Seeds.published(".cwt"));
        claims().forEach(claims -> seeds.add(StatusListCwt.write(claims, STRANGER)));
        return Seeds.start(seeds);
    }

    static Stream<byte[]> jwts() {
        return Seeds.start(
                claims().map(claims -> StatusListJwt.write(claims, STRANGER).getBytes(StandardCharsets.US_ASCII))
                        .toList());
    }

    private static Stream<StatusListClaims> claims() {
        Instant issued = Instant.parse("2026-11-22T00:00:00Z");
        return Stream.of(1, 2, 4, 8)
                .map(bits -> new StatusListClaims(
                        URI,
                        issued,
                        issued.plusSeconds(86_400),
                        bits == 1 ? OptionalLong.empty() : OptionalLong.of(43_200),
                        StatusList.builder(bits, 64)
                                .set(3, Status.REVOKED)
                                .set(63, 1)
                                .build()));
    }

    @MethodSource("cwts")
    @FuzzTest
    void aCwtThatIsReadSaysTheSameWhenWrittenAgain(byte[] token) {
        SignedStatusList read;
        try {
            read = StatusListCwt.read(token, URI);
        } catch (FormatException e) {
            assertThat(e.rule()).startsWith("STATUS-");
            return;
        }
        hold(read);
        try {
            assertThat(StatusListCwt.read(StatusListCwt.write(read.claims(), STRANGER), URI)
                            .claims())
                    .isEqualTo(read.claims());
        } catch (FormatException e) {
            throw new AssertionError("written, and not read", e);
        }
    }

    @MethodSource("jwts")
    @FuzzTest
    void aJwtThatIsReadSaysTheSameWhenWrittenAgain(byte[] token) {
        SignedStatusList read;
        try {
            read = StatusListJwt.read(new String(token, StandardCharsets.ISO_8859_1), URI);
        } catch (FormatException e) {
            assertThat(e.rule()).startsWith("STATUS-");
            return;
        }
        hold(read);
        try {
            assertThat(StatusListJwt.read(StatusListJwt.write(read.claims(), STRANGER), URI)
                            .claims())
                    .isEqualTo(read.claims());
        } catch (FormatException e) {
            throw new AssertionError("written, and not read", e);
        }
    }

    private static void hold(SignedStatusList read) {
        StatusList list = read.list();
        assertThat(list.size()).isBetween(1, StatusList.MAX_ENTRIES);
        assertThat(list.get(0)).isPresent();
        assertThat(list.get(list.size() - 1).orElseThrow()).isBetween(0, (1 << list.bits()) - 1);
        assertThat(list.get(list.size())).isEmpty();
        assertThat(list.get(-1)).isEmpty();
    }
}
