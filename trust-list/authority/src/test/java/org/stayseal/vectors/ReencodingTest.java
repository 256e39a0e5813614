package org.stayseal.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.stayseal.spec.continuation.Continuation;
import org.stayseal.spec.continuation.UnsignedContinuation;
import org.stayseal.spec.cwt.Credential;
import org.stayseal.spec.cwt.CredentialDecoder;
import org.stayseal.spec.cwt.UnsignedCredential;
import org.stayseal.spec.idb.Idb;
import org.stayseal.spec.idb.IdbContent;
import org.stayseal.spec.idb.IdbDecoder;
import org.stayseal.spec.idb.IdbDraft;
import org.stayseal.spec.idb.IdbEncoder;
import org.stayseal.spec.idb.IdbRequest;
import org.stayseal.spec.idb.IdbTable;
import org.stayseal.spec.live.LiveCode;
import org.stayseal.spec.live.UnsignedLiveCode;
import org.stayseal.spec.signing.Signer;
import org.stayseal.spec.vds.Profiles;
import org.stayseal.spec.vds.Seal;
import org.stayseal.spec.vds.SealContent;
import org.stayseal.spec.vds.SealDecoder;
import org.stayseal.spec.vds.SealEncoder;
import org.stayseal.spec.vds.SealRequest;
import org.stayseal.spec.verify.Outcome;

/** A good code, decoded to what it says and encoded from that again, is the same bytes: there is one form only. */
@Tag("whole")
class ReencodingTest {

    private UtopianVectors utopia = utopia();
    private List<Vector> good = List.of();
    private List<X509Certificate> certificates = List.of();

    @BeforeEach
    void findGoodCodes() {
        utopia = utopia();
        good = Vectors.of(utopia).stream()
                .filter(vector -> vector.outcome() == Outcome.VALID)
                .toList();
        certificates = Stream.concat(
                        Stream.of(utopia.authority.sealSigner(), utopia.authority.credentialSigner()),
                        FurtherSigners.ALL.stream().map(further -> utopia.authority.signer(further.key())))
                .map(Signer::certificate)
                .collect(Collectors.toCollection(ArrayList::new));
        certificates.addAll(utopia.chains.signers());
        Atlantis atlantis = new Atlantis(utopia);
        certificates.add(atlantis.authority.sealSigner().certificate());
        certificates.add(atlantis.authority.credentialSigner().certificate());
        ContinuationLists continuations = new ContinuationLists(utopia);
        certificates.add(continuations.signer().certificate());
        certificates.add(continuations.shortLived().certificate());
        for (String key : List.of(NoticeLists.SHORT_SEALS, NoticeLists.SHORT_CREDENTIALS)) {
            certificates.add(NoticeLists.shortLived(utopia, key).certificate());
        }
    }

    @Test
    void everyGoodSealIsWrittenAgainToTheSameBytes() throws Exception {
        Map<String, byte[]> made = new HashMap<>();
        Map<String, byte[]> received = new HashMap<>();
        for (Vector vector : good) {
            if ((vector.code()[0] & 0xFF) != 0xDC) {
                continue;
            }
            Seal seal = SealDecoder.decode(vector.code());
            SealContent content = Profiles.standard().read(seal).orElseThrow();
            if (!content.unknown().isEmpty() || !content.profile().writable()) {
                // Nobody writes a feature without a name, or a type of the past.
                continue;
            }
            SealRequest request = new SealRequest(
                            content.profile(),
                            seal.header().country(),
                            seal.header().issued(),
                            seal.header().signed(),
                            content.values())
                    .inVersion(seal.header().version());
            received.put(vector.name(), vector.code());
            made.put(
                    vector.name(),
                    SealEncoder.prepare(request, named(seal::names))
                            .complete(seal.signature())
                            .received());
        }
        assertThat(received).hasSizeGreaterThan(5);
        received.forEach((name, bytes) -> assertThat(made.get(name)).as(name).isEqualTo(bytes));
    }

    @Test
    void everyContinuationThatLetsAPermitGoOnIsWrittenAgainToTheSameBytes() throws Exception {
        int whole = 0;
        for (Vector vector : good) {
            for (String text : vector.asked().continuations()) {
                Continuation continuation = Continuation.decode(text);
                UnsignedContinuation again =
                        UnsignedContinuation.of(continuation.claims(), named(continuation::mayBeSignedBy));
                assertThat(again.payload()).as(vector.name()).isEqualTo(continuation.payload());
                assertThat(again.toBeSigned()).as(vector.name()).isEqualTo(continuation.toBeSigned());
                whole++;
            }
        }
        assertThat(whole).isGreaterThan(15);
    }

    @Test
    void everyGoodCredentialIsWrittenAgainToTheSameBytes() throws Exception {
        int whole = 0;
        for (Vector vector : good) {
            String text = new String(vector.code(), StandardCharsets.ISO_8859_1);
            if (!text.startsWith(CredentialDecoder.PREFIX)) {
                continue;
            }
            Credential credential = CredentialDecoder.decode(text);
            if (!credential.algorithm().mayWrite()) {
                // PS256 is read, and written by nobody.
                continue;
            }
            X509Certificate signer = named(credential::mayBeSignedBy);
            UnsignedCredential again = UnsignedCredential.of(credential.claims(), signer);

            assertThat(again.payload()).as(vector.name()).isEqualTo(credential.payload());
            // An algorithm that has two numbers is written with one of them: then only the header differs.
            if (java.util.Arrays.equals(again.toBeSigned(), credential.toBeSigned())) {
                assertThat(again.withSignature(credential.signature()).bytes())
                        .as(vector.name())
                        .isEqualTo(credential.bytes());
                whole++;
            }
        }
        assertThat(whole).isGreaterThan(20);
    }

    @Test
    void everyGoodLiveCodeIsWrittenAgainToTheSameBytes() throws Exception {
        int whole = 0;
        for (Vector vector : good) {
            String text = new String(vector.code(), StandardCharsets.ISO_8859_1);
            if (!text.startsWith(LiveCode.PREFIX)) {
                continue;
            }
            LiveCode live = LiveCode.decode(text);
            UnsignedLiveCode again = UnsignedLiveCode.of(live.credential(), live.madeAt(), live.nonce());
            assertThat(again.withSignature(live.signature()).bytes())
                    .as(vector.name())
                    .isEqualTo(live.bytes());
            assertThat(live.text()).as(vector.name()).isEqualTo(text);
            whole++;
        }
        assertThat(whole).isGreaterThan(15);
    }

    @Test
    void everyGoodIdbIsWrittenAgainToTheSameContent() throws Exception {
        int count = 0;
        List<String> otherForm = new ArrayList<>();
        for (Vector vector : good) {
            if (!IdbDecoder.looksLikeIdb(vector.code())) {
                continue;
            }
            Idb idb = IdbDecoder.decode(vector.code());
            IdbContent content = IdbTable.standard().read(idb);
            IdbRequest request = new IdbRequest(
                    idb.header().country(),
                    content.values(),
                    idb.compressed(),
                    idb.certificate().isPresent());
            IdbDraft draft = IdbEncoder.prepare(request, idb.header().signed().orElseThrow(), named(idb::names));
            if (!java.util.Arrays.equals(draft.toBeSigned(), idb.signedBytes())) {
                otherForm.add(vector.name());
                continue;
            }
            assertThat(draft.complete(idb.signature()).content())
                    .as(vector.name())
                    .isEqualTo(idb.content());
            count++;
        }
        // The format leaves the order of messages and the form of a date free, and lets others add what has no name: we
        // write one form.
        assertThat(otherForm)
                .containsExactlyInAnyOrder(
                        "idb/valid-short-date",
                        "idb/valid-other-order",
                        "idb/valid-unknown-message",
                        "idb/visa-unknown-feature");
        assertThat(count).isGreaterThan(5);
    }

    private X509Certificate named(Predicate<X509Certificate> names) {
        return certificates.stream().filter(names).findFirst().orElseThrow();
    }

    private static UtopianVectors utopia() {
        try {
            for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
                Path keys = at.resolve("spec/vectors/keys");
                if (java.nio.file.Files.isDirectory(keys)) {
                    return new UtopianVectors(keys);
                }
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        throw new IllegalStateException("not inside the repository");
    }
}
