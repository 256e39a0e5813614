package org.stayseal.spec.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.upokecenter.cbor.CBORObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.cwt.CoseSign1;
import org.stayseal.spec.cwt.CredentialDecoder;
import org.stayseal.spec.live.LiveCode;
import org.stayseal.spec.live.UnsignedLiveCode;

class LiveCodeFuzzTest {

    static Stream<byte[]> messages() {
        List<byte[]> all = new ArrayList<>();
        for (byte[] code : Seeds.codes(LiveCode.PREFIX)) {
            try {
                all.add(LiveCode.bytesOf(new String(code, StandardCharsets.ISO_8859_1)));
            } catch (FormatException e) {
                // Broken around its bytes: a seed of the texts.
                continue;
            }
        }
        return Seeds.start(all);
    }

    static Stream<byte[]> texts() {
        return Seeds.start(Seeds.codes(LiveCode.PREFIX));
    }

    @MethodSource("messages")
    @FuzzTest
    void whatIsReadIsWrittenAgainToTheSameBytes(byte[] bytes) throws FormatException {
        LiveCode live;
        try {
            live = LiveCode.decode(bytes);
        } catch (FormatException e) {
            assertThat(e.rule()).containsPattern("^(LIVE|CRED)-");
            return;
        }
        CBORObject parts = CBORObject.DecodeFromBytes(bytes);
        byte[] header = parts.get(0).GetByteString();
        byte[] payload = parts.get(2).GetByteString();
        assertThat(CoseSign1.write(header, payload, live.signature())).isEqualTo(bytes);
        assertThat(LiveCode.decode(live.text())).isEqualTo(live);
        assertThat(CredentialDecoder.decode(live.credential().text()).bytes())
                .isEqualTo(live.credential().bytes());
        byte[] again = UnsignedLiveCode.of(live.credential(), live.madeAt(), live.nonce())
                .toBeSigned();
        // One that names ESP256 by its other number is written with the usual one.
        if (CBORObject.DecodeFromBytes(header).get(1).AsInt32() == -7) {
            assertThat(again).isEqualTo(live.toBeSigned());
        }
        live.proves();
    }

    @MethodSource("texts")
    @FuzzTest
    void aTextIsReadOrRefused(byte[] utf8) {
        try {
            LiveCode.decode(new String(utf8, StandardCharsets.ISO_8859_1));
        } catch (FormatException e) {
            assertThat(e.rule()).containsPattern("^(LIVE|CRED)-");
        }
    }
}
