package org.stayseal.barcode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.stayseal.barcode.PortraitRefusedException.Reason;

/** IDB-19: the face of an IDB, decoded with bounds. */
class FacePictureTest {

    /** A drawn face, as there is no photo here. */
    static byte[] photo() throws Exception {
        BufferedImage picture = new BufferedImage(400, 500, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = picture.createGraphics();
        g.setColor(new Color(200, 210, 220));
        g.fillRect(0, 0, 400, 500);
        g.setColor(new Color(90, 60, 40));
        g.fillOval(90, 60, 220, 260);
        g.setColor(new Color(225, 180, 150));
        g.fillOval(110, 100, 180, 240);
        g.setColor(Color.BLACK);
        g.fillOval(150, 190, 25, 15);
        g.fillOval(225, 190, 25, 15);
        g.drawArc(160, 250, 80, 40, 200, 140);
        g.setColor(new Color(30, 60, 110));
        g.fillRoundRect(50, 350, 300, 200, 120, 120);
        g.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", out);
        return out.toByteArray();
    }

    @Test
    void aPhotoBecomesAJpeg2000OfTheSizeThatAnIdbTakesAndIsShownAgain() throws Exception {
        byte[] face = FacePicture.toJpeg2000(photo());
        assertThat(face.length).isBetween(900, 1000);
        assertThat(Arrays.copyOf(face, 12))
                .isEqualTo(new byte[] {0, 0, 0, 12, 'j', 'P', ' ', ' ', 13, 10, (byte) 0x87, 10});
        BufferedImage shown = ImageIO.read(new ByteArrayInputStream(FacePicture.asPng(face, "image/jp2")));
        assertThat(shown.getWidth()).isEqualTo(104);
        assertThat(shown.getHeight()).isEqualTo(130);
        int face1 = new Color(shown.getRGB(52, 75)).getRed();
        int hair = new Color(shown.getRGB(52, 20)).getRed();
        assertThat(face1).isGreaterThan(hair + 60);
    }

    @Test
    void aBareCodestreamIsShownToo() throws Exception {
        byte[] face = FacePicture.toJpeg2000(photo());
        byte[] bare = Jpeg2000Codestream.of(face).bytes();
        assertThat(FacePicture.asPng(bare, FacePicture.JPEG_2000))
                .isEqualTo(FacePicture.asPng(face, FacePicture.JPEG_2000));
    }

    @Test
    void aFaceThatSaysItIsHugeIsRefusedBeforeAPixelIsMade() throws Exception {
        byte[] face = FacePicture.toJpeg2000(photo());
        int siz = indexOf(face, 0xFF51);
        byte[] huge = face.clone();
        ByteBuffer.wrap(huge).putInt(siz + 6, 60_000).putInt(siz + 10, 60_000);
        refused(huge, Reason.TOO_LARGE);
        byte[] tiles = face.clone();
        ByteBuffer.wrap(tiles).putInt(siz + 22, 1).putInt(siz + 26, 1);
        refused(tiles, Reason.DAMAGED);
        byte[] layers = face.clone();
        ByteBuffer.wrap(layers).putShort(indexOf(face, 0xFF52) + 6, (short) 60_000);
        refused(layers, Reason.DAMAGED);
        byte[] blocks = face.clone();
        blocks[indexOf(face, 0xFF52) + 10] = 0;
        refused(blocks, Reason.DAMAGED);
        byte[] unstyled = face.clone();
        ByteBuffer.wrap(unstyled).putShort(indexOf(face, 0xFF52), (short) 0xFF64);
        refused(unstyled, Reason.DAMAGED);
        refused(new byte[70_000], Reason.TOO_LARGE);
        refused(new byte[] {(byte) 0xFF, 0x4F}, Reason.NOT_A_PICTURE);
        refused("RIFF....WEBP".getBytes(StandardCharsets.US_ASCII), Reason.NOT_A_PICTURE);
        assertThatThrownBy(() -> FacePicture.asPng(face, "image/avif")).isInstanceOf(PortraitRefusedException.class);
    }

    @Test
    void aFaceWhosePacketsLackTheirMarkersIsDamaged() throws Exception {
        byte[] face = FacePicture.toJpeg2000(photo());
        face[indexOf(face, 0xFF52) + 4] |= 4; // every packet header ends in EPH
        refused(face, Reason.DAMAGED);
    }

    @Test
    void precinctsThatWouldBeTooManyAreNotDecoded() throws Exception {
        byte[] face = FacePicture.toJpeg2000(photo());
        int cod = indexOf(face, 0xFF52);
        int levels = face[cod + 9];
        for (int exponents : new int[] {0x55, 0x56, 0x65}) {
            byte[] small = new byte[face.length + levels + 1];
            System.arraycopy(face, 0, small, 0, cod + 14);
            Arrays.fill(small, cod + 14, cod + 15 + levels, (byte) exponents);
            System.arraycopy(face, cod + 14, small, cod + 15 + levels, face.length - cod - 14);
            ByteBuffer.wrap(small).putShort(cod + 2, (short) (13 + levels));
            small[cod + 4] |= 1;
            byte[] bare = Arrays.copyOfRange(small, indexOf(small, 0xFF4F), small.length);
            refused(bare, Reason.DAMAGED);
        }
    }

    @Test
    void noMutantDoesMoreThanShowOrBeRefusedQuietly() throws Exception {
        byte[] face = FacePicture.toJpeg2000(photo());
        Random random = new Random(7);
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream listener = new PrintStream(said, true, StandardCharsets.UTF_8);
        try {
            System.setOut(listener);
            System.setErr(listener);
            Assertions.assertTimeout(Duration.ofSeconds(60), () -> {
                for (int i = 0; i < 400; i++) {
                    byte[] mutant = face.clone();
                    for (int k = 0; k <= i % 4; k++) {
                        mutant[random.nextInt(mutant.length)] = (byte) random.nextInt(256);
                    }
                    showOrRefuse(i % 5 == 0 ? Arrays.copyOf(mutant, random.nextInt(mutant.length)) : mutant);
                }
            });
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
        assertThat(said.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void thePlugInsStayOutOfJavasLookup() throws Exception {
        FacePicture.toJpeg2000(photo());
        for (String format : new String[] {"jpeg2000", "JPEG 2000", "tiff", "raw"}) {
            ImageIO.getImageReadersByFormatName(format)
                    .forEachRemaining(reader ->
                            assertThat(reader.getClass().getName()).doesNotStartWith("com.github.jaiimageio"));
        }
    }

    private static void showOrRefuse(byte[] bytes) {
        try {
            assertThat(FacePicture.asPng(bytes, FacePicture.JPEG_2000)).isNotEmpty();
        } catch (PortraitRefusedException e) {
            assertThat(e.reason()).isNotNull();
        }
    }

    private static void refused(byte[] face, Reason reason) {
        assertThatExceptionOfType(PortraitRefusedException.class)
                .isThrownBy(() -> FacePicture.asPng(face, FacePicture.JPEG_2000))
                .satisfies(e -> assertThat(e.reason()).isEqualTo(reason));
    }

    private static int indexOf(byte[] bytes, int marker) {
        for (int i = 0; i + 1 < bytes.length; i++) {
            if ((bytes[i] & 0xFF) == marker >> 8 && (bytes[i + 1] & 0xFF) == (marker & 0xFF)) {
                return i;
            }
        }
        throw new AssertionError("no such marker");
    }
}
