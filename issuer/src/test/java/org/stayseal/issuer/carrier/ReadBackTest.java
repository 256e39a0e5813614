package org.stayseal.issuer.carrier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.stayseal.barcode.CodeMatrix;
import org.stayseal.barcode.CodeReader;
import org.stayseal.barcode.DataMatrix;
import org.stayseal.barcode.QrCode;
import org.stayseal.issuer.issuance.CarrierMaker.ReadBackRefused;
import org.stayseal.issuer.issuance.CarrierOrder;

/** A phantom is constructed here: a symbol that stands where print might have been "corrected" into one. */
@ExtendWith(OutputCaptureExtension.class)
class ReadBackTest {
    private static final CarrierOrder ORDER = Utopians.order(Utopians.olena(), "lt");
    private static final PermitCodes CODES = Utopians.codes(ORDER);

    private final ReadBack readBack = new ReadBack(CodeReader.countingOwnWork());

    @ParameterizedTest
    @ValueSource(strings = {"phantom", "\u00DC\u0003GG", "secret-of-nobody-that-is-longer"})
    void aCodeOfNoPermitRefusesNothingAndIsLoggedWithoutItsContent(String content, CapturedOutput log) {
        CodeMatrix phantom =
                DataMatrix.of(content.getBytes(StandardCharsets.ISO_8859_1)).matrix();
        byte[] picture = picture(CODES.matrix(CarrierCode.STAY), phantom);
        assertThatCode(() -> readBack.check("stay.png", picture, CODES, Set.of(CarrierCode.STAY)))
                .doesNotThrowAnyException();
        assertThat(log.getAll())
                .contains("stay.png shows a code that was not put there: DataMatrix of " + content.length()
                        + " bytes on page 1, from 0.")
                .doesNotContain(content);
    }

    @Test
    void anotherPermitsCodeRefusesIt() {
        byte[] picture = picture(
                CODES.matrix(CarrierCode.STAY),
                QrCode.ofText("RP1:ANOTHER0PERSONS0CODE", QrCode.Level.M).matrix());
        assertThatThrownBy(() -> readBack.check("stay.png", picture, CODES, Set.of(CarrierCode.STAY)))
                .isInstanceOf(ReadBackRefused.class)
                .hasMessageContaining("QR code of 24 bytes");
    }

    @Test
    void aCodeThatIsMissingOrHasOtherBytesRefusesIt() {
        byte[] nothing = picture();
        byte[] changed = CODES.content(CarrierCode.SEAL);
        changed[70] ^= 1;
        byte[] other = picture(DataMatrix.of(changed).matrix());
        byte[] longer = picture(DataMatrix.of(Arrays.copyOf(CODES.content(CarrierCode.SEAL), 143))
                .matrix());
        for (byte[] picture : new byte[][] {nothing, other, longer}) {
            assertThatThrownBy(() -> readBack.check("seal.png", picture, CODES, Set.of(CarrierCode.SEAL)))
                    .isInstanceOf(ReadBackRefused.class)
                    .hasMessageContaining("'seal'");
        }
    }

    /** Symbols one below the other, on white. */
    private static byte[] picture(CodeMatrix... symbols) {
        try {
            BufferedImage page = new BufferedImage(1000, 1400, BufferedImage.TYPE_BYTE_GRAY);
            Graphics2D g = page.createGraphics();
            g.setColor(Color.WHITE);
            g.fillRect(0, 0, page.getWidth(), page.getHeight());
            int y = 60;
            for (CodeMatrix symbol : symbols) {
                BufferedImage drawn = ImageIO.read(new ByteArrayInputStream(symbol.toPng(6)));
                g.drawImage(drawn, 60, y, null);
                y += drawn.getHeight() + 60;
            }
            g.dispose();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(page, "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
