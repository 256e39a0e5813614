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
import org.stayseal.spec.trust.Notice;
import org.stayseal.spec.trust.Service;
import org.stayseal.spec.trust.StateChange;
import org.stayseal.trust.authority.register.RegisteredService;

/**
 * The timeline as SVG: a row for each listed key and each notice over two years, and below it what must be done, by number. States are told apart by words and patterns as well as by
 * colours, which are those of Okabe and Ito.
 */
final class StatusPicture {

    private static final int WIDTH = 1_120;
    private static final int LEFT = 260;
    private static final int RIGHT = 1_060;
    private static final int TOP = 100;
    private static final int ROW = 38;
    private static final int BAR = 20;
    private static final int LINE = 20;
    private static final int LETTER = 7;
    private static final int MOST_LETTERS = 140;
    private static final int GAP = 24;
    private static final Duration BACK = Duration.ofDays(120);
    private static final Duration AHEAD = Duration.ofDays(610);

    private final Timeline timeline;
    private final List<Deadline> deadlines;
    private final Instant from;
    private final Instant until;
    private final Svg out = new Svg();

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
        List<RegisteredService> services = timeline.register().services();
        List<Notice> notices = timeline.register().notices();
        int bottom = TOP + ROW * (services.size() + notices.size() + 1);
        int list = bottom + 92;
        int lines = deadlines.stream().mapToInt(one -> wrapped(one).size()).sum();
        int height = list + LINE * lines + 12;
        String title = "Keys of " + timeline.register().country() + ", "
                + timeline.register().environment().word() + ", as of " + day(timeline.now());
        out.raw("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + WIDTH + "\" height=\"" + height
                + "\" viewBox=\"0 0 " + WIDTH + " " + height
                + "\" font-family=\"Noto Sans, DejaVu Sans, sans-serif\" font-size=\"13\">");
        out.raw("<title>" + Svg.escaped(title) + "</title>");
        out.raw("<defs>" + stripes("planned", "#56b4e9", 45) + stripes("suspended", "#e69f00", -45) + "</defs>");
        out.raw("<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>");
        out.text(20, 30, title, "font-size=\"18\" font-weight=\"bold\"");
        out.text(
                20,
                52,
                "A bar is the time in which a key signs, or a notice applies. Numbers are what must be done by then, listed below; full ones are due.",
                "fill=\"#444444\"");
        axis(bottom);
        root();
        for (int i = 0; i < services.size(); i++) {
            row(services.get(i), TOP + ROW * (i + 1));
        }
        for (int i = 0; i < notices.size(); i++) {
            row(notices.get(i), TOP + ROW * (services.size() + i + 1));
        }
        marks(bottom);
        list(list);
        out.raw("</svg>");
        return out.toString();
    }

    private static String stripes(String name, String colour, int angle) {
        return "<pattern id=\"" + name
                + "\" width=\"9\" height=\"9\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(" + angle
                + ")\"><rect width=\"9\" height=\"9\" fill=\"#ffffff\"/><rect width=\"3\" height=\"9\" fill=\"" + colour
                + "\"/></pattern>";
    }

    /** A line for each quarter of a year, its month above, and today. */
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
            out.line(x, TOP - 8, x, bottom, "stroke=\"#dddddd\"");
            out.text(
                    x,
                    TOP - 26,
                    String.format(Locale.ROOT, "%d-%02d", month.getYear(), month.getMonthValue()),
                    "text-anchor=\"middle\" fill=\"#444444\"");
        }
        int today = x(timeline.now());
        out.line(today, TOP - 8, today, bottom, "stroke=\"#000000\" stroke-width=\"2\" stroke-dasharray=\"6 3\"");
        out.text(today, TOP - 11, "today", "text-anchor=\"middle\" font-size=\"11\"");
    }

    private void root() {
        timeline.register().root().ifPresent(root -> {
            Instant end = root.root().head().nextUpdate();
            label(TOP, "root " + root.root().head().sequence(), "until " + day(end));
            bar(TOP, root.root().head().issued(), end, "#0072b2", "in force, " + until(end));
        });
    }

    private void row(RegisteredService service, int y) {
        label(
                y,
                LocalText.forReader(service.service().name(), List.of()).value(),
                service.id().substring(0, 16));
        Instant since = service.service().states().since();
        Instant start = service.service() instanceof Service.PermitSigner signer
                ? signer.term().signsFrom()
                : service.service()
                        .states()
                        .changes()
                        .get(service.service().states().changes().size() - 1)
                        .since();
        Optional<Instant> signs = Timeline.signsUntil(service);
        KeyState state = service.state();
        if (state == KeyState.REVOKED) {
            revoked(y, start, since);
            return;
        }
        String word =
                ListWords.word(state) + signs.map(end -> ", " + until(end)).orElse(", without an end");
        bar(y, start, signs.orElse(until.plusSeconds(1)), fill(state), word);
        for (StateChange change : service.service().states().changes()) {
            if (change.since().isAfter(from) && change.since().isBefore(until)) {
                int x = x(change.since());
                out.line(x, y - 3, x, y + BAR + 3, "stroke=\"#000000\" stroke-width=\"1.5\"");
            }
        }
    }

    /** What it signed before is grey, however short that was; a cross stands where it was stopped. */
    private void revoked(int y, Instant start, Instant since) {
        int x = x(since.isBefore(from) ? from : since);
        int begin = x(start.isBefore(from) ? from : start.isBefore(since) ? start : since);
        if (x - begin > 4) {
            out.bar(begin, y + 5, x - begin, BAR - 10, "#bbbbbb");
        }
        out.cross(x, y + BAR / 2, 6);
        String said = "revoked on " + day(since);
        boolean right = x + 14 + said.length() * LETTER < RIGHT;
        out.haloed(
                right ? x + 14 : x - 14,
                y + 15,
                said,
                "fill=\"#a63f00\" font-weight=\"bold\"" + (right ? "" : " text-anchor=\"end\""));
    }

    private void row(Notice notice, int y) {
        label(y, notice.id(), "notice, " + notice.kind().word());
        Instant start = notice.from()
                .or(() -> notice.scope().endsFrom())
                .map(first -> first.atStartOfDay(ZoneOffset.UTC).toInstant())
                .orElse(from);
        Instant end = notice.lastDay().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        boolean extension = notice.kind() == Notice.Kind.EXTENSION;
        if (!notice.inForce()) {
            bar(y, start, end, "#6b6b6b", "withdrawn");
        } else {
            bar(
                    y,
                    start,
                    end,
                    extension ? "#0072b2" : "url(#suspended)",
                    (extension ? "extends to " : "suspends until ") + notice.lastDay());
        }
    }

    private static String fill(KeyState state) {
        return switch (state) {
            case ANNOUNCED -> "url(#planned)";
            case ACTIVE -> "#00684c";
            case RETIRING -> "#8a5a00";
            case RETIRED, REVOKED -> "#6b6b6b";
        };
    }

    private String until(Instant end) {
        return end.isAfter(until) ? "until " + end.atZone(ZoneOffset.UTC).getYear() + " →" : "until " + day(end);
    }

    private void bar(int y, Instant start, Instant end, String fill, String word) {
        Instant begins = start.isBefore(from) ? from : start;
        Instant ends = end.isAfter(until) ? until : end;
        if (!begins.isBefore(ends)) {
            boolean over = end.isBefore(from);
            out.haloed(
                    over ? LEFT + 6 : RIGHT - 6,
                    y + 15,
                    over ? "← " + word : word + ", from " + day(start) + " →",
                    "fill=\"#444444\"" + (over ? "" : " text-anchor=\"end\""));
            return;
        }
        int left = x(begins);
        int width = Math.max(4, x(ends) - left);
        out.bar(left, y, width, BAR, fill);
        int letters = word.length() * LETTER + 14;
        if (letters > width) {
            boolean right = left + width + letters < RIGHT;
            out.haloed(right ? left + width + 7 : left - 7, y + 15, word, right ? "" : "text-anchor=\"end\"");
        } else if (fill.startsWith("url")) {
            out.haloed(left + 9, y + 15, word, "");
        } else {
            out.text(left + 9, y + 15, word, "fill=\"#ffffff\"");
        }
    }

    /** The numbers below the rows, side by side, each with a line to its day; at the right edge those that come later. */
    private void marks(int bottom) {
        List<Integer> days = deadlines.stream().map(one -> x(moment(one))).toList();
        List<Integer> places = Spread.places(days, GAP, LEFT - GAP, WIDTH - GAP);
        out.line(LEFT, bottom, RIGHT, bottom, "stroke=\"#444444\"");
        for (int i = 0; i < places.size(); i++) {
            boolean later = isLater(deadlines.get(i));
            out.line(
                    days.get(i),
                    bottom - 4,
                    places.get(i),
                    bottom + 40,
                    "stroke=\"#000000\"" + (later ? " stroke-dasharray=\"2 3\"" : ""));
        }
        for (int i = 0; i < places.size(); i++) {
            out.number(places.get(i), bottom + 40, i + 1, deadlines.get(i).due(timeline.now()));
        }
        if (deadlines.stream().anyMatch(this::isLater)) {
            out.text(RIGHT + 6, bottom + 4, "later →", "font-size=\"11\" fill=\"#444444\"");
        }
    }

    /** What is due stands no later than the picture goes; what is over the edge stands at it. */
    private Instant moment(Deadline one) {
        Instant by = one.due(timeline.now()) && one.by().isAfter(until) ? timeline.now() : one.by();
        return by.isBefore(from) ? from : by.isAfter(until) ? until : by;
    }

    private boolean isLater(Deadline one) {
        return one.by().isAfter(until) && !one.due(timeline.now());
    }

    private void list(int top) {
        int y = top;
        for (int i = 0; i < deadlines.size(); i++) {
            out.text(40, y, String.valueOf(i + 1), "text-anchor=\"end\" font-weight=\"bold\"");
            for (String line : wrapped(deadlines.get(i))) {
                out.text(52, y, line, deadlines.get(i).due(timeline.now()) ? "font-weight=\"bold\"" : "");
                y += LINE;
            }
        }
    }

    private List<String> wrapped(Deadline one) {
        String rest = one.when(timeline.now(), StatusPicture::day) + ": " + one.what();
        List<String> lines = new ArrayList<>();
        while (rest.length() > MOST_LETTERS) {
            int space = rest.lastIndexOf(' ', MOST_LETTERS);
            int end = space < 40 ? MOST_LETTERS : space;
            lines.add(rest.substring(0, end));
            rest = rest.substring(end).strip();
        }
        lines.add(rest);
        return lines;
    }

    private void label(int y, String name, String below) {
        out.text(20, y + 10, cut(name, 32), "");
        out.text(20, y + 25, below, "font-size=\"11\" fill=\"#555555\"");
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
}
