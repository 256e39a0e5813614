/**
 * The officers who work here, their roles and their passwords (hashed). It does not decide who may do what to which address: that is
 * {@code org.stayseal.issuer.access}.
 */
@NullMarked
package org.stayseal.issuer.officer;

import org.jspecify.annotations.NullMarked;
