package org.stayseal.trust.authority.ceremony;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Which lists were published: for each ceremony the last list with it and without the next (TRUST-252).
 *
 * @param lists by ascending number of the ceremony
 */
public record PublishedLists(List<Published> lists) {

    /** Nothing was published yet. */
    public static final PublishedLists NONE = new PublishedLists(List.of());

    /**
     * The last list after a ceremony and before the next.
     *
     * @param ceremony the number of the last ceremony that it shows; 0 for lists from before there were ceremonies
     * @param sequence of the list
     * @param nextUpdate the latest at which one of these lists ends
     */
    public record Published(int ceremony, long sequence, Instant nextUpdate) {}

    /** Sorts. */
    public PublishedLists {
        lists = lists.stream()
                .sorted(Comparator.comparingInt(Published::ceremony))
                .toList();
    }

    /** The same after one more list. */
    public PublishedLists with(Published list) {
        List<Published> all = new ArrayList<>();
        Instant latest = list.nextUpdate();
        for (Published earlier : lists) {
            if (earlier.ceremony() != list.ceremony()) {
                all.add(earlier);
            } else if (earlier.nextUpdate().isAfter(latest)) {
                latest = earlier.nextUpdate();
            }
        }
        all.add(new Published(list.ceremony(), list.sequence(), latest));
        return new PublishedLists(all);
    }

    /** The number of the last ceremony that a list showed; 0 before the first list. */
    public int lastCeremony() {
        return lists.isEmpty() ? 0 : lists.get(lists.size() - 1).ceremony();
    }

    /**
     * From when on no list counts any more that does not show what this ceremony announced.
     *
     * @return empty if no list that shows it was published
     */
    public Optional<Instant> knownEverywhereFrom(int ceremony) {
        if (lists.stream().noneMatch(list -> list.ceremony() >= ceremony)) {
            return Optional.empty();
        }
        return Optional.of(lists.stream()
                .filter(list -> list.ceremony() < ceremony)
                .map(Published::nextUpdate)
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH));
    }
}
