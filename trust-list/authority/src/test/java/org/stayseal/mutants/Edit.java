package org.stayseal.mutants;

/**
 * A changed code.
 *
 * @param what was done, in words
 */
record Edit(String what, byte[] code) {}
