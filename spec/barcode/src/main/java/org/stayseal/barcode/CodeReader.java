package org.stayseal.barcode;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import org.stayseal.barcode.ReadResult.Found;
import org.stayseal.barcode.ReadResult.Kind;
import org.stayseal.barcode.ReadResult.NothingFound;
import org.stayseal.barcode.ReadResult.Unreadable;
import org.stayseal.barcode.SymbolFinder.Sighting;
import org.stayseal.barcode.SymbolFinder.Sightings;

/**
 * Finds the codes in a picture (PNG, JPEG, GIF, WebP) or PDF. Safe for use by several threads.
 *
 * <p>Limits: {@value #MOST_BYTES} bytes, {@value #MOST_PIXELS} pixels, {@value #MOST_PAGES} pages of a PDF, about ten seconds a picture or page and thirty a PDF. What breaks a
 * limit of size is {@link Unreadable} before memory is taken for it; when time runs out, the answer is what was found until then.
 */
public final class CodeReader {
    /** Longest file that is opened: 20 MiB. */
    public static final int MOST_BYTES = 20 * 1024 * 1024;

    /** Largest picture that is decoded. */
    public static final long MOST_PIXELS = 50_000_000;

    /** Pages of a PDF; one with more is refused, as an answer about its first pages only would pass for one about all. */
    public static final int MOST_PAGES = 20;

    private static final long MOST_PIXELS_OF_PAGE = 16_000_000;
    private static final int[] RENDERINGS_DPI = {CodeMatrix.RENDERING_DPI, 300};
    private static final Duration TIME_PER_PICTURE = Duration.ofSeconds(10);
    private static final Duration TIME_PER_PDF = Duration.ofSeconds(30);

    private final SymbolFinder finder;
    private final LongSupplier ticks;

    public CodeReader() {
        this(new ZxingFinder(), System::nanoTime);
    }

    /**
     * A reader whose seconds are those in which its thread worked, not those on the wall. For codes of one's own making: a machine that is
     * busy with other things must not make them look unreadable.
     */
    public static CodeReader countingOwnWork() {
        return new CodeReader(new ZxingFinder(), workTicks());
    }

    /** Nanoseconds that the calling thread worked; on the wall where the machine does not count them. */
    static LongSupplier workTicks() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        boolean counted = threads.isCurrentThreadCpuTimeSupported() && threads.isThreadCpuTimeEnabled();
        return counted ? threads::getCurrentThreadCpuTime : System::nanoTime;
    }

    CodeReader(SymbolFinder finder, LongSupplier ticks) {
        this.finder = finder;
        this.ticks = ticks;
    }

    /**
     * Finds all codes.
     *
     * @param file the bytes of a picture or PDF; what it is, is told by its first bytes
     */
    public ReadResult read(byte[] file) {
        if (file.length > MOST_BYTES) {
            return new Unreadable(
                    Kind.TOO_LARGE, "The file has " + file.length + " bytes; at most " + MOST_BYTES + " are read.");
        }
        Optional<FileKind> kind = FileKind.of(file);
        if (kind.isEmpty()) {
            return new Unreadable(
                    Kind.NOT_A_PICTURE, "The file is neither a picture (PNG, JPEG, GIF, WebP) nor a PDF.");
        }
        try {
            return kind.get() == FileKind.PDF ? readPdf(file) : readPicture(file, kind.get());
        } catch (UnreadableException e) {
            return e.answer();
        } catch (OutOfMemoryError | StackOverflowError e) {
            // A hostile file can ask the libraries for one huge array or endless nesting; giving that up leaves the
            // process whole.
            return new Unreadable(Kind.TOO_LARGE, "The " + kind.get().title() + " needs more memory than there is.");
        }
    }

    private ReadResult readPicture(byte[] file, FileKind kind) throws UnreadableException {
        GrayPicture picture = GrayPicture.of(PictureFile.open(file, kind, MOST_PIXELS));
        Sightings sightings = finder.find(picture, Deadline.in(TIME_PER_PICTURE, ticks));
        return answer(onPage(sightings.symbols(), picture, 1));
    }

    private ReadResult readPdf(byte[] file) throws UnreadableException {
        Deadline deadline = Deadline.in(TIME_PER_PDF, ticks);
        List<FoundCode> found = new ArrayList<>();
        boolean rendered = false;
        try (PdfPages pages = PdfPages.open(file, MOST_PIXELS_OF_PAGE)) {
            if (pages.count() > MOST_PAGES) {
                throw new UnreadableException(
                        Kind.TOO_LARGE,
                        "The PDF has " + pages.count() + " pages; at most " + MOST_PAGES
                                + " are read. Save the page with the code as a PDF of its own.");
            }
            for (int page = 0; page < pages.count() && !deadline.isOver(); page++) {
                rendered |= readPage(pages, page, found, deadline.within(TIME_PER_PICTURE));
            }
        }
        if (!rendered) {
            throw new UnreadableException(Kind.DAMAGED, "No page of the PDF can be drawn within the limits.");
        }
        return answer(found);
    }

    /** True when the page could be drawn at all. A higher resolution is tried only where something seems to have been missed. */
    private boolean readPage(PdfPages pages, int page, List<FoundCode> found, Deadline deadline) {
        boolean rendered = false;
        for (int dpi : RENDERINGS_DPI) {
            Optional<GrayPicture> picture = pages.render(page, dpi, deadline);
            if (picture.isEmpty()) {
                return rendered;
            }
            rendered = true;
            Sightings sightings = finder.find(picture.get(), deadline);
            found.addAll(onPage(sightings.symbols(), picture.get(), page + 1));
            if (deadline.isOver() || (!sightings.symbols().isEmpty() && !sightings.leftUnread())) {
                return true;
            }
        }
        return rendered;
    }

    private static List<FoundCode> onPage(List<Sighting> symbols, GrayPicture picture, int page) {
        return symbols.stream()
                .map(symbol -> new FoundCode(symbol.symbology(), symbol.text(), page, position(symbol.box(), picture)))
                .toList();
    }

    private static FoundCode.Position position(Box box, GrayPicture picture) {
        double left = part(box.left(), picture.width());
        double top = part(box.top(), picture.height());
        return new FoundCode.Position(
                left,
                top,
                Math.max(left, part(box.left() + box.width(), picture.width())),
                Math.max(top, part(box.top() + box.height(), picture.height())));
    }

    private static double part(int pixels, int all) {
        return Math.min(1, Math.max(0, (double) pixels / all));
    }

    /** One content is one code, however often and at whichever resolution it was seen. */
    private static ReadResult answer(List<FoundCode> codes) {
        List<FoundCode> ordered = new ArrayList<>(codes);
        ordered.sort(Comparator.comparingInt(FoundCode::page)
                .thenComparingDouble(code -> code.position().top())
                .thenComparingDouble(code -> code.position().left()));
        Set<String> seen = new HashSet<>();
        ordered.removeIf(code -> !seen.add(code.symbology() + " " + code.text()));
        return ordered.isEmpty() ? new NothingFound() : new Found(ordered);
    }
}
