/**
 * The residence credential: one permit for one purpose as a signed CBOR Web Token, and its text {@code RP1:…}.
 *
 * <p>Follows spec/docs/30-residence-credential, whose rule numbers the code and its faults carry; underneath RFC 8392 (CWT), 9052 (COSE),
 * 8949 4.2 (deterministic CBOR), 9596 (typ) and claim 169. Every byte is bounded and checked here first; then COSE-Java reads the message,
 * and both readings must agree. COSE-Java alone would take an unknown {@code crit}, an algorithm that stands only in the unprotected header,
 * two that contradict each other, and a signature that is too long; and it verifies through the default provider, which on JDK 17 takes raw
 * signatures of wrong lengths. So the mathematics is {@link org.stayseal.spec.signing.SignatureAlgorithm#verify}'s alone.
 *
 * <p>What this package does not do: decoding says nothing about a signature, a signer, a date or a status. A {@code Credential} keeps what is
 * needed to ask, and the verification asks.
 */
@NullMarked
package org.stayseal.spec.cwt;

import org.jspecify.annotations.NullMarked;
