package org.stayseal.issuer.device;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A device that was bound to a permit.
 *
 * @param permit its number
 * @param refusedBecause where its credentials could not be made
 */
public record HolderDevice(
        UUID id, String permit, DeviceState state, Instant boundAt, Optional<String> refusedBecause) {}
