package org.stayseal.bench;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Supplier;
import java.util.zip.Deflater;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.bytes.Base32;
import org.stayseal.spec.bytes.Base45;
import org.stayseal.spec.bytes.BoundedInflate;
import org.stayseal.spec.cwt.CoseSign1;
import org.stayseal.spec.permit.Mrz;
import org.stayseal.spec.registry.Reason;
import org.stayseal.spec.signing.Crypto;
import org.stayseal.spec.status.StatusListCwt;
import org.stayseal.spec.status.StatusListJwt;
import org.stayseal.spec.trust.DocumentKind;
import org.stayseal.spec.trust.RoleKeys;
import org.stayseal.spec.trust.SignedDocument;
import org.stayseal.spec.trust.TrustKey;
import org.stayseal.spec.verify.Asked;
import org.stayseal.spec.verify.StatusSource;
import org.stayseal.spec.verify.TrustSource;
import org.stayseal.spec.verify.Verifier;

/** Bombs for codes and lists: lengths that lie, nesting without end, streams that unpack to much. */
final class Bombs {

    private static final String URI = "https://status.example/status/0";
    private static final int LIST = DocumentKind.TRUST_LIST.maxBytes();
    private static final Verifier VERIFIER =
            new Verifier(TrustSource.none("none"), StatusSource.none(), Clock.systemUTC());

    private static final RoleKeys ROLE = role();

    private Bombs() {}

    static List<Bomb> ofCodes() {
        return List.of(
                code("credential: zlib stream of 2 MB of zeros", () -> credential(deflated(2_000_000))),
                code("credential: CBOR arrays nested 8,000 deep", () -> cose(repeated("81", 8_000))),
                code("credential: CBOR maps nested 8,000 deep", () -> cose(repeated("a100", 4_000))),
                code("credential: CBOR array said to have 2^63-1 elements", () -> cose(hex("9b7fffffffffffffff"))),
                code("credential: CBOR array said to have 2^31-1 elements", () -> cose(hex("9a7fffffff"))),
                code("credential: CBOR byte string said to have 2^64-1 bytes", () -> cose(hex("5bffffffffffffffff"))),
                code("credential: CBOR text said to have 2^31-1 bytes", () -> cose(hex("7a7fffffff"))),
                code(
                        "credential: CBOR map of 4,000 equal keys",
                        () -> cose(join(hex("b90fa0"), repeated("0000", 4_000)))),
                code("credential: text of 20 MB", () -> join(ascii("RP1:"), filled(20_000_000, 'A'))),
                code("seal: feature said to have 2^31-1 bytes", () -> seal("02847fffffff")),
                code("seal: feature said to have 2^64-1 bytes", () -> seal("0288ffffffffffffffff")),
                code("seal: signature said to have 2^31-1 bytes", () -> seal("ff847fffffff")),
                code("seal: 1,500 features of no bytes", () -> seal("02".repeat(3_000))),
                code("seal of 20 MB", () -> join(hex("dc03"), new byte[20_000_000])),
                code("IDB: zlib stream of 2 MB of zeros", () -> idb('C', deflated(2_000_000))),
                code("IDB: message group said to have 2^31-1 bytes", () -> idb('A', hex("d9c561847fffffff"))),
                code("IDB: message said to have 2^32-1 bytes", () -> idb('A', hex("d9c561068084ffffffff"))),
                code("IDB: text of 20 MB", () -> join(ascii("RDB1A"), filled(20_000_000, 'A'))),
                code("VDS-NC: JSON arrays nested 4,000 deep", () -> vdsNc("{\"a\":" + "[".repeat(4_000))),
                code("VDS-NC: JSON objects nested 800 deep", () -> vdsNc("{\"a\":".repeat(800))),
                code("VDS-NC: number of 4,000 digits", () -> vdsNc("{\"a\":" + "9".repeat(4_000) + "}")),
                code("VDS-NC: number with the exponent 999,999,999", () -> vdsNc("{\"a\":1e999999999}")),
                code("VDS-NC: text of 20 MB", () -> join(ascii("{\"data\":0,\"sig\":\""), filled(20_000_000, 'A'))));
    }

    static List<Bomb> ofLists() {
        return List.of(
                format(
                        "status list, CWT: zlib stream of 1 GB of zeros",
                        () -> statusCwt(deflated(1_000_000_000)),
                        token -> StatusListCwt.read(token, URI)),
                format(
                        "status list, JWT: zlib stream of 1 GB of zeros",
                        () -> statusJwt(deflated(1_000_000_000)),
                        token -> StatusListJwt.read(new String(token, StandardCharsets.US_ASCII), URI)),
                format("trust list: JSON arrays nested 8 million deep", () -> filled(LIST, '['), Bombs::list),
                format("trust list: 6 million brackets as payload", () -> payload(filled(6_000_000, '[')), Bombs::list),
                format(
                        "trust list: 6 million brackets signed by 16 strangers",
                        () -> strangers(filled(6_000_000, '[')),
                        Bombs::list),
                format("trust list: number of 8 million digits", () -> number(8_000_000), Bombs::list),
                format("trust list: one byte more than allowed", () -> filled(LIST + 1, ' '), Bombs::list),
                format(
                        "certificate: DER sequences nested 8,000 deep",
                        () -> repeated("3080", 8_000),
                        Crypto::certificate),
                format(
                        "certificate said to have 2^31-1 bytes",
                        () -> hex("30847fffffff30847fffffff"),
                        Crypto::certificate),
                format(
                        "machine readable zone of 20 MB",
                        () -> filled(20_000_000, '<'),
                        zone -> Mrz.parse(new String(zone, StandardCharsets.US_ASCII))));
    }

    /** Refuses by the one exception for broken formats. */
    private interface Decoder {
        Object decode(byte[] bytes) throws FormatException;
    }

    private static Bomb format(String name, Supplier<byte[]> made, Decoder decoder) {
        return new Bomb(name, made, bytes -> {
            try {
                decoder.decode(bytes);
                return false;
            } catch (FormatException e) {
                return true;
            }
        });
    }

    private static Bomb code(String name, Supplier<byte[]> made) {
        return new Bomb(
                name,
                made,
                code -> VERIFIER.verify(code, Asked.residence())
                        .reason()
                        .filter(reason -> reason == Reason.WRONG_FORMAT || reason == Reason.UNSUPPORTED)
                        .isPresent());
    }

    private static byte[] payload(byte[] inside) {
        return ascii("{\"payload\":\"" + base64(inside) + "\",\"signatures\":[]}");
    }

    /** As many signatures as may be, each of its own key, none of them one that anybody knows. */
    private static byte[] strangers(byte[] inside) {
        StringBuilder signatures = new StringBuilder();
        for (int i = 0; i < 16; i++) {
            String header = "{\"alg\":\"ES256\",\"kid\":\"" + i + "\",\"typ\":\"rp-trust-list+jws\"}";
            signatures.append(i == 0 ? "" : ",").append("{\"protected\":\"").append(base64(ascii(header)));
            signatures
                    .append("\",\"signature\":\"")
                    .append(base64(new byte[64]))
                    .append("\"}");
        }
        return ascii("{\"payload\":\"" + base64(inside) + "\",\"signatures\":[" + signatures + "]}");
    }

    private static byte[] number(int digits) {
        return join(ascii("{\"payload\":"), filled(digits, '9'), ascii("}"));
    }

    private static Object list(byte[] utf8) throws FormatException {
        SignedDocument document = SignedDocument.read(utf8, DocumentKind.TRUST_LIST);
        document.requireAcceptedBy(ROLE);
        return document;
    }

    /** The key of a role that signed none of it. */
    private static RoleKeys role() {
        try {
            KeyPairGenerator keys = KeyPairGenerator.getInstance("EC", Crypto.provider());
            keys.initialize(256);
            return RoleKeys.single(TrustKey.of(keys.generateKeyPair().getPublic()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] credential(byte[] stream) {
        return ascii("RP1:" + Base45.encode(stream));
    }

    /** A credential whose payload is this. */
    private static byte[] cose(byte[] payload) {
        byte[] header = hex("a301260448000000000000000010"
                + "78206170706c69636174696f6e2f7265736964656e63652d7065726d69742b637774");
        return credential(BoundedInflate.deflate(CoseSign1.write(header, payload, new byte[64])));
    }

    private static byte[] seal(String zone) {
        return hex("dc03d9c5d9cac8a73a990f71340f7134fb06" + zone);
    }

    private static byte[] idb(char flag, byte[] content) {
        return ascii("RDB1" + flag + Base32.encode(content));
    }

    private static byte[] vdsNc(String msg) {
        return ascii("{\"data\":{\"hdr\":{\"t\":\"icao.test\",\"v\":1,\"is\":\"UTO\"},\"msg\":" + msg
                + "},\"sig\":{\"alg\":\"ES256\",\"cer\":\"MAA\",\"sigvl\":\"" + "A".repeat(86) + "\"}}");
    }

    private static byte[] statusCwt(byte[] stream) {
        byte[] header = hex("a2012610" + "781a6170706c69636174696f6e2f7374617475736c6973742b637774");
        com.upokecenter.cbor.CBORObject list =
                com.upokecenter.cbor.CBORObject.NewOrderedMap().Add("bits", 1).Add("lst", stream);
        byte[] payload = com.upokecenter.cbor.CBORObject.NewOrderedMap()
                .Add(2, URI)
                .Add(4, 1_800_000_000)
                .Add(6, 1_790_000_000)
                .Add(65533, list)
                .EncodeToBytes();
        return CoseSign1.write(header, payload, new byte[64]);
    }

    private static byte[] statusJwt(byte[] stream) {
        String header = "{\"alg\":\"ES256\",\"typ\":\"statuslist+jwt\"}";
        String payload =
                "{\"sub\":\"" + URI + "\",\"iat\":1790000000,\"exp\":1800000000,\"status_list\":{\"bits\":1,\"lst\":\""
                        + base64(stream) + "\"}}";
        return ascii(base64(ascii(header)) + "." + base64(ascii(payload)) + "." + base64(new byte[64]));
    }

    /** A zlib stream of so many zeros. */
    private static byte[] deflated(int zeros) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] chunk = new byte[65_536];
        byte[] buffer = new byte[65_536];
        for (long left = zeros; left > 0; left -= chunk.length) {
            deflater.setInput(chunk, 0, (int) Math.min(left, chunk.length));
            drain(deflater, buffer, out);
        }
        deflater.finish();
        drain(deflater, buffer, out);
        deflater.end();
        return out.toByteArray();
    }

    private static void drain(Deflater deflater, byte[] buffer, ByteArrayOutputStream out) {
        for (int count = deflater.deflate(buffer); count > 0; count = deflater.deflate(buffer)) {
            out.write(buffer, 0, count);
        }
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    static byte[] filled(int length, char with) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) with);
        return bytes;
    }

    static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }

    private static byte[] repeated(String digits, int times) {
        return hex(digits.repeat(times));
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
