package org.stayseal.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.stayseal.barcode.CodeReader;
import org.stayseal.barcode.QrCode;
import org.stayseal.barcode.ReadResult;
import org.stayseal.issuer.carrier.PermitCarriers;
import org.stayseal.issuer.issuance.Carrier;
import org.stayseal.issuer.issuance.CarrierOrder;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.cwt.Credential;
import org.stayseal.spec.cwt.CredentialDecoder;
import org.stayseal.spec.idb.Idb;
import org.stayseal.spec.idb.IdbDecoder;
import org.stayseal.spec.idb.IdbTable;
import org.stayseal.spec.permit.Mrz;
import org.stayseal.spec.permit.Purpose;

/** The folder {@code samples} is what this package makes. */
@Tag("whole")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SampleFilesTest {

    private static final String WRITE = "stayseal.samples.write";
    private static final int MOST_BYTES = 2 << 20;
    private static final int PIXELS_PER_MODULE = 4;

    private final Path repository = root();
    private final Path folder = repository.resolve("samples");
    private final SampleAuthority authority = new SampleAuthority(repository.resolve("spec/vectors/keys"));
    private final Map<SampleUtopians, CarrierOrder> orders = new EnumMap<>(SampleUtopians.class);
    private final Map<String, ReadResult> seen = new HashMap<>();

    /** Once: each face is a search of a second or more. */
    @BeforeAll
    void makeAnew() throws Exception {
        for (SampleUtopians person : SampleUtopians.values()) {
            orders.put(person, authority.order(person));
        }
        if (Boolean.getBoolean(WRITE)) {
            Files.createDirectories(folder);
            for (Map.Entry<String, byte[]> file : files().entrySet()) {
                Files.write(folder.resolve(file.getKey()), file.getValue());
            }
        }
    }

    @Test
    void theListsTheRootAndTheLinesAreUpToDate() throws Exception {
        for (Map.Entry<String, byte[]> file : lists().entrySet()) {
            assertThat(folder.resolve(file.getKey()))
                    .as("regenerate with the command in samples/README.md")
                    .hasBinaryContent(file.getValue());
        }
    }

    /** Not to the byte: the drawn photo, and with it the signature, may differ from one Java to another. */
    @Test
    void thePicturesHoldTheCodesThatAreMadeHere() throws Exception {
        for (SampleUtopians person : List.of(SampleUtopians.values())) {
            Credential made = credential(orders.get(person).codes().get(Purpose.FULL));
            String name = person == SampleUtopians.VALID ? "valid-full.png" : person.key() + ".png";
            assertThat(content(credential(read(name)))).as(name).isEqualTo(content(made));
        }
    }

    /** But for the face, which may differ like the photo. */
    @Test
    void theIdbHoldsWhatIsMadeHere() throws Exception {
        Map<String, String> made = new HashMap<>(values(SampleIdb.code(authority.idbSigner())));
        Map<String, String> read =
                new HashMap<>(values(IdbDecoder.decode(read("valid-idb.png").getBytes(StandardCharsets.US_ASCII))));
        assertThat(made.remove("faceImage")).isNotBlank();
        assertThat(read.remove("faceImage")).isNotBlank();
        assertThat(read).isEqualTo(made);
    }

    @Test
    void theVdsNcIsTheOneThatIsMadeHereToTheByte() throws Exception {
        assertThat(bytes("valid-vds-nc.png"))
                .isEqualTo(SampleVdsNc.code(orders.get(SampleUtopians.VALID).permit(), authority.vdsNcSigner()));
    }

    @Test
    void thePapersOfOtherFormatsHoldTheSameCodesAsThePictures() throws Exception {
        assertThat(bytes("valid-idb.pdf")).isEqualTo(bytes("valid-idb.png"));
        assertThat(bytes("valid-vds-nc.pdf")).isEqualTo(bytes("valid-vds-nc.png"));
    }

    @Test
    void theFolderHoldsNothingElseAndStaysSmall() throws Exception {
        try (Stream<Path> all = Files.list(folder)) {
            List<Path> files = all.toList();
            assertThat(files)
                    .extracting(file -> file.getFileName().toString())
                    .containsExactlyInAnyOrder(
                            "README.md",
                            "root.json",
                            "root.txt",
                            "snapshot.zip",
                            "valid.pdf",
                            "valid-full.png",
                            "valid-work.png",
                            "valid-bank.png",
                            "valid-stay.png",
                            "valid-seal.png",
                            "valid-lines.txt",
                            "valid-passport-lines.txt",
                            "valid-idb-lines.txt",
                            "valid-idb.pdf",
                            "valid-idb.png",
                            "valid-vds-nc.pdf",
                            "valid-vds-nc.png",
                            "not-yet-valid.pdf",
                            "not-yet-valid.png",
                            "revoked.pdf",
                            "revoked.png",
                            "forged.png");
            long total = 0;
            for (Path file : files) {
                total += Files.size(file);
            }
            assertThat(total).isLessThan(MOST_BYTES);
        }
    }

    private Map<String, byte[]> lists() throws Exception {
        return Map.of(
                "snapshot.zip", authority.lists(orders).snapshot(),
                "root.json", authority.root(),
                "root.txt", ascii(authority.fingerprint()),
                "valid-lines.txt",
                        lines(SampleLines.permit(
                                orders.get(SampleUtopians.VALID).permit())),
                "valid-passport-lines.txt",
                        lines(SampleLines.passport(
                                orders.get(SampleUtopians.VALID).permit())),
                "valid-idb-lines.txt", lines(SampleIdb.zone()));
    }

    private static byte[] lines(Mrz zone) {
        return ascii(String.join("\n", zone.lines()));
    }

    private static byte[] ascii(String text) {
        return (text + "\n").getBytes(StandardCharsets.US_ASCII);
    }

    private Map<String, byte[]> files() throws Exception {
        Map<String, byte[]> files = new TreeMap<>(lists());
        PermitCarriers maker = new PermitCarriers();
        for (Map.Entry<SampleUtopians, CarrierOrder> order : orders.entrySet()) {
            for (Carrier carrier : maker.make(order.getValue())) {
                name(order.getKey(), carrier.name()).ifPresent(name -> files.put(name, carrier.bytes()));
            }
        }
        String genuine = orders.get(SampleUtopians.VALID).codes().get(Purpose.FULL);
        files.put(
                "forged.png",
                QrCode.ofText(Forgery.of(genuine, "Kovalchenko", "Kovalchenka"), QrCode.Level.M)
                        .matrix()
                        .toPng(PIXELS_PER_MODULE));
        Idb idb = SampleIdb.code(authority.idbSigner());
        files.put("valid-idb.png", SampleIdb.symbol(idb).toPng(PIXELS_PER_MODULE));
        files.put("valid-idb.pdf", SampleIdb.paper(idb).pdf());
        byte[] vdsNc = SampleVdsNc.code(orders.get(SampleUtopians.VALID).permit(), authority.vdsNcSigner());
        files.put("valid-vds-nc.png", SampleVdsNc.symbol(vdsNc).toPng(PIXELS_PER_MODULE));
        files.put("valid-vds-nc.pdf", SampleVdsNc.paper(vdsNc).pdf());
        return files;
    }

    private static java.util.Optional<String> name(SampleUtopians person, String carrier) {
        if (carrier.equals("permit.pdf")) {
            return java.util.Optional.of(person.key() + ".pdf");
        }
        if (!carrier.endsWith(".png")) {
            return java.util.Optional.empty();
        }
        if (person == SampleUtopians.VALID) {
            return java.util.Optional.of(person.key() + "-" + carrier);
        }
        return carrier.equals("full.png") ? java.util.Optional.of(person.key() + ".png") : java.util.Optional.empty();
    }

    private String read(String picture) throws Exception {
        return new String(bytes(picture), StandardCharsets.US_ASCII);
    }

    private byte[] bytes(String file) throws Exception {
        ReadResult result = seen.get(file);
        if (result == null) {
            result = new CodeReader().read(Files.readAllBytes(folder.resolve(file)));
            seen.put(file, result);
        }
        assertThat(result).as(file).isInstanceOf(ReadResult.Found.class);
        return ((ReadResult.Found) result).codes().get(0).bytes();
    }

    private static Map<String, String> values(Idb idb) throws FormatException {
        return IdbTable.standard().read(idb).values();
    }

    private static Credential credential(String code) throws FormatException {
        return CredentialDecoder.decode(code);
    }

    private static Map<String, Object> content(Credential credential) {
        Map<String, Object> content = new LinkedHashMap<>(credential.toPermitView(ZoneOffset.UTC));
        content.remove("photo");
        return content;
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
