package org.stayseal.issuer.tls;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.stayseal.spec.signing.Crypto;

/**
 * The server's key and certificate in a folder. The certificate is signed by an authority made for this one purpose, whose key is thrown away
 * at once: a device may be told to trust {@code ca.pem} and trusts nothing else by it.
 */
final class OwnCertificate {

    private static final String ALIAS = "server";
    private static final Duration LIFE = Duration.ofDays(397);
    private static final Duration RENEW_BEFORE = Duration.ofDays(30);

    private final Path folder;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    OwnCertificate(Path folder, Clock clock) {
        this.folder = folder;
        this.clock = clock;
    }

    Path keyStore() {
        return folder.resolve("server.p12");
    }

    Path authorityFile() {
        return folder.resolve("ca.pem");
    }

    /** Makes it when there is none, when it ends soon, or when the machine has got other names; returns the key store's password. */
    String ready(List<GeneralName> names) {
        try {
            Files.createDirectories(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            Path passwordFile = folder.resolve("password");
            if (Files.exists(passwordFile) && Files.exists(keyStore())) {
                String password = Files.readString(passwordFile, StandardCharsets.UTF_8);
                if (fits(password, names)) {
                    return password;
                }
            }
            byte[] secret = new byte[16];
            random.nextBytes(secret);
            String password = HexFormat.of().formatHex(secret);
            make(password, names);
            write(passwordFile, password.getBytes(StandardCharsets.UTF_8));
            return password;
        } catch (IOException | GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException("The certificate for https cannot be made in " + folder + ".", e);
        }
    }

    private boolean fits(String password, List<GeneralName> names) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keyStore())) {
            store.load(in, password.toCharArray());
        }
        if (!(store.getCertificate(ALIAS) instanceof X509Certificate certificate)
                || certificate.getSubjectAlternativeNames() == null) {
            return false;
        }
        List<String> has = certificate.getSubjectAlternativeNames().stream()
                .map(name -> String.valueOf(name.get(1)))
                .toList();
        boolean lasts =
                certificate.getNotAfter().toInstant().isAfter(clock.instant().plus(RENEW_BEFORE));
        return lasts && names.stream().map(OwnCertificate::text).allMatch(has::contains);
    }

    private static String text(GeneralName name) {
        return name.getTagNo() == GeneralName.dNSName ? name.getName().toString() : HostNames.text(name);
    }

    private void make(String password, List<GeneralName> names)
            throws IOException, GeneralSecurityException, OperatorCreationException {
        KeyPair authorityKey = key();
        X500Name authorityName =
                new X500Name("CN=Stayseal on this machine " + HexFormat.of().toHexDigits(random.nextInt()));
        X509v3CertificateBuilder authority = builder(authorityName, authorityName, authorityKey);
        authority.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
        authority.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign));
        X509Certificate authorityCertificate = sign(authority, authorityKey);

        KeyPair serverKey = key();
        X509v3CertificateBuilder server = builder(authorityName, new X500Name("CN=Stayseal issuer"), serverKey);
        server.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
        server.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
        server.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
        server.addExtension(
                Extension.subjectAlternativeName, false, new GeneralNames(names.toArray(GeneralName[]::new)));
        X509Certificate serverCertificate = sign(server, authorityKey);

        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry(ALIAS, serverKey.getPrivate(), password.toCharArray(), new Certificate[] {
            serverCertificate, authorityCertificate
        });
        write(keyStore(), new byte[0]);
        try (OutputStream out = Files.newOutputStream(keyStore())) {
            store.store(out, password.toCharArray());
        }
        String pem = "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(authorityCertificate.getEncoded())
                + "\n-----END CERTIFICATE-----\n";
        Files.writeString(authorityFile(), pem, StandardCharsets.US_ASCII);
    }

    private X509v3CertificateBuilder builder(X500Name issuer, X500Name subject, KeyPair key) {
        Instant now = clock.instant();
        return new JcaX509v3CertificateBuilder(
                issuer,
                new BigInteger(127, random).setBit(126),
                Date.from(now.minus(Duration.ofHours(1))),
                Date.from(now.plus(LIFE)),
                subject,
                key.getPublic());
    }

    private static KeyPair key() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    private static X509Certificate sign(X509v3CertificateBuilder builder, KeyPair key)
            throws OperatorCreationException, GeneralSecurityException {
        return new JcaX509CertificateConverter()
                .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA")
                        .setProvider(Crypto.provider())
                        .build(key.getPrivate())));
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(file, bytes);
    }
}
