package org.stayseal.barcode;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What a file is by its first bytes; names and declared types are never asked. */
enum FileKind {
    PNG("PNG picture"),
    JPEG("JPEG picture"),
    GIF("GIF picture"),
    WEBP("WebP picture"),
    PDF("PDF");

    /** Readers of PDF accept some bytes before its mark. */
    private static final int PDF_MARK_WITHIN = 1024;

    private final String title;

    FileKind(String title) {
        this.title = title;
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
