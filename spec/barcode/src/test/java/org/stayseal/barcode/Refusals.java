package org.stayseal.barcode;

import com.sun.management.ThreadMXBean;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What it costs to refuse files made to cost much: processor time and memory taken (all of it, whether freed again or not). Started by {@code bench/refusals}; prints a table in Markdown. */
public final class Refusals {
    private Refusals() {}

    public static void main(String[] arguments) throws IOException {
        ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        Map<String, byte[]> files = files();
        // Once in advance: loading the classes of a decoder is not the price of a file.
        files.values().forEach(file -> new CodeReader().read(file));
        System.out.println("| file | bytes | answer | ms | MiB |\n|---|---|---|---|---|");
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            long cpu = thread.getCurrentThreadCpuTime();
            long memory = thread.getThreadAllocatedBytes(Thread.currentThread().getId());
            ReadResult result = new CodeReader().read(file.getValue());
            memory = thread.getThreadAllocatedBytes(Thread.currentThread().getId()) - memory;
            cpu = thread.getCurrentThreadCpuTime() - cpu;
            String answer = result instanceof ReadResult.Unreadable refused
                    ? refused.kind() + ": " + refused.reason()
                    : result.getClass().getSimpleName();
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %d | %s | %.1f | %.1f |%n",
                    file.getKey(),
                    file.getValue().length,
                    answer,
                    cpu / 1e6,
                    memory / 1048576.0);
        }
    }

    private static Map<String, byte[]> files() throws IOException {
        byte[] jpeg = Scenes.file(Scenes.canvas(1200, 900, Color.GRAY), "jpg");
        byte[] png = Scenes.file(
                DistortedSet.make(new DistortedSet.Which(Distortion.NOISY, Payload.CREDENTIAL_WITH_PHOTO, 3, 1))
                        .picture(),
                "png");
        BufferedImage frame =
                QrCode.ofText("RP1:FRAME", QrCode.Level.Q).matrix().toPicture(8, 4);
        BufferedImage[] frames = new BufferedImage[500];
        Arrays.fill(frames, frame);
        byte[] pdf = Scenes.pdf(Collections.nCopies(
                1000,
                List.of(new Scenes.Placed(
                        QrCode.ofText("RP1:PAGE", QrCode.Level.Q).matrix(), 20, 20, 40))));
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("PNG that declares 60,000 by 60,000 pixels", BadFilesTest.pngHeader(60_000, 60_000));
        files.put("PNG that declares 7,000 by 7,000 and holds none", BadFilesTest.pngHeader(7_000, 7_000));
        files.put("PNG cut in half", Arrays.copyOf(png, png.length / 2));
        files.put("JPEG that declares 65,000 by 65,000 pixels", BadFilesTest.jpegHeader(65_000, 65_000));
        files.put("JPEG cut in half", Arrays.copyOf(jpeg, jpeg.length / 2));
        files.put("JPEG cut after its header", Arrays.copyOf(jpeg, 620));
        files.put("GIF that declares 65,535 by 65,535 pixels", BadFilesTest.gifHeader(65_535, 65_535));
        files.put("GIF of 500 pictures (the first is read)", MovingGif.of(frames));
        files.put("PDF of 1,000 pages", pdf);
        files.put("PDF of 1,000 pages without its end", Arrays.copyOf(pdf, pdf.length - 30_000));
        files.put("PDF that is only a mark", "%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII));
        files.put("file of 21 MiB", Arrays.copyOf(jpeg, 21 * 1024 * 1024));
        files.put("text", "RP1:NOT A PICTURE".getBytes(StandardCharsets.US_ASCII));
        return files;
    }
}
