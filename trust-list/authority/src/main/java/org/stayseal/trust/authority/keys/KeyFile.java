package org.stayseal.trust.authority.keys;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.signing.Crypto;
import org.stayseal.spec.signing.MlDsa65Signer;
import org.stayseal.spec.signing.SignatureAlgorithm;
import org.stayseal.spec.signing.SoftwareSigner;
import org.stayseal.trust.reader.DurableFiles;

/** Keys in files: PKCS#12 with one key, or, for a second key, what {@link SecondKeyFile} writes. Nothing is ever overwritten. */
final class KeyFile {

    private static final String ALIAS = "key";
    private static final int MAX_BYTES = 1 << 20;

    private KeyFile() {}

    static HeldKey open(KeyPlace.InFile place, Secrets secrets) throws KeyFault {
        byte[] content = content(place.path());
        char[] password = secrets.secret(place);
        try {
            return isPem(content) ? SecondKeyFile.open(place, content, password) : openPkcs12(place, content, password);
        } finally {
            Arrays.fill(password, '\0');
        }
    }

    static HeldKey make(KeyPlace.InFile place, KeyKind kind, Secrets secrets, Instant now) throws KeyFault {
        boolean pem = place.path().toString().toLowerCase(Locale.ROOT).endsWith(".pem");
        if (pem != (kind == KeyKind.ML_DSA_65)) {
            throw new KeyFault(
                    "a key of " + kind.text() + " is not kept in a file of this kind: " + place,
                    "P-256 and P-384: name it something.p12; ML-DSA-65: something.pem");
        }
        if (Files.exists(place.path())) {
            throw there(place);
        }
        char[] password = secrets.secret(place);
        try {
            if (kind == KeyKind.ML_DSA_65) {
                MlDsa65Signer second = MlDsa65Signer.fresh(new SecureRandom());
                write(place, SecondKeyFile.write(second, password));
                return HeldKey.of(place, second);
            }
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", Crypto.provider());
            generator.initialize(new ECGenParameterSpec(kind.curve()), new SecureRandom());
            KeyPair pair = generator.generateKeyPair();
            X509Certificate certificate = KeyCertificate.of(
                    label(place.path()),
                    pair.getPublic(),
                    CertificateSigner.of(pair.getPublic(), new BareKey(pair)::sign),
                    now);
            write(place, pkcs12(pair.getPrivate(), certificate, password));
            return HeldKey.of(place, SoftwareSigner.of(pair.getPrivate(), certificate));
        } catch (GeneralSecurityException | IOException e) {
            throw new KeyFault("the key cannot be written to " + place, "check the folder and the space on the disk");
        } finally {
            Arrays.fill(password, '\0');
        }
    }

    /** Signs before there is a certificate. */
    private record BareKey(KeyPair pair) {
        byte[] sign(byte[] message) {
            return EcdsaSigning.raw(pair.getPrivate(), pair.getPublic(), Crypto.provider(), message);
        }
    }

    private static HeldKey openPkcs12(KeyPlace.InFile place, byte[] content, char[] password) throws KeyFault {
        KeyStore store;
        try {
            store = KeyStore.getInstance("PKCS12");
            store.load(new ByteArrayInputStream(content), password);
        } catch (IOException | GeneralSecurityException e) {
            boolean wrong = e.getCause() instanceof java.security.UnrecoverableKeyException;
            throw new KeyFault(
                    wrong ? "the password does not open " + place : place + " is not a PKCS#12 file that can be read",
                    wrong
                            ? "check the password; after a mistyped one nothing is locked"
                            : "give a .p12 file, an encrypted .pem, or pkcs11:…");
        }
        try {
            List<String> keys = Collections.list(store.aliases()).stream()
                    .filter(alias -> isKey(store, alias))
                    .toList();
            if (keys.size() != 1) {
                throw new KeyFault(
                        place + " holds " + keys.size() + " keys instead of one", "keep each key in a file of its own");
            }
            Key stored = store.getKey(keys.get(0), password);
            Certificate certificate = store.getCertificate(keys.get(0));
            if (stored == null || certificate == null) {
                throw new KeyFault(place + " holds no key with its certificate", "give a .p12 file with both");
            }
            X509Certificate read = Crypto.certificate(certificate.getEncoded());
            if (SignatureAlgorithm.ofKey(read.getPublicKey())
                    .filter(SignatureAlgorithm::signsCertificates)
                    .isEmpty()) {
                throw new KeyFault(
                        "the key in " + place + " is on neither P-256 nor P-384", "make another with: trust key new");
            }
            PrivateKey key = KeyFactory.getInstance("EC", Crypto.provider())
                    .generatePrivate(new PKCS8EncodedKeySpec(stored.getEncoded()));
            return HeldKey.of(place, SoftwareSigner.of(key, read));
        } catch (GeneralSecurityException | FormatException | IllegalArgumentException e) {
            throw new KeyFault(
                    "the key in " + place + " cannot be used",
                    "its password must be that of the file, and its certificate its own");
        }
    }

    private static boolean isKey(KeyStore store, String alias) {
        try {
            return store.isKeyEntry(alias);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a store that was loaded answers", e);
        }
    }

    private static byte[] pkcs12(PrivateKey key, X509Certificate certificate, char[] password)
            throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry(ALIAS, key, password, new Certificate[] {certificate});
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        store.store(out, password);
        return out.toByteArray();
    }

    private static void write(KeyPlace.InFile place, byte[] content) throws IOException, KeyFault {
        Path file = place.path().toAbsolutePath();
        Path parent = file.getParent();
        if (parent == null || !Files.isDirectory(parent)) {
            throw new KeyFault("there is no folder for " + place, "make it first");
        }
        Path next = parent.resolve(file.getFileName() + ".new");
        Files.deleteIfExists(next);
        DurableFiles.writeNew(next, content);
        try {
            // A link, unlike a rename, does not replace what somebody put there meanwhile.
            Files.createLink(file, next);
        } catch (FileAlreadyExistsException e) {
            throw there(place);
        } finally {
            Files.deleteIfExists(next);
        }
        DurableFiles.flushFolder(parent);
    }

    private static KeyFault there(KeyPlace.InFile place) {
        return new KeyFault(place + " is there already", "nothing is overwritten; name another file");
    }

    private static byte[] content(Path file) throws KeyFault {
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw new KeyFault(file + " is too long for a key", "give a .p12 file, or an encrypted .pem");
            }
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new KeyFault("the key file " + file + " is not there", "check the path");
        } catch (IOException e) {
            throw new KeyFault("the key file " + file + " cannot be read", "check its permissions");
        }
    }

    private static boolean isPem(byte[] content) {
        return content.length > 0 && content[0] == '-';
    }

    private static String label(Path file) {
        Path name = file.getFileName();
        return name == null ? "key" : name.toString().replaceFirst("\\.[^.]*$", "");
    }
}
