package org.stayseal.trust.authority;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.signing.Crypto;
import org.stayseal.trust.reader.DurableFiles;

/**
 * A hierarchy on the disk: one PKCS#12 store for each key, the password in a file beside them, everything for its owner only.
 *
 * <p>For trying out. Who can read the folder has every key; a production authority keeps them in tokens and in safes.
 */
final class HierarchyFolder {

    private static final String NOTE = """
            DEMO KEYS. Whoever can read this folder can sign permits of this demo authority.
            Never list a certificate from here in a production trust list.
            Lost: nothing that was signed with these keys can be revoked or renewed any more.
            """;
    private static final String ALIAS = "key";
    private static final String CONTINUATION_SIGNER = "continuation-signer";
    private static final long CONTINUATION_SERIAL = 0x12;

    private final Path folder;

    HierarchyFolder(Path folder) {
        this.folder = folder;
    }

    boolean exists() {
        return Files.exists(folder.resolve("root.json"));
    }

    /** The certificate of the demo's signer of continuations; none in a demo that was made before there were any. */
    Optional<X509Certificate> continuationSigner() throws IOException {
        Path file = folder.resolve(CONTINUATION_SIGNER + ".p12");
        return Files.exists(file) ? Optional.of(entry(file, password()).certificate()) : Optional.empty();
    }

    /** Writes a new hierarchy, with a signer of continuations beside it. The root comes last: until it is there, there is no hierarchy, and a start after a crash makes another. */
    void write(Hierarchy hierarchy, AuthorityProfile profile) throws IOException {
        DurableFiles.folder(folder);
        DurableFiles.replace(folder.resolve("DEMO-KEYS.txt"), NOTE.getBytes(StandardCharsets.UTF_8));
        byte[] secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        String password = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        DurableFiles.replace(folder.resolve("password"), password.getBytes(StandardCharsets.US_ASCII));
        for (KeyName name : KeyName.values()) {
            DurableFiles.replace(
                    folder.resolve(name.fileName() + ".p12"), store(hierarchy.entry(name), password.toCharArray()));
        }
        AuthorityKey key = KeySupply.fresh().key(KeyName.CREDENTIAL_SIGNER);
        FurtherSigner signer = FurtherSigner.ofContinuations(
                CONTINUATION_SIGNER, profile.countryName() + " continuation signer 1", CONTINUATION_SERIAL);
        Hierarchy.Entry entry = new Hierarchy.Entry(key, hierarchy.certificate(profile, signer, key.publicKey()));
        DurableFiles.replace(folder.resolve(CONTINUATION_SIGNER + ".p12"), store(entry, password.toCharArray()));
        DurableFiles.replace(folder.resolve("root.json"), hierarchy.rootDocument());
    }

    private char[] password() throws IOException {
        return Files.readString(folder.resolve("password"), StandardCharsets.US_ASCII)
                .toCharArray();
    }

    private static Hierarchy.Entry entry(Path file, char[] password) throws IOException {
        try {
            return entry(Files.readAllBytes(file), password);
        } catch (GeneralSecurityException | FormatException e) {
            throw new IOException("a key store cannot be opened with the password beside it: " + file, e);
        }
    }

    Hierarchy read() throws IOException {
        char[] password = password();
        Map<KeyName, Hierarchy.Entry> entries = new EnumMap<>(KeyName.class);
        for (KeyName name : KeyName.values()) {
            entries.put(name, entry(folder.resolve(name.fileName() + ".p12"), password));
        }
        Arrays.fill(password, '\0');
        return new Hierarchy(entries, Files.readAllBytes(folder.resolve("root.json")));
    }

    private static byte[] store(Hierarchy.Entry entry, char[] password) throws IOException {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry(
                    ALIAS, entry.key().pair().getPrivate(), password, new Certificate[] {entry.certificate()});
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            store.store(out, password);
            return out.toByteArray();
        } catch (GeneralSecurityException e) {
            throw new IOException("a key store cannot be written", e);
        }
    }

    private static Hierarchy.Entry entry(byte[] p12, char[] password)
            throws GeneralSecurityException, IOException, FormatException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(new ByteArrayInputStream(p12), password);
        PrivateKey stored = (PrivateKey) store.getKey(ALIAS, password);
        Certificate certificate = store.getCertificate(ALIAS);
        if (stored == null || certificate == null) {
            throw new IOException("a key store without its key");
        }
        // Through the one provider, which signs.
        PrivateKey key = KeyFactory.getInstance("EC", Crypto.provider())
                .generatePrivate(new PKCS8EncodedKeySpec(stored.getEncoded()));
        X509Certificate read = Crypto.certificate(certificate.getEncoded());
        return new Hierarchy.Entry(new AuthorityKey(new KeyPair(read.getPublicKey(), key), false), read);
    }
}
