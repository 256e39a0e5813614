/**
 * Devices of holders: bound by a one-time link and a second secret, given a credential of their own for each purpose with the device's key in it (docs 33, section 3), revoked one by one.
 *
 * <p>What this package does not do: it holds no device key and makes no live code; only the device can. It does not touch the permit's own codes.
 */
@NullMarked
package org.stayseal.issuer.device;

import org.jspecify.annotations.NullMarked;
