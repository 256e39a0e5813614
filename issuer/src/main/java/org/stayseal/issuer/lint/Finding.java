package org.stayseal.issuer.lint;

/**
 * Why bytes must not be signed.
 *
 * @param rule the lint's name
 * @param message in words for an operator, without personal data
 */
public record Finding(String rule, String message) {}
