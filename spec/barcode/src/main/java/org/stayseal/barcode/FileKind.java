package org.stayseal.barcode;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What a file is by its first bytes; names and declared types are never asked. */
enum FileKind {
    /** Deflate makes at most 1,032 bytes of one, and a byte holds eight pixels of one bit. */
    PNG("PNG picture", 1032 * 8),
    /** A block of 64 pixels takes at least a bit. */
    JPEG("JPEG picture", 64 * 8),
    /** A code of twelve bits stands for at most some 3,800 pixels. */
    GIF("GIF picture", 3840 * 8 / 12),
    /** An even area takes next to nothing; the format itself ends at 16,383 pixels a side. */
    WEBP("WebP picture", Long.MAX_VALUE),
    PDF("PDF", 0);

    /** Readers of PDF accept some bytes before its mark. */
    private static final int PDF_MARK_WITHIN = 1024;

    private final String title;

    private final long mostPixelsPerByte;

    FileKind(String title, long mostPixelsPerByte) {
        this.title = title;
        this.mostPixelsPerByte = mostPixelsPerByte;
    }

    /** Whether so many bytes can hold so many pixels at all; if not, the file is cut short or lies, and no memory need be taken to find out. */
    boolean canHold(long pixels, long bytes) {
        return pixels / bytes <= mostPixelsPerByte;
    }

    String title() {
        return title;
    }

    static Optional<FileKind> of(byte[] file) {
        String start = new String(file, 0, Math.min(file.length, PDF_MARK_WITHIN), StandardCharsets.ISO_8859_1);
        if (start.startsWith("\u0089PNG\r\n\u001a\n")) {
            return Optional.of(PNG);
        }
        if (start.startsWith("\u00ff\u00d8\u00ff")) {
            return Optional.of(JPEG);
        }
        if (start.startsWith("GIF87a") || start.startsWith("GIF89a")) {
            return Optional.of(GIF);
        }
        if (start.startsWith("RIFF") && start.startsWith("WEBP", 8)) {
            return Optional.of(WEBP);
        }
        return start.contains("%PDF-") ? Optional.of(PDF) : Optional.empty();
    }
}
