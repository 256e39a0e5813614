package org.stayseal.issuer.carrier;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is printed on the pages of a continuation, as text, in the places of {@code continuation.xhtml}: a page for each code, and on each nothing that only another code states.
 *
 * @param until its last day
 * @param show with which code of the permit it counts
 */
record ContinuationSheet(
        String documentTitle,
        String country,
        String authority,
        Words title,
        boolean demo,
        Words demoWords,
        Words text,
        PermitSheet.Line until,
        PermitSheet.Line printed,
        PermitSheet.Line ground,
        Words show,
        PermitSheet.Line check,
        Words camera,
        List<Page> pages) {

    /**
     * One page.
     *
     * @param id names its symbol
     * @param alt what a screen reader says in its place
     * @param title the heading of the permit's code that it belongs to
     * @param number the permit's number, where that code states it
     */
    record Page(String id, String alt, Words title, PermitSheet.@Nullable Line number) {}
}
