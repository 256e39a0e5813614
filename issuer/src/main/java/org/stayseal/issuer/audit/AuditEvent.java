package org.stayseal.issuer.audit;

import java.time.Instant;
import java.util.Optional;

/**
 * One deed.
 *
 * @param at when
 * @param officer sign-in name, or empty for the service itself
 * @param action a short, stable name such as {@code permit-revoked}
 * @param subject a permit's number or an application's identity
 * @param detail more, without personal data
 */
public record AuditEvent(Instant at, Optional<String> officer, String action, String subject, String detail) {}
