package org.stayseal.vectors;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.stayseal.trust.authority.FurtherSigner;
import org.stayseal.trust.authority.Publication;
import org.stayseal.trust.authority.PublicationRefusedException;

/** The snapshots that vectors are judged by, each with one thing wrong but for the first. */
final class Snapshots {

    private Snapshots() {}

    /** By file name in {@code spec/vectors/trust}. */
    static Map<String, byte[]> of(UtopianVectors utopia) throws PublicationRefusedException {
        Publication good = utopia.lists;
        Map<String, byte[]> all = new TreeMap<>();
        all.put("utopia.zip", good.snapshot());
        all.put("utopia-root.json", good.roots().get(good.roots().firstKey()));
        all.put(
                "signers-revoked.zip",
                utopia.authority()
                        .revokeSealSigner(UtopianVectors.PUBLISHED)
                        .revokeCredentialSigner(UtopianVectors.PUBLISHED)
                        .at(UtopianVectors.PUBLISHED)
                        .sequence(8)
                        .publish(utopia.input())
                        .snapshot());
        all.put(
                "link-revoked.zip",
                utopia.authority()
                        .withRevokedLink("outsider", BigInteger.valueOf(0x40), UtopianVectors.PUBLISHED)
                        .revokeSealSignerInCrlAlone(UtopianVectors.PUBLISHED)
                        .at(UtopianVectors.PUBLISHED)
                        .sequence(8)
                        .publish(utopia.input())
                        .snapshot());
        all.put("key-revoked-under-another-certificate.zip", revokedTwins(utopia));
        all.put("seals-sharded.zip", ListedSeals.sharded(utopia));
        all.put("suspensions-lifted.zip", ListedSeals.lifted(utopia));
        all.put("keys-stolen.zip", new StolenKeys(utopia).snapshot());
        Publication earlier = utopia.authority()
                .at(UtopianVectors.PUBLISHED.minusSeconds(3600))
                .sequence(6)
                .publish(utopia.input());
        all.put("mixed.zip", replaced(good.snapshot(), "trust-list.json", earlier.trustList()));
        all.putAll(NoticeLists.snapshots(utopia));
        all.putAll(new ContinuationLists(utopia).snapshots());
        all.putAll(new Atlantis(utopia).snapshots());
        byte[] corrupt = good.trustList().clone();
        corrupt[corrupt.length / 2] ^= 0x01;
        all.put("corrupt.zip", replaced(good.snapshot(), "trust-list.json", corrupt));
        all.putAll(utopia.chains.snapshots());
        return all;
    }

    /** The keys of both signers, each listed a second time; only the second certificates are revoked. */
    private static byte[] revokedTwins(UtopianVectors utopia) throws PublicationRefusedException {
        return utopia.authority()
                .with(FurtherSigner.ofSeals("seal-signer", "R2", 0x2B, Set.of("FB06")))
                .with(FurtherSigner.ofCredentials("credential-signer", "Utopia credential signer again", 0x2C))
                .revoke("seal-signer", UtopianVectors.PUBLISHED)
                .revoke("credential-signer", UtopianVectors.PUBLISHED)
                .at(UtopianVectors.PUBLISHED)
                .sequence(8)
                .publish(utopia.input())
                .snapshot();
    }

    private static byte[] replaced(byte[] zip, String name, byte[] content) {
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            Map<String, byte[]> files = new LinkedHashMap<>();
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), entry.getName().equals(name) ? content : in.readAllBytes());
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (ZipOutputStream writer = new ZipOutputStream(out)) {
                for (Map.Entry<String, byte[]> file : files.entrySet()) {
                    CRC32 crc = new CRC32();
                    crc.update(file.getValue());
                    ZipEntry entry = new ZipEntry(file.getKey());
                    entry.setMethod(ZipEntry.STORED);
                    entry.setSize(file.getValue().length);
                    entry.setCompressedSize(file.getValue().length);
                    entry.setCrc(crc.getValue());
                    entry.setTimeLocal(java.time.LocalDateTime.of(1980, 1, 1, 0, 0));
                    writer.putNextEntry(entry);
                    writer.write(file.getValue());
                    writer.closeEntry();
                }
            }
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
