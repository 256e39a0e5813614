/**
 * The registry in {@code spec/registry}, as Java sees it: reasons, messages, purposes, limits, test keys.
 *
 * <p>Nothing is decided here and nothing is copied: each class reads its JSON file, which is packed into this module's jar, and a test holds names and
 * file together. What this does not do: profiles and countries of seals, which {@code vds} reads, and categories, which {@code permit} does.
 */
@NullMarked
package org.stayseal.spec.registry;

import org.jspecify.annotations.NullMarked;
