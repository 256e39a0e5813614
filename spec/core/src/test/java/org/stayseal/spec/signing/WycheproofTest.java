package org.stayseal.spec.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.interfaces.ECPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stayseal.spec.Conformance;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * All ECDSA cases of Wycheproof over the curves that permits, lists and authorities are signed with, each answered as its {@code result} says.
 *
 * <p>The raw cases go through the door of seals, credentials and lists. The DER cases go through both doors that a signature in DER has here: the
 * provider, which checks certificates and revocation lists, and {@link RawSignatures#fromDer}, through which signers' own answers come. No case of these
 * files is marked {@code acceptable}; should a later edition have one, it is refused here, since nothing that we read needs lenience.
 */
class WycheproofTest {

    /** Cases of each file of the edition at hand: not one is left out. */
    private static final List<Cases> RAW = List.of(
            new Cases("secp256r1_sha256_p1363", 262),
            new Cases("secp384r1_sha384_p1363", 280),
            new Cases("secp521r1_sha512_p1363", 318),
            new Cases("brainpoolP256r1_sha256_p1363", 261),
            new Cases("brainpoolP384r1_sha384_p1363", 292),
            new Cases("brainpoolP512r1_sha512_p1363", 337));

    private static final List<Cases> DER = List.of(
            new Cases("secp256r1_sha256", 484),
            new Cases("secp384r1_sha384", 504),
            new Cases("secp521r1_sha512", 542),
            new Cases("brainpoolP256r1_sha256", 485),
            new Cases("brainpoolP384r1_sha384", 516),
            new Cases("brainpoolP512r1_sha512", 559));

    record Cases(String name, int number) {}

    /** Whether a signature is good, by one of the doors. */
    private interface Door {
        boolean verifies(PublicKey key, String hash, byte[] message, byte[] signature) throws GeneralSecurityException;
    }

    static Stream<Cases> raw() {
        return RAW.stream();
    }

    static Stream<Cases> der() {
        return DER.stream();
    }

    @Test
    void thereAre4840CasesAndEachIsRun() {
        assertThat(Stream.concat(raw(), der()).mapToInt(Cases::number).sum()).isEqualTo(4840);
    }

    @ParameterizedTest
    @MethodSource("raw")
    void everyRawCaseIsAnsweredAsItsResultSays(Cases cases) throws Exception {
        run(cases, RawSignatures::verify);
    }

    @ParameterizedTest
    @MethodSource("der")
    void everyDerCaseIsAnsweredAsItsResultSaysWhereCertificatesAreChecked(Cases cases) throws Exception {
        run(cases, WycheproofTest::verifiesAsInCertificates);
    }

    @ParameterizedTest
    @MethodSource("der")
    void everyDerCaseIsAnsweredAsItsResultSaysWhereSignersAnswersAreRead(Cases cases) throws Exception {
        run(cases, WycheproofTest::verifiesAsFromSigners);
    }

    private static boolean verifiesAsInCertificates(PublicKey key, String hash, byte[] message, byte[] signature)
            throws GeneralSecurityException {
        Signature provider = Signature.getInstance(RawSignatures.jcaName(hash, "ECDSA"), Crypto.provider());
        provider.initVerify(key);
        provider.update(message);
        try {
            return provider.verify(signature);
        } catch (SignatureException e) {
            return false;
        }
    }

    private static boolean verifiesAsFromSigners(PublicKey key, String hash, byte[] message, byte[] signature) {
        byte[] raw;
        try {
            raw = RawSignatures.fromDer(((ECPublicKey) key).getParams().getOrder(), signature);
        } catch (IllegalArgumentException e) {
            return false;
        }
        return RawSignatures.verify(key, hash, message, raw);
    }

    private static void run(Cases cases, Door door) throws Exception {
        Path file = Conformance.path("wycheproof/ecdsa_" + cases.name() + "_test.json");
        JsonNode all = JsonMapper.shared().readTree(Files.readString(file));
        List<String> wrong = new ArrayList<>();
        int count = 0;
        for (JsonNode group : all.required("testGroups")) {
            PublicKey key = KeyFactory.getInstance("EC", Crypto.provider())
                    .generatePublic(new X509EncodedKeySpec(hex(group, "publicKeyDer")));
            String hash = group.required("sha").stringValue();
            for (JsonNode test : group.required("tests")) {
                count++;
                boolean good = test.required("result").stringValue().equals("valid");
                if (door.verifies(key, hash, hex(test, "msg"), hex(test, "sig")) != good) {
                    wrong.add(test.required("tcId") + " " + test.required("comment"));
                }
            }
        }
        assertThat(count)
                .isEqualTo(cases.number())
                .isEqualTo(all.required("numberOfTests").intValue());
        assertThat(wrong).isEmpty();
    }

    private static byte[] hex(JsonNode node, String field) {
        return HexFormat.of().parseHex(node.required(field).stringValue());
    }
}
