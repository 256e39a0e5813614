package org.stayseal.barcode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.stayseal.barcode.Scenes.refusalOf;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.LongSupplier;
import java.util.zip.CRC32;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceGray;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.junit.jupiter.api.Test;
import org.stayseal.barcode.ReadResult.Kind;
import org.stayseal.barcode.ReadResult.NothingFound;

/** Whatever file is handed in, there is an answer, soon, and no exception. */
class BadFilesTest {
    private static final byte[] PNG = QrCode.ofText(Scenes.credentialLikeText(600, 1), QrCode.Level.Q)
            .matrix()
            .toPng(4);
    private static final byte[] PDF = Scenes.pdf(List.of(
            List.of(new Scenes.Placed(QrCode.ofText("RP1:PDF", QrCode.Level.Q).matrix(), 20, 20, 40))));

    @Test
    void an_empty_page_holds_no_code() {
        assertThat(new CodeReader().read(Scenes.file(Scenes.canvas(800, 600, Color.WHITE), "png")))
                .isEqualTo(new NothingFound());
        assertThat(new CodeReader().read(Scenes.file(Scenes.canvas(1, 1, Color.WHITE), "png")))
                .isEqualTo(new NothingFound());
        assertThat(new CodeReader().read(Scenes.pdf(List.of(List.of())))).isEqualTo(new NothingFound());
    }

    /** A clock that runs ten times as fast: the limit of ten seconds is over after one. */
    @Test
    void noise_holds_no_code_and_is_answered_within_the_time_limit() {
        var picture = Scenes.canvas(2000, 1500, Color.WHITE);
        Random random = new Random(5);
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                picture.setRGB(x, y, random.nextBoolean() ? 0 : 0xFFFFFF);
            }
        }
        byte[] file = Scenes.file(picture, "png");
        CodeReader hurried = new CodeReader(new ZxingFinder(), () -> System.nanoTime() * 10);
        assertTimeoutPreemptively(
                Duration.ofSeconds(60), () -> assertThat(hurried.read(file)).isEqualTo(new NothingFound()));
    }

    @Test
    void what_is_no_picture_is_told_by_its_first_bytes() {
        for (byte[] file : List.of(
                new byte[0],
                new byte[] {(byte) 0x89},
                "RP1:NOT A FILE".getBytes(StandardCharsets.US_ASCII),
                Scenes.randomBytes(5000, 9))) {
            assertThat(refusalOf(file).kind()).isEqualTo(Kind.NOT_A_PICTURE);
        }
    }

    @Test
    void a_truncated_png_is_damaged() {
        assertThat(refusalOf(Arrays.copyOf(PNG, PNG.length / 2)).kind()).isEqualTo(Kind.DAMAGED);
        assertThat(refusalOf(Arrays.copyOf(PNG, 20)).kind()).isEqualTo(Kind.DAMAGED);
        assertThat(refusalOf(Arrays.copyOf(PNG, 8)).kind()).isEqualTo(Kind.DAMAGED);
    }

    @Test
    void a_truncated_jpeg_is_damaged_even_where_its_decoder_paints_the_rest_grey() {
        byte[] jpeg = Scenes.file(
                Scenes.turned(QrCode.ofText("RP1:CUT", QrCode.Level.Q).matrix().toPicture(8, 4), 20), "jpg");
        assertThat(Scenes.codesIn(jpeg)).hasSize(1);
        for (int part : new int[] {2, 3, 10}) {
            assertThat(refusalOf(Arrays.copyOf(jpeg, jpeg.length * (part - 1) / part))
                            .kind())
                    .isEqualTo(Kind.DAMAGED);
        }
    }

    @Test
    void absurd_dimensions_in_a_header_are_refused_before_memory_is_taken() {
        for (byte[] file : List.of(
                pngHeader(60_000, 60_000),
                pngHeader(Integer.MAX_VALUE, Integer.MAX_VALUE),
                gifHeader(65_535, 65_535),
                jpegHeader(65_000, 65_000))) {
            assertTimeoutPreemptively(
                    Duration.ofSeconds(60),
                    () -> assertThat(refusalOf(file).kind()).isEqualTo(Kind.TOO_LARGE));
        }
        assertThat(refusalOf(pngHeader(0, 10)).kind()).isEqualTo(Kind.DAMAGED);
    }

    @Test
    void a_header_that_announces_more_pixels_than_the_file_can_hold_is_damage_and_takes_no_memory() {
        for (byte[] file : List.of(pngHeader(7000, 7000), gifHeader(7000, 7000), jpegHeader(7000, 7000))) {
            ReadResult.Unreadable refusal = refusalOf(file);
            assertThat(refusal.kind()).isEqualTo(Kind.DAMAGED);
            assertThat(refusal.reason()).contains("7000 by 7000").contains("too short");
        }
    }

    @Test
    void an_even_picture_that_compresses_best_is_not_taken_for_such_a_lie() {
        BufferedImage even = new BufferedImage(3000, 3000, BufferedImage.TYPE_BYTE_BINARY);
        assertThat(opener().read(Scenes.file(even, "png"))).isEqualTo(new NothingFound());
        assertThat(opener().read(Scenes.file(even, "gif"))).isEqualTo(new NothingFound());
        assertThat(opener().read(Scenes.file(Scenes.canvas(2000, 2000, Color.GRAY), "jpg")))
                .isEqualTo(new NothingFound());
    }

    /** Opens files and finds nothing in them. */
    private static CodeReader opener() {
        return new CodeReader((picture, deadline) -> new SymbolFinder.Sightings(List.of(), false), System::nanoTime);
    }

    @Test
    void a_pdf_of_too_many_pages_is_refused_and_one_page_less_is_read() {
        List<Scenes.Placed> code = List.of(
                new Scenes.Placed(QrCode.ofText("RP1:LAST", QrCode.Level.Q).matrix(), 20, 20, 40));
        List<List<Scenes.Placed>> pages = new ArrayList<>();
        for (int page = 1; page < CodeReader.MOST_PAGES; page++) {
            pages.add(code);
        }
        pages.add(code);
        assertThat(Scenes.codesIn(Scenes.pdf(pages))).hasSize(1);
        pages.add(code);
        ReadResult.Unreadable refusal = refusalOf(Scenes.pdf(pages));
        assertThat(refusal.kind()).isEqualTo(Kind.TOO_LARGE);
        assertThat(refusal.reason()).contains("21 pages").contains("at most 20");
    }

    @Test
    void of_a_gif_that_moves_the_first_picture_is_read() throws IOException {
        assertThat(Scenes.codesIn(MovingGif.of(
                        QrCode.ofText("RP1:FIRST", QrCode.Level.Q).matrix().toPicture(4, 4),
                        QrCode.ofText("RP1:SECOND", QrCode.Level.Q).matrix().toPicture(4, 4))))
                .extracting(FoundCode::text)
                .containsExactly("RP1:FIRST");
    }

    @Test
    void a_file_over_twenty_mebibytes_is_refused_unopened() {
        assertThat(refusalOf(Arrays.copyOf(PNG, CodeReader.MOST_BYTES + 1)).kind())
                .isEqualTo(Kind.TOO_LARGE);
    }

    @Test
    void a_pdf_that_asks_for_a_password_says_so() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PDDocument document = Loader.loadPDF(PDF)) {
            document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
            document.save(out);
        }
        ReadResult.Unreadable refusal = refusalOf(out.toByteArray());
        assertThat(refusal.kind()).isEqualTo(Kind.ENCRYPTED);
        assertThat(refusal.reason()).contains("password");
    }

    @Test
    void a_broken_pdf_is_damaged() {
        assertThat(refusalOf("%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII)).kind())
                .isEqualTo(Kind.DAMAGED);
        assertThat(refusalOf(Arrays.copyOf(PDF, 60)).kind()).isEqualTo(Kind.DAMAGED);
    }

    @Test
    void a_pdf_that_draws_without_end_is_given_up_in_time() throws IOException {
        byte[] file = pdfWith((document, page) -> {
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                for (int i = 0; i < 60_000; i++) {
                    content.addRect(0, 0, 595, 842);
                    content.setNonStrokingColor(i % 256 / 255f);
                    content.fill();
                }
            }
        });
        CodeReader hurried = new CodeReader(new ZxingFinder(), () -> System.nanoTime() * 20);
        assertTimeoutPreemptively(
                Duration.ofSeconds(30), () -> assertThat(hurried.read(file)).isInstanceOf(ReadResult.Unreadable.class));
    }

    @Test
    void a_thread_that_waits_for_others_uses_up_nothing_of_a_limit_that_counts_its_own_work() throws Exception {
        LongSupplier ticks = CodeReader.workTicks();
        Deadline deadline = Deadline.in(Duration.ofMillis(200), ticks);
        Thread.sleep(400);
        assertThat(deadline.isOver()).as("after waiting").isFalse();
        while (!deadline.isOver()) {
            Thread.onSpinWait();
        }
        assertThat(ticks.getAsLong()).as("after working").isGreaterThanOrEqualTo(deadline.end());
    }

    @Test
    void a_picture_of_a_million_columns_on_a_page_is_left_out_and_the_code_beside_it_is_read() throws IOException {
        CodeMatrix code = QrCode.ofText("RP1:BESIDE", QrCode.Level.Q).matrix();
        byte[] file = pdfWith((document, page) -> {
            COSStream stream = document.getDocument().createCOSStream();
            stream.createOutputStream().close();
            stream.setItem(COSName.TYPE, COSName.XOBJECT);
            stream.setItem(COSName.SUBTYPE, COSName.IMAGE);
            PDImageXObject huge = new PDImageXObject(new PDStream(stream), null);
            huge.setWidth(1_000_000);
            huge.setHeight(1_000_000);
            huge.setBitsPerComponent(8);
            huge.setColorSpace(PDDeviceGray.INSTANCE);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.drawImage(huge, 300, 300, 100, 100);
                for (CodeMatrix.Run run : code.runs()) {
                    content.addRect(50 + 4 * run.x(), 700 - 4 * run.y(), 4 * run.length(), 4);
                }
                content.fill();
            }
        });
        assertTimeoutPreemptively(
                Duration.ofSeconds(30),
                () -> assertThat(Scenes.codesIn(file))
                        .extracting(FoundCode::text)
                        .containsExactly("RP1:BESIDE"));
    }

    @Test
    void five_hundred_mutants_of_a_picture_and_of_a_pdf_are_all_answered() {
        CodeReader opener = opener();
        Random random = new Random(42);
        for (int i = 0; i < 250; i++) {
            for (byte[] original :
                    List.of(Scenes.file(Scenes.canvas(60, 60, Color.GRAY), i % 2 == 0 ? "png" : "jpg"), PDF)) {
                byte[] mutant = original.clone();
                for (int changes = 1 + random.nextInt(8); changes > 0; changes--) {
                    mutant[random.nextInt(mutant.length)] = (byte) random.nextInt(256);
                }
                assertThatCode(() -> opener.read(mutant)).doesNotThrowAnyException();
            }
        }
    }

    @Test
    void the_limits_are_those_of_the_registry() throws IOException {
        String registry =
                Files.readString(ConformanceData.repository().orElseThrow().resolve("spec/registry/limits.json"));
        assertThat(registry)
                .contains("\"maxPictureBytes\": " + CodeReader.MOST_BYTES)
                .contains("\"maxPicturePixels\": " + CodeReader.MOST_PIXELS)
                .contains("\"maxPdfPages\": " + CodeReader.MOST_PAGES);
    }

    private interface Drawing {
        void on(PDDocument document, PDPage page) throws IOException;
    }

    private static byte[] pdfWith(Drawing drawing) throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            drawing.on(document, page);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }

    static byte[] pngHeader(int width, int height) {
        ByteBuffer chunk = ByteBuffer.allocate(17).put("IHDR".getBytes(StandardCharsets.US_ASCII));
        chunk.putInt(width).putInt(height).put(new byte[] {8, 2, 0, 0, 0});
        CRC32 crc = new CRC32();
        crc.update(chunk.array());
        ByteBuffer file = ByteBuffer.allocate(100);
        file.put(PNG, 0, 8).putInt(13).put(chunk.array()).putInt((int) crc.getValue());
        return file.array();
    }

    static byte[] gifHeader(int width, int height) {
        ByteBuffer file = ByteBuffer.allocate(60).order(java.nio.ByteOrder.LITTLE_ENDIAN);
        file.put("GIF89a".getBytes(StandardCharsets.US_ASCII))
                .putShort((short) width)
                .putShort((short) height);
        file.put(new byte[] {(byte) 0x80, 0, 0, 0, 0, 0, -1, -1, -1, 0x2C, 0, 0, 0, 0})
                .putShort((short) width)
                .putShort((short) height);
        return file.array();
    }

    /** A small JPEG whose frame header claims another size. */
    static byte[] jpegHeader(int width, int height) {
        byte[] file = Scenes.file(Scenes.canvas(20, 20, Color.GRAY), "jpg");
        for (int i = 0; i < file.length - 9; i++) {
            if ((file[i] & 0xFF) == 0xFF && (file[i + 1] & 0xFF) == 0xC0) {
                ByteBuffer.wrap(file).putShort(i + 5, (short) height).putShort(i + 7, (short) width);
                return file;
            }
        }
        throw new IllegalStateException("no frame header");
    }
}
