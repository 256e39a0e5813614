package org.stayseal.spec.idb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.stayseal.spec.signing.SoftwareSigner;

/**
 * IDBs of random content, of every document that the table lists: encoded, decoded and encoded again they are the same bytes (IDB-28).
 *
 * <p>A thousand here; a million by
 *
 * <pre>./mvnw -pl spec/core -am test -Dtest=RandomIdbsTest -Dsurefire.failIfNoSpecifiedTests=false -Dstayseal.random=1000000</pre>
 *
 * <p>{@code -Dstayseal.seed=N} begins elsewhere; a failure names the seed of its code. Every 250th is signed and goes the whole way; the others go up to the bytes to be signed, and through the
 * decoder with a stand-in for the signature.
 */
class RandomIdbsTest {

    private static final int CODES = Integer.getInteger("stayseal.random", 1000);
    private static final long SEED = Long.getLong("stayseal.seed", 20261122L);
    private static final int SIGNED_EVERY = 250;

    @Test
    void encodeDecodeEncodeGivesTheSameBytes() throws Exception {
        List<IdbDocument> documents = IdbTable.standard().documents().stream()
                .filter(document -> document.isOf("UTO"))
                .toList();
        assertThat(documents).hasSizeGreaterThan(20);
        SoftwareSigner signer = IdbSamples.signer("secp256r1");
        long characters = 0;
        for (int i = 0; i < CODES; i++) {
            long seed = SEED + i;
            IdbMaker maker = new IdbMaker(new Random(seed));
            IdbDocument document = documents.get(i % documents.size());
            LocalDate signed = maker.day();
            IdbRequest request = maker.request(document, signed);
            IdbDraft draft = IdbEncoder.prepare(request, signed, signer.certificate());
            Idb idb = i % SIGNED_EVERY == 0 ? draft.sign(signer) : withStandIn(draft, signer.certificate());
            IdbContent content = IdbTable.standard().read(idb);
            assertThat(content.document()).as("seed " + seed).contains(document);
            assertThat(content.values()).as("seed " + seed).isEqualTo(request.values());
            assertThat(content.unknown()).as("seed " + seed).isEmpty();
            IdbRequest again = new IdbRequest(
                    idb.header().country(),
                    content.values(),
                    request.compressed(),
                    idb.certificate().isPresent());
            LocalDate readDate = idb.header().signed().orElseThrow();
            assertThat(IdbEncoder.prepare(again, readDate, signer.certificate()).toBeSigned())
                    .as("seed " + seed)
                    .isEqualTo(draft.toBeSigned())
                    .isEqualTo(idb.signedBytes());
            characters += idb.text().length();
        }
        System.out.printf("%d IDBs of %d characters on the average%n", CODES, characters / CODES);
    }

    /** The code with a signature of the right form that signs nothing, decoded from its text. */
    private static Idb withStandIn(IdbDraft draft, X509Certificate signer) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(draft.toBeSigned());
        if (draft.request().certificateInside()) {
            IdbEncoder.tlv(out, IdbDecoder.CERTIFICATE, IdbEncoder.der(signer));
        }
        IdbEncoder.tlv(out, IdbDecoder.SIGNATURE, new byte[64]);
        String text = IdbText.write(out.toByteArray(), true, draft.request().compressed());
        return IdbDecoder.decode(text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
