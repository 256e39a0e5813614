package org.stayseal.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.stayseal.barcode.FoundCode;
import org.stayseal.barcode.ReadResult;
import org.stayseal.barcode.Symbology;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.bytes.Hex;
import org.stayseal.spec.registry.Limits;
import org.stayseal.spec.vdsnc.VdsNcDecoder;
import org.stayseal.spec.verify.Recognition;
import org.stayseal.spec.verify.Verifier;

/** From what the caller names to the codes in it: a picture, a PDF, a text file with one code a line, or standard input. Nothing that stands in a code is followed (VER-13). */
final class Inputs {
    /** How a problem begins when the file is broken, and how when it cannot be looked at for another reason (VER-12). */
    static final String DAMAGED = "damaged: ";

    static final String UNREADABLE = "unreadable: ";

    private static final Pattern NAME_OF_PICTURE = Pattern.compile("(?i).*\\.(png|jpe?g|gif|webp|pdf)");

    /**
     * One code, or why there is none.
     *
     * @param name what the caller called it
     * @param place where in it: a page, a line; empty where there is only one place
     * @param code its bytes; empty with a {@code problem}
     * @param problem why there is no code (VER-12)
     */
    record Input(String name, String place, byte[] code, String problem) {}

    private final Console console;

    Inputs(Console console) {
        this.console = console;
    }

    /** The codes of one input, at least one entry. */
    List<Input> of(String name) throws CommandFailed {
        byte[] file = read(name);
        if (file.length == 0) {
            return List.of(none(name, DAMAGED + "it is empty"));
        }
        boolean isNamedText = !NAME_OF_PICTURE.matcher(name).matches();
        return isNamedText && isText(file) && !isPdf(file)
                ? lines(name, new String(file, StandardCharsets.UTF_8))
                : picture(name, file);
    }

    static List<Input> text(String code) {
        return List.of(new Input("--text", "", Verifier.typed(code), ""));
    }

    static Input hex(String hex) throws CommandFailed {
        try {
            return new Input("--hex", "", Hex.decode(hex.replaceAll("[\\s:]", ""), "VER-11"), "");
        } catch (FormatException e) {
            throw new CommandFailed(
                    Exit.USAGE, "--hex is not hexadecimal", "give an even number of digits 0-9 and A-F");
        }
    }

    /** All bytes of a picture or text. */
    byte[] read(String name) throws CommandFailed {
        return read(name, Limits.MAX_PICTURE_BYTES);
    }

    /** All bytes of a snapshot's file. */
    byte[] snapshot(String name) throws CommandFailed {
        return read(name, Limits.MAX_SNAPSHOT_BYTES);
    }

    /** All bytes of a file, or of standard input for {@code -}. */
    private byte[] read(String name, int most) throws CommandFailed {
        try (InputStream in = name.equals("-") ? console.in() : Files.newInputStream(path(name))) {
            byte[] bytes = in.readNBytes(most + 1);
            if (bytes.length > most) {
                throw new CommandFailed(
                        Exit.NO_INPUT, name + " is larger than " + most / (1 << 20) + " MiB", "give a smaller file");
            }
            return bytes;
        } catch (NoSuchFileException e) {
            throw new CommandFailed(Exit.NO_INPUT, "there is no file " + name, "check the path");
        } catch (AccessDeniedException e) {
            throw new CommandFailed(Exit.NO_INPUT, name + " may not be read", "check its permissions");
        } catch (IOException e) {
            throw new CommandFailed(Exit.NO_INPUT, name + " cannot be read", "check that it is a file");
        }
    }

    static Path path(String name) throws CommandFailed {
        try {
            return Path.of(name);
        } catch (java.nio.file.InvalidPathException e) {
            throw new CommandFailed(Exit.NO_INPUT, "that is no path of a file", "check the path");
        }
    }

    private static List<Input> lines(String name, String text) {
        List<Input> inputs = new ArrayList<>();
        // Some editors begin a text with a byte order mark, which is no part of the first code.
        String codes = text.replaceFirst("^\uFEFF", "");
        List<String> lines = codes.lines().toList();
        if (isOneVdsNc(codes, lines)) {
            return List.of(new Input(name, "", Verifier.typed(codes), ""));
        }
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                inputs.add(
                        new Input(name, lines.size() == 1 ? "" : "line " + (i + 1), Verifier.typed(lines.get(i)), ""));
            }
        }
        return inputs.isEmpty() ? List.of(none(name, "it has no line with a code")) : inputs;
    }

    /** A VDS-NC is JSON and may have line breaks; elsewhere each line is a code. */
    private static boolean isOneVdsNc(String text, List<String> lines) {
        return VdsNcDecoder.looksLikeVdsNc(Verifier.typed(text))
                && !VdsNcDecoder.looksLikeVdsNc(Verifier.typed(lines.stream()
                        .filter(line -> !line.isBlank())
                        .findFirst()
                        .orElse("")));
    }

    private List<Input> picture(String name, byte[] file) {
        ReadResult result = console.eyes().apply(file);
        if (result instanceof ReadResult.Unreadable unreadable) {
            boolean damaged =
                    unreadable.kind() == ReadResult.Kind.DAMAGED || unreadable.kind() == ReadResult.Kind.NOT_A_PICTURE;
            return List.of(none(name, (damaged ? DAMAGED : UNREADABLE) + unreadable.reason()));
        }
        List<FoundCode> codes = result instanceof ReadResult.Found found ? withoutAccidents(found.codes()) : List.of();
        if (codes.isEmpty()) {
            return List.of(none(name, "no code was found in it"));
        }
        List<FoundCode> permits = codes.stream()
                .filter(code -> Recognition.isPermits(code.bytes()))
                .toList();
        // VER-12: beside a permit's code, others are only mentioned.
        List<FoundCode> judged = permits.isEmpty() ? codes : permits;
        int mentioned = codes.size() - judged.size();
        if (mentioned > 0) {
            console.err()
                    .println("note: " + Printable.of(name) + " also holds "
                            + (mentioned == 1
                                    ? "a code of another kind, which is"
                                    : mentioned + " codes of another kind, which are")
                            + " not judged");
        }
        List<Input> inputs = new ArrayList<>();
        for (FoundCode code : judged) {
            inputs.add(new Input(name, place(code, judged), code.bytes(), ""));
        }
        return inputs;
    }

    /** {@code page 2, QR code}, and which one from the top where the page has several. */
    private static String place(FoundCode code, List<FoundCode> all) {
        List<FoundCode> alike = all.stream()
                .filter(other -> other.page() == code.page() && other.symbology() == code.symbology())
                .toList();
        String kind = "page " + code.page() + ", " + code.symbology().title();
        if (all.size() == 1) {
            return "";
        }
        return alike.size() == 1 ? kind : kind + " " + (alike.indexOf(code) + 1);
    }

    /** VER-12: so small a symbol is hardly told from print. A QR code is too well protected to be such an accident. */
    private static List<FoundCode> withoutAccidents(List<FoundCode> codes) {
        return codes.stream()
                .filter(code ->
                        code.symbology() == Symbology.QR_CODE || code.text().length() >= Limits.MIN_PERMIT_BYTES)
                .toList();
    }

    private static Input none(String name, String problem) {
        return new Input(name, "", new byte[0], problem);
    }

    /** A PDF may be all text. */
    private static boolean isPdf(byte[] file) {
        return new String(file, 0, Math.min(file.length, 5), StandardCharsets.ISO_8859_1).equals("%PDF-");
    }

    /** Text is UTF-8 without control characters but line ends and tabs. A seal is no text: it is given by {@code --hex} or in a picture. */
    private static boolean isText(byte[] file) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .chars()
                    .allMatch(c -> c >= 0x20 && c != 0x7F || c == '\n' || c == '\r' || c == '\t' || c == 0xFEFF);
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
