package org.stayseal.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.stayseal.spec.verify.Outcome;
import org.stayseal.spec.verify.TrustKnowledge;
import org.stayseal.spec.verify.Verdict;
import picocli.CommandLine.Option;

/**
 * How old a list may be before a VALID says so (TRUST-214). A verifier's own policy, which warns and never changes an answer: when a list is too old for any
 * VALID, the authority has said in the list (TRUST-70).
 */
final class WarnOptions {

    private static final Pattern FORM = Pattern.compile("([1-9][0-9]{0,4})([mhd])");

    @Option(
            names = "--warn-after",
            paramLabel = "DURATION",
            description =
                    "where the answer is VALID and the list is older than this, such as 90m, 36h or 3d, say its age; changes no answer")
    private @Nullable String typed;

    /** @return empty if nothing was asked */
    Optional<Duration> after() throws CommandFailed {
        if (typed == null) {
            return Optional.empty();
        }
        Matcher matcher = FORM.matcher(typed);
        if (!matcher.matches()) {
            throw new CommandFailed(
                    Exit.USAGE, "--warn-after is no duration", "write minutes, hours or days: 90m, 36h or 3d");
        }
        long number = Long.parseLong(matcher.group(1));
        return Optional.of(
                switch (matcher.group(2)) {
                    case "m" -> Duration.ofMinutes(number);
                    case "h" -> Duration.ofHours(number);
                    default -> Duration.ofDays(number);
                });
    }

    /** How old the trust list is at the time judged at, or that of the permit's neighbour if it is older; empty without a list of the pinned root. */
    static Optional<Duration> age(Verdict verdict) {
        return verdict.trust()
                .list()
                .filter(list -> verdict.trust().kind() == TrustKnowledge.Kind.PINNED)
                .map(list -> Duration.between(made(list, verdict.trust()), verdict.at()));
    }

    private static Instant made(TrustKnowledge.ListAtHand list, TrustKnowledge trust) {
        return trust.neighbour()
                .map(TrustKnowledge.NeighbourAtHand::issued)
                .filter(list.issued()::isAfter)
                .orElse(list.issued());
    }

    private static boolean warns(Verdict verdict, Duration after) {
        return verdict.outcome() == Outcome.VALID
                && age(verdict).filter(age -> age.compareTo(after) > 0).isPresent();
    }

    /** The line for a person; empty where there is nothing to warn of. */
    static Optional<String> line(Verdict verdict, Duration after) {
        return warns(verdict, after)
                ? age(verdict)
                        .map(age -> "Attention: the list is " + words(age)
                                + " old; what was withdrawn since then is not known here. Fetch it anew: stayseal sync")
                : Optional.empty();
    }

    /** The member {@code listAge} of the JSON. */
    static Map<String, @Nullable Object> json(Verdict verdict, Duration after) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("seconds", age(verdict).map(Duration::toSeconds).orElse(null));
        json.put("warnAfterSeconds", after.toSeconds());
        json.put("warning", warns(verdict, after));
        return json;
    }

    private static String words(Duration age) {
        if (age.toDays() > 1) {
            return age.toDays() + " days";
        }
        if (age.toHours() > 1) {
            return age.toHours() + " hours";
        }
        return age.toMinutes() == 1 ? "1 minute" : age.toMinutes() + " minutes";
    }
}
