package org.stayseal.trust.authority.register;

import org.stayseal.spec.trust.Fingerprint;
import org.stayseal.spec.trust.Root;

/**
 * A root of the chain.
 *
 * @param fingerprint of its payload (TRUST-32)
 */
public record RegisteredRoot(Fingerprint fingerprint, Root root) {}
