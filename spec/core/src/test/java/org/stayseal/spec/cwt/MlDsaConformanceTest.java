package org.stayseal.spec.cwt;

import static org.assertj.core.api.Assertions.assertThat;

import com.upokecenter.cbor.CBORObject;
import java.nio.file.Files;
import java.util.HexFormat;
import org.bouncycastle.crypto.params.MLDSAParameters;
import org.bouncycastle.crypto.params.MLDSAPublicKeyParameters;
import org.bouncycastle.crypto.signers.MLDSASigner;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stayseal.spec.Conformance;
import org.stayseal.spec.bytes.Hex;
import org.stayseal.spec.signing.SignatureAlgorithm;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Messages signed with ML-DSA (RFC 9964): the envelope reads them and gives the bytes that were signed. No format of ours names the algorithm, so that the library
 * verifies here and a reader answers {@code UNSUPPORTED} (CRED-18).
 */
class MlDsaConformanceTest {

    private static final CoseSign1.Rules RULES = new CoseSign1.Rules("X-1", "X-1", "X-2");

    @ParameterizedTest
    @CsvSource({"44, -48", "65, -49", "87, -50"})
    void verifiesOverTheBytesThatTheEnvelopeGives(String set, int algorithm) throws Exception {
        JsonNode example =
                JsonMapper.shared().readTree(Files.readString(Conformance.path("ml-dsa/ML_DSA_" + set + ".cose.json")));
        CoseSign1 message = CoseSign1.read(
                HexFormat.of().parseHex(example.required("sign1").stringValue()), StrictCbor.Keys.IN_ANY_ORDER, RULES);
        assertThat(message.protectedHeader().get(Forged.key(1)).AsInt32Value()).isEqualTo(algorithm);
        assertThat(SignatureAlgorithm.ofCose(algorithm)).isEmpty();
        assertThat(Hex.encode(message.toBeSigned()))
                .isEqualTo(example.required("raw_to_be_signed").stringValue());
        CBORObject key = CBORObject.DecodeFromBytes(
                HexFormat.of().parseHex(example.required("key").stringValue()));
        byte[] publicKey = key.get(Forged.key(-1)).GetByteString();

        assertThat(verifies(set, publicKey, message.toBeSigned(), message.signature()))
                .isTrue();

        byte[] changed = message.toBeSigned();
        changed[changed.length - 1] ^= 1;
        assertThat(verifies(set, publicKey, changed, message.signature())).isFalse();
    }

    private static boolean verifies(String set, byte[] key, byte[] message, byte[] signature) {
        MLDSAParameters parameters = switch (set) {
            case "44" -> MLDSAParameters.ml_dsa_44;
            case "65" -> MLDSAParameters.ml_dsa_65;
            default -> MLDSAParameters.ml_dsa_87;
        };
        MLDSASigner verifier = new MLDSASigner();
        verifier.init(false, new MLDSAPublicKeyParameters(parameters, key));
        verifier.update(message, 0, message.length);
        return verifier.verifySignature(signature);
    }
}
