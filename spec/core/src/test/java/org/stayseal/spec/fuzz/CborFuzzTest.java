package org.stayseal.spec.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.upokecenter.cbor.CBORObject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.cwt.CredentialDecoder;
import org.stayseal.spec.cwt.StrictCbor;
import org.stayseal.spec.cwt.StrictCbor.Keys;

class CborFuzzTest {

    static Stream<byte[]> seeds() {
        List<byte[]> payloads = new ArrayList<>();
        for (byte[] credential : Seeds.credentials()) {
            try {
                payloads.add(CredentialDecoder.decode(credential).payload());
            } catch (FormatException e) {
                // The payload of a broken vector is no better a seed than a mutant.
                continue;
            }
        }
        return Seeds.start(payloads);
    }

    @MethodSource("seeds")
    @FuzzTest
    void whatIsDeterministicIsWrittenAgainToTheSameBytesWhateverTheLibrary(byte[] bytes) {
        CBORObject item;
        try {
            item = StrictCbor.read(bytes, Keys.IN_ORDER, "CRED-10", "CRED-11");
        } catch (FormatException e) {
            assertThat(e.rule()).isIn("CRED-10", "CRED-11");
            return;
        }
        assertThat(item.EncodeToBytes()).isEqualTo(bytes);
        try {
            assertThat(StrictCbor.read(bytes, Keys.IN_ANY_ORDER, "STATUS-10", "STATUS-10"))
                    .isEqualTo(item);
        } catch (FormatException e) {
            assertThat(e).hasMessageContaining("a CBOR map of more than");
        }
    }
}
