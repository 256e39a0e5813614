package org.stayseal.operator;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.stayseal.spec.trust.KeyState;
import org.stayseal.spec.trust.LocalText;
import org.stayseal.spec.trust.Service;
import org.stayseal.spec.trust.StateChange;
import org.stayseal.trust.authority.register.RegisteredService;

/**
 * The timeline as SVG: a row for each listed key over two years, and below it what must be done, by number. States are told apart by words and patterns as well as by colours, which
 * are those of Okabe and Ito.
 */
final class StatusPicture {

    private static final int WIDTH = 1_120;
    private static final int LEFT = 260;
    private static final int RIGHT = 1_090;
    private static final int TOP = 92;
    private static final int ROW = 38;
    private static final int BAR = 20;
    private static final int LINE = 20;
    private static final int LETTER = 7;
    private static final int MOST_LETTERS = 150;
    private static final Duration BACK = Duration.ofDays(120);
    private static final Duration AHEAD = Duration.ofDays(610);

    private final Timeline timeline;
    private final List<Deadline> deadlines;
    private final Instant from;
    private final Instant until;
    private final StringBuilder out = new StringBuilder();

    private StatusPicture(Timeline timeline, List<Deadline> deadlines) {
        this.timeline = timeline;
        this.deadlines = deadlines;
        this.from = timeline.now().minus(BACK);
        this.until = timeline.now().plus(AHEAD);
    }

    static String svg(Timeline timeline, List<Deadline> deadlines) {
        return new StatusPicture(timeline, deadlines).draw();
    }

    private String draw() {
        List<RegisteredService> rows = timeline.register().services();
        int bottom = TOP + ROW * (rows.size() + 1);
        List<String> lines = list();
        int height = bottom + 70 + LINE * lines.size() + 20;
        out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + WIDTH + "\" height=\"" + height
                + "\" viewBox=\"0 0 " + WIDTH + " " + height
                + "\" font-family=\"Noto Sans, DejaVu Sans, sans-serif\" font-size=\"13\">\n");
        out.append("<title>" + escaped("Keys of " + timeline.register().country() + " as of " + timeline.now())
                + "</title>\n");
        out.append(
                "<defs><pattern id=\"planned\" width=\"8\" height=\"8\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">"
                        + "<rect width=\"8\" height=\"8\" fill=\"#ffffff\"/><rect width=\"3\" height=\"8\" fill=\"#56b4e9\"/></pattern></defs>\n");
        out.append("<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n");
        text(
                20,
                30,
                "Keys of " + timeline.register().country() + ", "
                        + timeline.register().environment().word() + ", as of " + day(timeline.now()),
                "font-size=\"18\" font-weight=\"bold\"");
        text(
                20,
                52,
                "A bar is the time in which a key signs; numbers are what must be done by then, listed below.",
                "fill=\"#444444\"");
        axis(bottom);
        root();
        for (int i = 0; i < rows.size(); i++) {
            row(rows.get(i), TOP + ROW * (i + 1));
        }
        marks(bottom);
        for (int i = 0; i < lines.size(); i++) {
            text(20, bottom + 70 + LINE * i, lines.get(i), "");
        }
        return out.append("</svg>\n").toString();
    }

    /** A line for each quarter of a year, its month below the title, and today. */
    private void axis(int bottom) {
        ZonedDateTime month = from.atZone(ZoneOffset.UTC)
                .withDayOfMonth(1)
                .truncatedTo(ChronoUnit.DAYS)
                .plusMonths(1);
        for (; month.toInstant().isBefore(until); month = month.plusMonths(1)) {
            if (month.getMonthValue() % 3 != 1) {
                continue;
            }
            int x = x(month.toInstant());
            line(x, TOP - 8, x, bottom, "stroke=\"#dddddd\"");
            text(
                    x,
                    TOP - 14,
                    String.format(Locale.ROOT, "%d-%02d", month.getYear(), month.getMonthValue()),
                    "text-anchor=\"middle\" fill=\"#444444\"");
        }
        int today = x(timeline.now());
        line(today, TOP - 8, today, bottom, "stroke=\"#000000\" stroke-width=\"2\" stroke-dasharray=\"6 3\"");
    }

    private void root() {
        timeline.register().root().ifPresent(root -> {
            label(
                    TOP,
                    "root " + root.root().head().sequence(),
                    "until " + day(root.root().head().nextUpdate()));
            bar(TOP, root.root().head().issued(), root.root().head().nextUpdate(), "#0072b2", "#ffffff", "in force");
        });
    }

    private void row(RegisteredService service, int y) {
        String name = LocalText.forReader(service.service().name(), List.of()).value();
        label(y, cut(name, 32), service.id().substring(0, 16));
        KeyState state = service.state();
        Instant start = service.service()
                .states()
                .changes()
                .get(service.service().states().changes().size() - 1)
                .since();
        Optional<Instant> signs = Timeline.signsUntil(service);
        Instant end = signs.orElse(until.plusSeconds(1));
        if (service.service() instanceof Service.PermitSigner signer) {
            start = signer.term().signsFrom();
        }
        if (state == KeyState.REVOKED) {
            end = service.service().states().since();
            start = start.isBefore(end) ? start : end.minus(BACK);
        }
        String word = state == KeyState.REVOKED
                ? "revoked on " + day(service.service().states().since())
                : ListWords.word(state) + (signs.isPresent() ? "" : ", without an end");
        bar(y, start, end, fill(state), state == KeyState.ANNOUNCED ? "#000000" : "#ffffff", word);
        for (StateChange change : service.service().states().changes()) {
            if (change.since().isAfter(from) && change.since().isBefore(until)) {
                int x = x(change.since());
                line(x, y - 3, x, y + BAR + 3, "stroke=\"#000000\" stroke-width=\"1.5\"");
            }
        }
    }

    private static String fill(KeyState state) {
        return switch (state) {
            case ANNOUNCED -> "url(#planned)";
            case ACTIVE -> "#00684c";
            case RETIRING -> "#8a5a00";
            case RETIRED -> "#6b6b6b";
            case REVOKED -> "#a63f00";
        };
    }

    private void bar(int y, Instant start, Instant end, String fill, String ink, String word) {
        Instant begins = start.isBefore(from) ? from : start;
        Instant ends = end.isAfter(until) ? until : end;
        if (!begins.isBefore(ends)) {
            text(
                    LEFT + 6,
                    y + 15,
                    word.startsWith("revoked")
                            ? word
                            : word + (end.isBefore(from) ? ", until " + day(end) : ", from " + day(start)),
                    "fill=\"#444444\"");
            return;
        }
        int left = x(begins);
        int width = Math.max(3, x(ends) - left);
        out.append("<rect x=\"" + left + "\" y=\"" + y + "\" width=\"" + width + "\" height=\"" + BAR
                + "\" rx=\"3\" fill=\"" + fill + "\" stroke=\"#333333\"/>\n");
        String said = word.contains(",") || word.startsWith("revoked")
                ? word
                : word
                        + (end.isAfter(until)
                                ? ", until " + end.atZone(ZoneOffset.UTC).getYear() + " →"
                                : ", until " + day(end));
        int letters = said.length() * LETTER + 12;
        if (letters <= width) {
            if (ink.equals("#000000")) {
                out.append("<rect x=\"" + (left + 3) + "\" y=\"" + (y + 2) + "\" width=\"" + letters + "\" height=\""
                        + (BAR - 4) + "\" fill=\"#ffffff\"/>\n");
            }
            text(left + 8, y + 15, said, "fill=\"" + ink + "\"");
        } else if (left + width + letters < RIGHT) {
            text(left + width + 6, y + 15, said, "fill=\"#000000\"");
        } else {
            text(left - 6, y + 15, said, "fill=\"#000000\" text-anchor=\"end\"");
        }
    }

    /** The numbers below the rows; those that would lie on each other stand in a second and third line. */
    private void marks(int bottom) {
        List<Integer> ends = new ArrayList<>(List.of(-99, -99, -99));
        StringBuilder circles = new StringBuilder();
        for (int i = 0; i < deadlines.size(); i++) {
            Instant by = deadlines.get(i).by();
            if (by.isAfter(until)) {
                continue;
            }
            int x = x(by.isBefore(from) ? from : by);
            int level = 0;
            while (level < ends.size() - 1 && ends.get(level) > x - 24) {
                level++;
            }
            int shifted = Math.max(x, ends.get(level) + 24);
            ends.set(level, shifted);
            boolean due = deadlines.get(i).due(timeline.now());
            int middle = bottom + 14 + level * 20;
            line(x, bottom - 4, shifted, middle, "stroke=\"#000000\"");
            circles.append("<circle cx=\"" + shifted + "\" cy=\"" + middle + "\" r=\"10\" fill=\""
                    + (due ? "#000000" : "#ffffff") + "\" stroke=\"#000000\"/>\n");
            circles.append("<text x=\"" + shifted + "\" y=\"" + (middle + 4)
                    + "\" text-anchor=\"middle\" font-size=\"11\" fill=\"" + (due ? "#ffffff" : "#000000") + "\">"
                    + (i + 1)
                    + "</text>\n");
        }
        out.append(circles);
    }

    private List<String> list() {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < deadlines.size(); i++) {
            Deadline one = deadlines.get(i);
            String when = one.overdue(timeline.now()) ? "OVERDUE, by " : one.due(timeline.now()) ? "NOW, by " : "by ";
            String rest = (i + 1) + "  " + when + day(one.by()) + ": " + one.what();
            while (rest.length() > MOST_LETTERS) {
                int space = rest.lastIndexOf(' ', MOST_LETTERS);
                int end = space < 40 ? MOST_LETTERS : space;
                lines.add(rest.substring(0, end));
                rest = "     " + rest.substring(end).strip();
            }
            lines.add(rest);
        }
        return lines;
    }

    private void label(int y, String name, String below) {
        text(20, y + 10, name, "");
        text(20, y + 25, below, "font-size=\"11\" fill=\"#555555\"");
    }

    private int x(Instant moment) {
        double part = (double) Duration.between(from, moment).toSeconds()
                / Duration.between(from, until).toSeconds();
        return LEFT + (int) Math.round(part * (RIGHT - LEFT));
    }

    private static String day(Instant moment) {
        return moment.atZone(ZoneOffset.UTC).toLocalDate().toString();
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most - 1) + "…";
    }

    private void text(int x, int y, String text, String attributes) {
        out.append("<text x=\"" + x + "\" y=\"" + y + "\" xml:space=\"preserve\" paint-order=\"stroke\" " + attributes
                + ">" + escaped(text) + "</text>\n");
    }

    private void line(int x1, int y1, int x2, int y2, String attributes) {
        out.append(
                "<line x1=\"" + x1 + "\" y1=\"" + y1 + "\" x2=\"" + x2 + "\" y2=\"" + y2 + "\" " + attributes + "/>\n");
    }

    private static String escaped(String text) {
        return Printable.of(text).replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
