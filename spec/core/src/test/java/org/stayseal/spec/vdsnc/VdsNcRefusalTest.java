package org.stayseal.spec.vdsnc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.permit.BirthDate;
import org.stayseal.spec.permit.SamplePermits;
import org.stayseal.spec.signing.SignatureAlgorithm;
import org.stayseal.spec.signing.SoftwareSigner;
import org.stayseal.spec.signing.TestKeys;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a VDS-NC may be and no more, at the last value that is read and the first that is not (docs 22). */
class VdsNcRefusalTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final SoftwareSigner SIGNER = TestKeys.signer("secp256r1", 0x21);
    private static final String CODE = new String(
            VdsNcEncoder.prepare(SamplePermits.full(), LocalDate.of(2026, 11, 22), SIGNER.certificate())
                    .sign(SIGNER),
            StandardCharsets.UTF_8);

    @Test
    void whatIsReadIsWhatStandsThere() throws Exception {
        VdsNc read = decode(CODE);
        assertThat(read.header()).isEqualTo(new VdsNc.Header("uto.residence-permit", 1, "UTO"));
        assertThat(read.type())
                .contains(VdsNcTypes.standard().residencePermit("UTO").orElseThrow());
        assertThat(read.algorithm()).isEqualTo(SignatureAlgorithm.ES256);
        assertThat(read.certificate()).isEqualTo(SIGNER.certificate().getEncoded());
        assertThat(read.certificateDigest()).isEqualTo(sha256(read.certificate()));
        assertThat(read.names(SIGNER.certificate())).isTrue();
        assertThat(read.names(TestKeys.signer("secp256r1", 0x22).certificate())).isFalse();
        assertThat(read.features()).isEmpty();
        assertThat(read).hasToString("VDS-NC uto.residence-permit of UTO");
        PermitContent permit = read.permit().orElseThrow();
        assertThat(permit.number()).contains("UT1234567");
        assertThat(permit.surname()).contains("Muster");
        assertThat(permit.givenNames()).contains("Olena Vera");
        assertThat(permit.birthDate()).contains(new BirthDate(1985, 3, 0));
        assertThat(permit.nationality()).contains("XXA");
        assertThat(permit.travelDocumentNumber()).contains("P4711");
        assertThat(permit.travelDocumentIssuer()).contains("XXB");
        assertThat(permit.rightFrom()).isEqualTo(LocalDate.of(2026, 11, 22));
        assertThat(permit.issueDate()).isEqualTo(LocalDate.of(2026, 11, 22));
        assertThat(permit.work().conditions()).contains("Engineering at Harbour Works only");
    }

    @Test
    void theIdentityIsTheHashOfTheSignedBytesAndR() throws Exception {
        VdsNc read = decode(CODE);
        byte[] hashed = Arrays.copyOf(read.signedBytes(), read.signedBytes().length + 32);
        System.arraycopy(read.signature(), 0, hashed, read.signedBytes().length, 32);
        assertThat(read.identity()).isEqualTo(Arrays.copyOf(sha256(hashed), 16));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{}", " {\"data\":1,\"sig\":1}", "{\"data\":1}", "{\"sig\":1}", "data sig"})
    void aTextThatIsNoObjectWithDataAndSigIsNoVdsNc(String text) {
        assertThat(VdsNcDecoder.looksLikeVdsNc(text.getBytes(StandardCharsets.UTF_8)))
                .isFalse();
        refused(text, FormatException.Kind.NOT_A_PERMIT, "NC-1");
    }

    @Test
    void aCodeOfTheMostBytesIsReadAndOneMoreIsNot() throws FormatException {
        String longest = CODE + " ".repeat(4296 - CODE.length());
        assertThat(decode(longest).permit()).isPresent();
        refused(longest + " ", FormatException.Kind.WRONG_FORMAT, "NC-2");
    }

    @ParameterizedTest
    @CsvSource({
        "/data/hdr/t, uto, NC-6",
        "/data/hdr/t, UTO.residence-permit, NC-6",
        "/data/hdr/t, a.b.c.d.e.f.g.h.i, NC-6",
        "/data/hdr/is, uto, NC-6",
        "/data/hdr/is, UT, NC-6",
        "/data/hdr/is, UTA, NC-16",
        "/sig/cer, '', NC-8",
        "/sig/cer, A, NC-8",
        "/sig/cer, AA+A, NC-8",
        "/sig/cer, AB, NC-8",
        "/sig/sigvl, '', NC-8",
    })
    void aHeaderOrASignatureOutOfItsFormIsRefused(String path, String value, String rule) {
        refused(with(path, value), FormatException.Kind.WRONG_FORMAT, rule);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1000", "-1", "1.5", "\"1\"", "2147483648", "null"})
    void aVersionIsAWholeNumberFrom1To999(String version) {
        refused(CODE.replace("\"v\":1", "\"v\":" + version), FormatException.Kind.WRONG_FORMAT, "NC-6");
    }

    @Test
    void aVersionThatTheTypeDoesNotHaveIsUnsupported() {
        refused(CODE.replace("\"v\":1", "\"v\":2"), FormatException.Kind.UNSUPPORTED, "NC-16");
        refused(CODE.replace("\"v\":1", "\"v\":999"), FormatException.Kind.UNSUPPORTED, "NC-16");
    }

    @Test
    void anotherAlgorithmIsUnsupported() {
        refused(with("/sig/alg", "EdDSA"), FormatException.Kind.UNSUPPORTED, "NC-7");
        refused(with("/sig/alg", "none"), FormatException.Kind.UNSUPPORTED, "NC-7");
    }

    @Test
    void aCertificateMayHave2048BytesAndNotOneMore() throws FormatException {
        String most = Base64.getUrlEncoder().withoutPadding().encodeToString(new byte[2048]);
        assertThat(decode(with("/sig/cer", most)).certificate()).hasSize(2048);
        String more = Base64.getUrlEncoder().encodeToString(new byte[2049]);
        refused(with("/sig/cer", more), FormatException.Kind.WRONG_FORMAT, "NC-8");
        String one = Base64.getUrlEncoder().encodeToString(new byte[1]);
        assertThat(decode(with("/sig/cer", one)).certificate()).hasSize(1);
    }

    @Test
    void aTypeNameHas64CharactersAtMost() throws FormatException {
        String longest = "a." + "b".repeat(62);
        assertThat(decode(with("/data/hdr/t", longest)).header().type()).isEqualTo(longest);
        refused(with("/data/hdr/t", longest + "b"), FormatException.Kind.WRONG_FORMAT, "NC-6");
    }

    @ParameterizedTest
    @CsvSource({
        "permitNumber, ABCDEFGHI, true",
        "permitNumber, ABCDEFGHIJ, false",
        "permitNumber, ab, false",
        "permitNumber, '', false",
        "surname, '', false",
        "surname, 'e\u0301', false", // not composed
        "surname, 'a\u0007b', false",
        "birthDate, 1985-00-00, true",
        "birthDate, 0000-00-00, true",
        "birthDate, 1985-13-00, false",
        "birthDate, 19850300, false",
        "sex, X, true",
        "sex, N, false",
        "nationality, D, true",
        "nationality, DEU, true",
        "nationality, DE, false",
        "nationality, de, false",
        "rightUntil, unlimited, true",
        "rightUntil, Unlimited, false",
        "rightFrom, unlimited, false",
        "rightFrom, 1900-01-01, true",
        "rightFrom, 1899-12-31, false",
        "rightUntil, 2999-12-31, true",
        "rightUntil, 3000-01-01, false",
        "rightFrom, 2026-02-29, false",
        "category, Blue-card, false",
        "work, some, false",
        "travelDocumentIssuer, XX, false",
    })
    void aMemberHasItsForm(String member, String value, boolean good) throws FormatException {
        String code = with("/data/msg/" + member, value);
        if (good) {
            assertThat(decode(code).permit().orElseThrow().values()).containsEntry(member, value);
        } else {
            refused(code, FormatException.Kind.WRONG_FORMAT, "NC-22");
        }
    }

    @Test
    void aTextIsCountedInBytesAndMayHaveAsManyAsItsRowSays() throws FormatException {
        String longest = "ü".repeat(60);
        assertThat(decode(with("/data/msg/surname", longest))
                        .permit()
                        .orElseThrow()
                        .surname())
                .contains(longest);
        refused(with("/data/msg/surname", longest + "u"), FormatException.Kind.WRONG_FORMAT, "NC-22");
    }

    @Test
    void aCategoryThatIsNotListedIsUnsupported() {
        refused(with("/data/msg/category", "future"), FormatException.Kind.UNSUPPORTED, "NC-22");
    }

    @ParameterizedTest
    @CsvSource({
        "documentUntil, 2026-11-21, false",
        "documentUntil, 2026-11-22, true",
        "documentUntil, 2036-11-23, true", // ten years and a day are 3654 days here
        "documentUntil, 2036-11-24, false",
        "signedOn, 2030-11-21, true",
        "signedOn, 2030-11-22, false",
        "rightUntil, 2026-11-22, true",
        "rightUntil, 2026-11-21, false",
    })
    void datesDoNotContradictEachOther(String member, String value, boolean good) throws FormatException {
        String code = with("/data/msg/" + member, value);
        if (good) {
            assertThat(decode(code).permit()).isPresent();
        } else {
            refused(code, FormatException.Kind.WRONG_FORMAT, "NC-25");
        }
    }

    @Test
    void conditionsAndTheTravelDocumentStandTogetherWithWhatTheyBelongTo() {
        refused(with("/data/msg/work", "any"), FormatException.Kind.WRONG_FORMAT, "NC-23");
        refused(CODE.replace("\"travelDocumentIssuer\":\"XXB\",", ""), FormatException.Kind.WRONG_FORMAT, "NC-24");
        refused(with("/data/msg/shoeSize", "43"), FormatException.Kind.WRONG_FORMAT, "NC-21");
        refused(CODE.replace("\"UT1234567\"", "1"), FormatException.Kind.WRONG_FORMAT, "NC-21");
    }

    @Test
    void aTypeThatIsNotListedIsShownByPathWithEveryScalar() throws FormatException {
        String msg = "{\"b\":[true,{\"c\":null}],\"a\":{\"x\":\"y\"},\"n\":-7}";
        String code = with("/data/hdr/t", "uto.library-card").replaceFirst("\"msg\":\\{[^}]*}", "\"msg\":" + msg);
        VdsNc read = decode(code);
        assertThat(read.type()).isEmpty();
        assertThat(read.permit()).isEmpty();
        assertThat(read.features())
                .containsExactly(
                        Map.entry("a.x", "y"),
                        Map.entry("b.0", "true"),
                        Map.entry("b.1.c", "null"),
                        Map.entry("n", "-7"));
        refused(code.replace(":-7", ":0.5"), FormatException.Kind.UNSUPPORTED, "NC-4");
        refused(
                code.replaceFirst("\"msg\":\\{", "\"msg\":[{").replace("-7}", "-7}]"),
                FormatException.Kind.WRONG_FORMAT,
                "NC-5");
    }

    @Test
    void icaosTypesAreNoResidencePermits() {
        VdsNcTypes types = VdsNcTypes.standard();
        assertThat(types.find("icao.vacc").orElseThrow().isResidencePermit()).isFalse();
        assertThat(types.find("uto.residence-permit").orElseThrow().isResidencePermit())
                .isTrue();
        assertThat(types.all()).extracting(VdsNcType::type).contains("icao.vacc", "icao.test", "uto.residence-permit");
        assertThat(types.residencePermit("UTA")).isEqualTo(Optional.empty());
    }

    private static VdsNc decode(String code) throws FormatException {
        return VdsNcDecoder.decode(code.getBytes(StandardCharsets.UTF_8));
    }

    private static void refused(String code, FormatException.Kind kind, String rule) {
        assertThatThrownBy(() -> decode(code)).isInstanceOfSatisfying(FormatException.class, e -> {
            assertThat(e.rule()).as(e.getMessage()).isEqualTo(rule);
            assertThat(e.kind()).isEqualTo(kind);
        });
    }

    /** The code with another text at this path. */
    private static String with(String path, String text) {
        ObjectNode code = (ObjectNode) JSON.readTree(CODE);
        int last = path.lastIndexOf('/');
        ((ObjectNode) code.at(path.substring(0, last))).put(path.substring(last + 1), text);
        return JSON.writeValueAsString(code);
    }

    private static byte[] sha256(byte[] bytes) throws Exception {
        return MessageDigest.getInstance("SHA-256").digest(bytes);
    }
}
