package org.stayseal.barcode;

import java.util.List;

/**
 * Finds and decodes symbols in one picture. The only place that a decoding library stands behind, so that it can be exchanged: of all classes that read, only those whose names begin with its
 * name use it, which {@code architecture-test} holds.
 */
interface SymbolFinder {

    /**
     * All symbols that it can read. Never throws for what a picture contains.
     *
     * @param picture any size within the reader's limits, any rotation
     * @param deadline when to stop and answer with what was found
     */
    Sightings find(GrayPicture picture, Deadline deadline);

    /**
     * The answer for one picture.
     *
     * @param symbols what was read, in any order, possibly with repetitions
     * @param leftUnread whether some part looks like a symbol and was not read: worth another try at a higher resolution
     */
    record Sightings(List<Sighting> symbols, boolean leftUnread) {
        public Sightings {
            symbols = List.copyOf(symbols);
        }
    }

    /**
     * One symbol.
     *
     * @param text its content, one character U+0000 to U+00FF for each byte
     * @param box where it is, in pixels of the picture searched
     */
    record Sighting(Symbology symbology, String text, Box box) {}
}
