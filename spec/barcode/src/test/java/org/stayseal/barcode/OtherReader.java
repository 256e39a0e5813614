package org.stayseal.barcode;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** A reader that shares no code with ours, as a program that is given a picture. */
interface OtherReader {
    String name();

    /** What it can read at all. */
    Set<Symbology> reads();

    /** For each expected code whether it was found, byte for byte. */
    List<Boolean> finds(Path picture, List<DistortedSet.Expected> expected) throws IOException, InterruptedException;

    /** Those that are installed: Debian's packages zxing-cpp-tools, zbar-tools and dmtx-utils, and the page's own reader where {@code npm ci} has run. */
    static List<OtherReader> installed(Path verifierWeb) throws IOException {
        java.util.ArrayList<OtherReader> readers = new java.util.ArrayList<>();
        Path node = verifierWeb.resolve("node_modules/node/bin/node");
        if (Files.isExecutable(node)) {
            readers.add(new PageReader(node, verifierWeb));
        }
        if (isInstalled("ZXingReader")) {
            readers.add(new Program("ZXingReader", EnumSet.allOf(Symbology.class), "ZXingReader"));
        }
        if (isInstalled("zbarimg")) {
            readers.add(new Program("zbarimg", Set.of(Symbology.QR_CODE), "zbarimg", "--quiet", "--raw", "-Sbinary"));
        }
        if (isInstalled("dmtxread")) {
            readers.add(new Program("dmtxread", Set.of(Symbology.DATA_MATRIX), "dmtxread", "-m20000", "-N3"));
        }
        return List.copyOf(readers);
    }

    static boolean isInstalled(String program) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    /** One of Debian's: started for each picture, and stopped after half a minute. */
    record Program(String name, Set<Symbology> reads, List<String> command) implements OtherReader {
        Program(String name, Set<Symbology> reads, String... command) {
            this(name, reads, List.of(command));
        }

        @Override
        public List<Boolean> finds(Path picture, List<DistortedSet.Expected> expected)
                throws IOException, InterruptedException {
            List<String> all = new java.util.ArrayList<>(command);
            all.add(picture.toString());
            Process process = new ProcessBuilder(all)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            Thread watch = new Thread(() -> {
                try {
                    if (!process.waitFor(30, TimeUnit.SECONDS)) {
                        process.destroyForcibly();
                    }
                } catch (InterruptedException e) {
                    process.destroyForcibly();
                }
            });
            watch.setDaemon(true);
            watch.start();
            byte[] output = process.getInputStream().readAllBytes();
            process.waitFor();
            String said = new String(output, StandardCharsets.ISO_8859_1);
            if (name.equals("ZXingReader")) {
                List<String> bytes = said.lines()
                        .filter(line -> line.startsWith("Bytes:"))
                        .map(line -> line.substring("Bytes:".length()).replace(" ", ""))
                        .toList();
                return expected.stream()
                        .map(e -> bytes.contains(HexFormat.of().withUpperCase().formatHex(e.content())))
                        .toList();
            }
            return expected.stream()
                    .map(e -> said.contains(new String(e.content(), StandardCharsets.ISO_8859_1)))
                    .toList();
        }
    }

    /** The reader of the verifier page, kept running in Node; it is told a file a line and answers with a line of hexadecimal contents. */
    final class PageReader implements OtherReader {
        private final Process process;
        private final PrintStream questions;
        private final BufferedReader answers;

        PageReader(Path node, Path verifierWeb) throws IOException {
            process = new ProcessBuilder(node.toAbsolutePath().toString(), "reading.mjs")
                    .directory(verifierWeb.toFile())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            questions = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
            answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        }

        @Override
        public String name() {
            return "page";
        }

        @Override
        public Set<Symbology> reads() {
            return EnumSet.allOf(Symbology.class);
        }

        @Override
        public List<Boolean> finds(Path picture, List<DistortedSet.Expected> expected) throws IOException {
            questions.println(picture.toAbsolutePath());
            String answer = Optional.ofNullable(answers.readLine()).orElseThrow();
            List<String> found = List.of(answer.split(" "));
            return expected.stream()
                    .map(e -> found.contains(HexFormat.of().formatHex(e.content())))
                    .toList();
        }
    }
}
