package org.stayseal.trust.authority;

import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;

/** The simulation as a picture: which key signed when, and how each question was answered, week by week. */
final class SimulationPlot {

    private static final int LEFT = 190;
    private static final int WIDTH = 760;
    private static final int ROW = 26;
    private static final int BAND = 90;
    private static final String TEXT = "#1b1f24";
    private static final String GOOD = "#0072b2";
    private static final String OPEN = "#e69f00";
    private static final String BAD = "#d55e00";
    private static final String REST = "#d0d7de";

    private static final String ANNOUNCED = "#009e73";
    private static final String RETIRING = "#56b4e9";
    private static final String[][] LEGEND = {
        {ANNOUNCED, "announced"},
        {GOOD, "signs"},
        {RETIRING, "retiring"},
        {REST, "retired: what it signed stays signed"},
        {BAD, "revoked: what it signed before the theft stays signed"}
    };

    private final RotationSimulation world;
    private final int days;
    private final StringBuilder svg = new StringBuilder();
    private int y = 64;

    private SimulationPlot(RotationSimulation world, int days) {
        this.world = world;
        this.days = days;
    }

    static String of(RotationSimulation world, RotationSimulation.Plan plan) {
        return new SimulationPlot(world, plan.days()).draw(plan);
    }

    private String draw(RotationSimulation.Plan plan) {
        text(
                16,
                28,
                18,
                "Rotation without a lost permit: %,d days, %,d permits, %d verifiers"
                        .formatted(plan.days(), world.issued, plan.readers()));
        key("key A", 0, day("B signs"), day("A retired"), false);
        key("key B", day("B signs"), day("B revoked, C signs"), day("B revoked, C signs"), true);
        key("key C", day("B revoked, C signs"), day("D signs"), day("C retired"), false);
        key("key D", day("D signs"), days, days, false);
        announced(1, "B announced", "B signs");
        announced(2, "C announced", "B revoked, C signs");
        announced(3, "D announced", "D signs");
        y += 18;
        band("good permit, lists in date", week -> week.within, week -> week.withinValid, GOOD, REST, "VALID");
        band("good permit, lists over", week -> week.stale, week -> week.staleOpen, OPEN, REST, "CANNOT TELL");
        band(
                "forged permit",
                week -> week.forged,
                week -> week.forgedBelieved,
                BAD,
                GOOD,
                "VALID, before the deadline");
        axis();
        marks();
        legend();
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 980 " + (y + 56)
                + "\" font-family=\"sans-serif\">\n<rect width=\"980\" height=\"" + (y + 56)
                + "\" fill=\"#ffffff\"/>\n" + svg + "</svg>\n";
    }

    private int day(String words) {
        return world.events.stream()
                .filter(event -> event.words().equals(words))
                .findFirst()
                .orElseThrow()
                .day();
    }

    private double x(double day) {
        return LEFT + day * WIDTH / days;
    }

    /** Signs from one day to another; after that, what it signed stays signed, or it is revoked. */
    private void key(String name, int from, int until, int retired, boolean revoked) {
        text(16, y + 15, 13, name);
        box(x(from), y, x(until) - x(from), ROW - 8, GOOD);
        if (retired > until) {
            box(x(until), y, x(retired) - x(until), ROW - 8, RETIRING);
        }
        if (retired < days) {
            box(x(retired), y + 6, x(days) - x(retired), 6, revoked ? BAD : REST);
        }
        y += ROW;
    }

    private void announced(int row, String from, String until) {
        double top = 64 + row * ROW + 6;
        box(x(day(from)), top, x(day(until)) - x(day(from)), 6, ANNOUNCED);
    }

    private void band(
            String name,
            ToIntFunction<RotationSimulation.Week> all,
            ToIntFunction<RotationSimulation.Week> part,
            String colour,
            String rest,
            String answer) {
        List<RotationSimulation.Week> weeks = world.weeks;
        int most = Math.max(1, weeks.stream().mapToInt(all).max().orElse(1));
        int sum = weeks.stream().mapToInt(all).sum();
        int answered = weeks.stream().mapToInt(part).sum();
        text(16, y + 20, 13, name);
        text(16, y + 38, 11, answer + ":");
        text(16, y + 54, 11, String.format(Locale.ROOT, "%,d of %,d", answered, sum));
        double step = (double) WIDTH / weeks.size();
        for (int i = 0; i < weeks.size(); i++) {
            double whole = (BAND - 14) * (double) all.applyAsInt(weeks.get(i)) / most;
            double share = (BAND - 14) * (double) part.applyAsInt(weeks.get(i)) / most;
            box(LEFT + i * step, y + BAND - 14 - whole, step - 0.6, whole - share, rest);
            box(LEFT + i * step, y + BAND - 14 - share, step - 0.6, share, colour);
        }
        y += BAND;
    }

    private void axis() {
        box(LEFT, y, WIDTH, 1, TEXT);
        for (int at = 0; at <= days; at += 182) {
            box(x(at), y, 1, 5, TEXT);
            text(x(at) - 14, y + 18, 11, at == 0 ? "start" : String.format(Locale.ROOT, "%.1f y", at / 365.0));
        }
    }

    private void marks() {
        mark("B stolen", 0);
        mark("root 2", 0);
    }

    private void legend() {
        double at = LEFT;
        for (String[] entry : LEGEND) {
            box(at, y + 36, 14, 8, entry[0]);
            text(at + 19, y + 45, 11, entry[1]);
            at += 30 + 6.2 * entry[1].length();
        }
    }

    private void mark(String words, int up) {
        double at = x(day(words));
        svg.append("<line x1=\"%.1f\" x2=\"%.1f\" y1=\"54\" y2=\"%d\" stroke=\"%s\" stroke-dasharray=\"3 3\"/>%n"
                .formatted(at, at, y, TEXT));
        text(at - 24, 50 - up, 11, words);
    }

    private void box(double x, double top, double width, double height, String colour) {
        if (width > 0 && height > 0) {
            svg.append(String.format(
                    Locale.ROOT,
                    "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"%s\"/>%n",
                    x,
                    top,
                    width,
                    height,
                    colour));
        }
    }

    private void text(double x, double at, int size, String words) {
        svg.append(String.format(
                Locale.ROOT,
                "<text x=\"%.1f\" y=\"%.1f\" font-size=\"%d\" fill=\"%s\">%s</text>%n",
                x,
                at,
                size,
                TEXT,
                words));
    }
}
