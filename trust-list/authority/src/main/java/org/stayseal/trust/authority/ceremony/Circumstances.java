package org.stayseal.trust.authority.ceremony;

import java.time.Instant;

/**
 * What the register alone does not say, and a new ceremony is held to (TRUST-252).
 *
 * @param now the time
 * @param published which lists were published
 */
public record Circumstances(Instant now, PublishedLists published) {}
