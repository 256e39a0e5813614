package org.stayseal.issuer.application;

import java.util.UUID;

/**
 * Told inside the transaction that stores an approval, so that an approved application without a recorded permit cannot be.
 *
 * @param application the approved application
 */
public record ApplicationApproved(UUID application) {}
