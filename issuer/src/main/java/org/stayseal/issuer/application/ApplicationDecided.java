package org.stayseal.issuer.application;

import java.util.UUID;

/**
 * Told to the rest of the service once an approval is stored.
 *
 * @param application the approved application
 */
public record ApplicationDecided(UUID application) {}
