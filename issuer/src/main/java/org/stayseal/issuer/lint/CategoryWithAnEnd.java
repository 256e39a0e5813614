package org.stayseal.issuer.lint;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.stayseal.spec.permit.Category;

/** A right that the law grants for a time has an end. */
final class CategoryWithAnEnd implements Lint {

    private static final Set<Category> LIMITED = EnumSet.of(
            Category.TEMPORARY,
            Category.TEMPORARY_PROTECTION,
            Category.STUDENT,
            Category.SEASONAL,
            Category.PENDING,
            Category.SUSPENSION_OF_DEPORTATION);

    @Override
    public String name() {
        return "category-with-an-end";
    }

    @Override
    public Optional<String> fault(Read read) {
        return LIMITED.contains(read.candidate().permit().category())
                        && read.candidate().permit().rightUntil().isEmpty()
                ? Optional.of("a right of this category is never unlimited")
                : Optional.empty();
    }
}
