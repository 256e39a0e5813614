/**
 * The operator's command, {@code ./stayseal trust …}: keys, ceremonies, lists in and out, and what must be done by when.
 *
 * <p>What this does not do: judge permits (that is {@code org.stayseal.cli}, which has no key and nothing that could make one on its class path), or decide
 * what a rule says: every document goes through {@code trust-list/authority} and is read back by {@code trust-list/reader} before it counts. Exit codes are
 * 0 done, 1 refused, 2 something must be done, 64 usage, 66 a file cannot be opened or written, 70 our fault.
 */
@NullMarked
package org.stayseal.operator;

import org.jspecify.annotations.NullMarked;
