/**
 * What was done, by which officer, when, to which permit: numbers and rule names, never personal data.
 */
@NullMarked
package org.stayseal.issuer.audit;

import org.jspecify.annotations.NullMarked;
