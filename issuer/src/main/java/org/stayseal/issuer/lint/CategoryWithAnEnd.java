package org.stayseal.issuer.lint;

import java.util.Optional;

/** A right that the law grants for a time has an end. */
final class CategoryWithAnEnd implements Lint {

    @Override
    public String name() {
        return "category-with-an-end";
    }

    @Override
    public Optional<String> fault(Read read) {
        return LimitedCategories.ALL.contains(read.candidate().permit().category())
                        && read.candidate().permit().rightUntil().isEmpty()
                ? Optional.of("a right of this category is never unlimited")
                : Optional.empty();
    }
}
