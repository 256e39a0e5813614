package org.stayseal.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stayseal.barcode.CodeReader;
import org.stayseal.barcode.DataMatrix;
import org.stayseal.barcode.ReadResult;
import org.stayseal.spec.cwt.CredentialId;
import org.stayseal.spec.cwt.StatusReference;
import org.stayseal.spec.permit.Field;
import org.stayseal.spec.permit.Permit;
import org.stayseal.spec.permit.PermitDraft;
import org.stayseal.spec.vds.Profiles;
import org.stayseal.spec.verify.Asked;
import org.stayseal.spec.verify.Outcome;
import org.stayseal.spec.verify.Verdict;
import org.stayseal.spec.verify.Verifier;
import org.stayseal.trust.authority.AuthorityProfile;
import org.stayseal.trust.authority.FurtherSigner;
import org.stayseal.trust.authority.PublicationInput;
import org.stayseal.trust.authority.VectorAuthority;
import org.stayseal.trust.reader.Pin;
import org.stayseal.trust.reader.Snapshot;
import org.stayseal.trust.reader.Snapshots;

/** The Java in {@code docs/integrator.md} is the Java of this package, and does what the page says. */
class ExamplesTest {

    private static final Path ROOT = root();
    private static final Path PAGE = ROOT.resolve("docs/integrator.md");
    private static final Path PROFILES = ROOT.resolve("docs/examples/utopia-seals.json");
    private static final Path PASS = ROOT.resolve("docs/examples/seasonal-pass.png");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);

    private final VectorAuthority authority = VectorAuthority.of(
                    ROOT.resolve("spec/vectors/keys"),
                    AuthorityProfile.utopia(URI.create("https://permits.utopia.example")),
                    Instant.parse("2026-11-01T00:00:00Z"))
            .with(FurtherSigner.ofSeals("idb-signer", "ID", 0x20, Set.of("IDB-86-0E")))
            .with(FurtherSigner.ofVdsNcs("vds-nc-signer", "NC", 0x21, Set.of("uto.residence-permit")))
            .with(FurtherSigner.ofSeals("seal-signer-p384", "P3", 0x22, Set.of("A102")));

    private Snapshot lists;
    private Permit permit;

    @BeforeEach
    void publish() throws Exception {
        byte[] snapshot = authority
                .at(Instant.parse("2026-11-22T06:00:00Z"))
                .publish(new PublicationInput(List.of(new PublicationInput.StatusShard(0, 1024, Map.of())), Map.of()))
                .snapshot();
        lists = Snapshots.open(snapshot, new Pin(authority.rootFingerprint()))
                .taken()
                .orElseThrow();
        permit = PermitDraft.of(Map.ofEntries(
                        Map.entry(Field.SURNAME, "Muster"),
                        Map.entry(Field.GIVEN_NAMES, "Olena"),
                        Map.entry(Field.BIRTH_DATE, "1985-03-12"),
                        Map.entry(Field.SEX, "F"),
                        Map.entry(Field.NATIONALITY, "XXB"),
                        Map.entry(Field.PERMIT_NUMBER, "UT2000001"),
                        Map.entry(Field.CATEGORY, "temporary-protection"),
                        Map.entry(Field.RIGHT_FROM, "2026-11-10"),
                        Map.entry(Field.RIGHT_UNTIL, "2028-03-04"),
                        Map.entry(Field.DOCUMENT_UNTIL, "2028-03-04"),
                        Map.entry(Field.WORK, "any"),
                        Map.entry(Field.SELF_EMPLOYMENT, "yes"),
                        Map.entry(Field.STUDY, "yes"),
                        Map.entry(Field.LEGAL_GROUND, "Utopian Residence Act, section 24"),
                        Map.entry(Field.TRAVEL_DOCUMENT_NUMBER, "P4711001"),
                        Map.entry(Field.TRAVEL_DOCUMENT_ISSUER, "XXB"),
                        Map.entry(Field.COUNTRY, "UTO"),
                        Map.entry(Field.AUTHORITY, "Migration Office of Utopia"),
                        Map.entry(Field.ISSUE_DATE, "2026-11-22"),
                        Map.entry(Field.ISSUE_PLACE, "Port Sample")))
                .permit();
    }

    @Test
    void everyFormatThatIsSignedIsValid() throws Exception {
        StatusReference status = new StatusReference(authority.statusUri(0), 7);
        CredentialId id = new CredentialId(new byte[CredentialId.LENGTH]);
        Map<String, byte[]> codes = Map.of(
                "vds", Signing.seal(permit, TODAY, authority.sealSigner()),
                "credential", Signing.credential(permit, TODAY, status, id, authority.credentialSigner()),
                "idb", Signing.idb(TODAY, authority.signer("idb-signer")),
                "vds-nc", Signing.vdsNc(permit, TODAY, authority.signer("vds-nc-signer")));
        codes.forEach((format, code) -> {
            Verdict verdict =
                    new Verifier(lists.trustSource(), lists.statusSource(), CLOCK).verify(code, Asked.residence());
            assertThat(verdict.format()).isEqualTo(format);
            assertThat(verdict.outcome()).as(verdict.checks().toString()).isEqualTo(Outcome.VALID);
        });
    }

    @Test
    void theFileOfOwnSealsLoadsAndASealOfItIsValid() throws Exception {
        byte[] code = Signing.ownSeal(PROFILES, TODAY, authority.signer("seal-signer-p384"));
        Profiles profiles = Profiles.standard().with(Files.readAllBytes(PROFILES), "utopia-seals.json");
        Verdict verdict = new Verifier(lists.trustSource(), lists.statusSource(), CLOCK, profiles)
                .verify(code, Asked.residence());
        assertThat(verdict.outcome()).as(verdict.checks().toString()).isEqualTo(Outcome.VALID);
        if (Boolean.getBoolean("stayseal.samples.write")) {
            Files.write(PASS, DataMatrix.of(code).matrix().toPng(8));
        }
        ReadResult shown = new CodeReader().read(Files.readAllBytes(PASS));
        assertThat(((ReadResult.Found) shown).codes().get(0).bytes()).isEqualTo(code);
    }

    @Test
    void aPictureOfAnyFormatIsReadAndJudged() throws Exception {
        for (String sample :
                List.of("valid-stay credential", "valid-seal vds", "valid-idb idb", "valid-vds-nc vds-nc")) {
            String[] words = sample.split(" ");
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            Reading.verdicts(
                    ROOT.resolve("samples/root.txt"),
                    ROOT.resolve("samples/snapshot.zip"),
                    ROOT.resolve("samples/" + words[0] + ".png"),
                    CLOCK,
                    new PrintStream(out, true, StandardCharsets.UTF_8));
            assertThat(out.toString(StandardCharsets.UTF_8).strip()).isEqualTo(words[1] + " VALID -");
        }
    }

    @Test
    void whatThePageShowsIsWhatIsCompiledHere() throws Exception {
        Path here = ROOT.resolve("issuer/src/test/java/org/stayseal/examples");
        String code =
                tight(Files.readString(here.resolve("Signing.java")) + Files.readString(here.resolve("Reading.java")));
        List<String> shown = blocks("java");
        assertThat(shown).hasSize(6).allSatisfy(block -> assertThat(code).contains(tight(block)));
    }

    @Test
    void theFileThatThePageShowsIsTheFileThatLoads() throws Exception {
        assertThat(blocks("json")).containsExactly(Files.readString(PROFILES));
    }

    private static List<String> blocks(String language) throws Exception {
        return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(PAGE))
                .results()
                .map((MatchResult block) -> block.group(1))
                .toList();
    }

    /** Without white space: the formatter breaks lines where it will. */
    private static String tight(String code) {
        return code.replaceAll("\\s+", "");
    }

    private static Path root() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.isDirectory(at.resolve("spec/vectors"))) {
                return at;
            }
        }
        throw new IllegalStateException("not inside the repository");
    }
}
