package org.stayseal.trust.authority.neighbours;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.stayseal.trust.authority.VectorAuthority;

/** Adopts a snapshot of one neighbour in a folder that is gone afterwards: for vectors. */
public final class Adopting {

    private Adopting() {}

    /**
     * @param own who adopts
     * @param at when
     * @param withdrawn whether the neighbour is withdrawn at once
     */
    public static Adopted once(VectorAuthority own, NeighbourPin pin, byte[] zip, Instant at, boolean withdrawn) {
        try {
            Path folder = Files.createTempDirectory("neighbours");
            try {
                Neighbourhood neighbours = Neighbourhood.at(folder, Clock.fixed(at, ZoneOffset.UTC));
                PinnedNeighbour pinned = PinnedNeighbour.of(pin, Optional.empty());
                neighbours.decide(List.of(pinned));
                neighbours.take(pin.country(), zip);
                if (withdrawn) {
                    neighbours.decide(List.of(pinned.withdrawnAt(at)));
                }
                return neighbours.adopt(own.ownServices().stream());
            } catch (NeighbourRefusedException e) {
                throw new IllegalStateException(e);
            } finally {
                try (Stream<Path> all = Files.walk(folder)) {
                    for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(path);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
