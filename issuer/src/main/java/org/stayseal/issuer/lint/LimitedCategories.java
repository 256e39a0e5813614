package org.stayseal.issuer.lint;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.stayseal.spec.permit.Category;

/** Categories whose right the law grants for a time only. */
public final class LimitedCategories {

    /** All of them. */
    public static final Set<Category> ALL = Collections.unmodifiableSet(EnumSet.of(
            Category.TEMPORARY,
            Category.TEMPORARY_PROTECTION,
            Category.STUDENT,
            Category.SEASONAL,
            Category.PENDING,
            Category.SUSPENSION_OF_DEPORTATION));

    private LimitedCategories() {}
}
