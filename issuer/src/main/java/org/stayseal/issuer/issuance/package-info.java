/**
 * From an approved application to a released permit: recorded, linted, signed, carriers made and read back, released.
 *
 * <p>Each step is stored before the next one starts, so that a crash between two of them is resumed and never repeated with other bytes. Also
 * the later life of a permit: suspended, reinstated, revoked. It does not draw pictures: a {@link org.stayseal.issuer.issuance.CarrierMaker}
 * does.
 */
@NullMarked
package org.stayseal.issuer.issuance;

import org.jspecify.annotations.NullMarked;
