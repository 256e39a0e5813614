package org.stayseal.barcode;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.PDNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;

/** A file attached to a PDF, found by its name (RCPT-20). Nothing of the pages is looked at. */
public final class PdfAttachment {

    private static final int DEEPEST = 8;
    private static final int MOST = 64;

    private PdfAttachment() {}

    /**
     * @param mostBytes of the attached file; more are as if it were not there
     * @return nothing where it is no PDF, is locked or broken, or has none or several of this name
     */
    public static Optional<byte[]> of(byte[] pdf, String name, int mostBytes) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDEmbeddedFilesNameTreeNode tree =
                    new PDDocumentNameDictionary(document.getDocumentCatalog()).getEmbeddedFiles();
            if (tree == null) {
                return Optional.empty();
            }
            List<PDEmbeddedFile> found = new java.util.ArrayList<>();
            collect(tree, name, found, DEEPEST);
            if (found.size() != 1) {
                return Optional.empty();
            }
            try (InputStream in = found.get(0).createInputStream()) {
                byte[] bytes = in.readNBytes(mostBytes + 1);
                return bytes.length > mostBytes ? Optional.empty() : Optional.of(bytes);
            }
        } catch (IOException | RuntimeException e) {
            // The library answers broken files with many kinds of exception; none of them is a receipt.
            return Optional.empty();
        }
    }

    private static void collect(
            PDNameTreeNode<PDComplexFileSpecification> node, String name, List<PDEmbeddedFile> found, int deep)
            throws IOException {
        Map<String, PDComplexFileSpecification> names = node.getNames();
        if (names != null) {
            for (PDComplexFileSpecification file : names.values()) {
                if (name.equals(file.getFilename()) && file.getEmbeddedFile() != null) {
                    found.add(file.getEmbeddedFile());
                }
            }
        }
        List<PDNameTreeNode<PDComplexFileSpecification>> kids = node.getKids();
        if (kids != null && deep > 0) {
            for (PDNameTreeNode<PDComplexFileSpecification> kid : kids.subList(0, Math.min(MOST, kids.size()))) {
                collect(kid, name, found, deep - 1);
            }
        }
    }
}
