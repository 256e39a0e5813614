package org.stayseal.operator;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import org.stayseal.spec.signing.Crypto;
import org.stayseal.spec.signing.MlDsa65;
import org.stayseal.spec.trust.SecondKey;
import org.stayseal.spec.trust.TrustKey;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The public key that somebody handed in for a root or a list: a JWK or PEM, as {@code trust key show} writes them. */
final class PublicKeyFile {

    private static final int MAX_BYTES = 65_536;

    private PublicKeyFile() {}

    static TrustKey key(Path file) throws CommandFailed {
        String text = text(file);
        try {
            if (text.startsWith("{")) {
                if (JWK.parse(text) instanceof ECKey key && !key.isPrivate()) {
                    return TrustKey.of(key.toECPublicKey(Crypto.provider()));
                }
                throw wrong(file);
            }
            String base64 =
                    text.replaceAll("-----(BEGIN|END) PUBLIC KEY-----", "").replaceAll("\\s", "");
            PublicKey key = KeyFactory.getInstance("EC", Crypto.provider())
                    .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(base64)));
            return TrustKey.of(key);
        } catch (java.text.ParseException
                | com.nimbusds.jose.JOSEException
                | java.security.GeneralSecurityException
                | RuntimeException e) {
            throw wrong(file);
        }
    }

    static SecondKey second(Path file) throws CommandFailed {
        try {
            JsonNode json = JsonMapper.shared().readTree(text(file));
            if (!json.path("kty").asString("").equals("AKP")
                    || !json.path("alg").asString("").equals(MlDsa65.JOSE_NAME)
                    || json.has("priv")) {
                throw wrongSecond(file);
            }
            return SecondKey.of(Base64.getUrlDecoder().decode(json.path("pub").asString("")));
        } catch (RuntimeException e) {
            throw wrongSecond(file);
        }
    }

    /** The thumbprint of a key of either kind. */
    static String thumbprint(Path file) throws CommandFailed {
        return text(file).contains("\"AKP\"") ? second(file).kid() : key(file).kid();
    }

    private static String text(Path file) throws CommandFailed {
        return new String(InputFile.read(file, MAX_BYTES), StandardCharsets.UTF_8).strip();
    }

    private static CommandFailed wrong(Path file) {
        return new CommandFailed(
                Exit.REFUSED,
                file + " is no public key on P-256 or P-384",
                "have its holder write it: trust key show --jwk --key … > " + file);
    }

    private static CommandFailed wrongSecond(Path file) {
        return new CommandFailed(
                Exit.REFUSED,
                file + " is no public key of ML-DSA-65",
                "have its holder write it: trust key show --jwk --key … > " + file);
    }
}
