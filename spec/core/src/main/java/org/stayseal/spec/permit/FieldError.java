package org.stayseal.spec.permit;

/** One thing that is wrong with a draft: the field, the short stable name of the rule, and a plain sentence about it. */
public record FieldError(Field field, String rule, String message) {}
