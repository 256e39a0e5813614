package org.stayseal.spec.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.Arrays;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.signing.SignatureAlgorithm;
import org.stayseal.spec.signing.Signer;
import org.stayseal.spec.signing.TestKeys;

/** The first and last of what a status list may say (STATUS-1 to STATUS-5, STATUS-13, STATUS-22). */
class StatusBoundsTest {

    private static final String URI = "https://status.example/status/0";
    private static final Instant FIRST = Instant.EPOCH;
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");
    private static final Signer SIGNER = TestKeys.signer("secp384r1", 1);
    private static final StatusList LIST =
            StatusList.builder(2, 4).set(1, Status.SUPERSEDED).build();

    @Test
    void theFourStatusesAreTheNumbersFromZeroToThree() {
        assertThat(Arrays.stream(Status.values()).map(Status::value)).containsExactly(0, 1, 2, 3);
        for (Status status : Status.values()) {
            assertThat(Status.of(status.value())).contains(status);
        }
        assertThat(Status.of(4)).isEmpty();
        assertThat(Status.of(-1)).isEmpty();
    }

    @Test
    void theFirstAndTheLastSecondAndTheLongestTtlAreReadBackFromBothForms() throws FormatException {
        for (long ttl : new long[] {1, 0xFFFF_FFFFL}) {
            StatusListClaims claims = new StatusListClaims(URI, FIRST, LAST, OptionalLong.of(ttl), LIST);

            SignedStatusList cwt = StatusListCwt.read(StatusListCwt.write(claims, SIGNER), URI);
            assertThat(cwt.claims()).isEqualTo(claims);
            assertThat(cwt.algorithm()).isEqualTo(SignatureAlgorithm.ES384);
            SignedStatusList jwt = StatusListJwt.read(StatusListJwt.write(claims, SIGNER), URI);
            assertThat(jwt.claims()).isEqualTo(claims);
            assertThat(jwt.algorithm()).isEqualTo(SignatureAlgorithm.ES384);
        }
    }

    @Test
    void aSecondBeforeTheFirstAndOneAfterTheLastAndATtlOutOfItsRangeAreRefused() {
        refused(FIRST.minusSeconds(1), LAST, 1);
        refused(FIRST, LAST.plusSeconds(1), 1);
        refused(LAST, LAST, 1);
        refused(FIRST, LAST, 0);
        refused(FIRST, LAST, 0x1_0000_0000L);
    }

    @Test
    void aListHasOneEntryAtLeastAndAMillionAtMost() {
        StatusList most = StatusList.builder(8, StatusList.MAX_ENTRIES)
                .set(StatusList.MAX_ENTRIES - 1, 255)
                .build();

        assertThat(most.size()).isEqualTo(StatusList.MAX_ENTRIES);
        assertThat(most.get(StatusList.MAX_ENTRIES - 1)).hasValue(255);
        assertThat(StatusList.builder(8, 1).build().size()).isEqualTo(1);
        assertThatIllegalArgumentException().isThrownBy(() -> StatusList.builder(8, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> StatusList.builder(8, StatusList.MAX_ENTRIES + 1));
        assertThatIllegalArgumentException().isThrownBy(() -> StatusList.builder(2, 3));
    }

    @Test
    void listsOfOtherNumbersOrOtherWidthAreNotTheSame() {
        assertThat(LIST)
                .isEqualTo(StatusList.builder(2, 4).set(1, 3).build())
                .hasSameHashCodeAs(StatusList.builder(2, 4).set(1, 3).build())
                .isNotEqualTo(StatusList.builder(2, 4).set(0, 3).build())
                .isNotEqualTo(StatusList.builder(4, 2).set(0, 12).build());
        assertThat(LIST).hasToString("StatusList[4 entries of 2 bits]");
    }

    private static void refused(Instant issued, Instant expires, long ttl) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StatusListClaims(URI, issued, expires, OptionalLong.of(ttl), LIST));
    }
}
