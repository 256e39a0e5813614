/**
 * VDS-NC, ICAO's seal in JSON (TR VDS-NC 1.2): {@code spec/docs/22-vds-nc.md} as code, read and written.
 *
 * <p>{@link org.stayseal.spec.vdsnc.VdsNcDecoder} reads a code, {@link org.stayseal.spec.vdsnc.VdsNcEncoder} makes one. The residence permit in it is a national type; ICAO has none.
 *
 * <p>What this package does not do: it does not judge whom to believe. The certificate inside a code proves nothing (NC-9), and the content of ICAO's health proofs is shown and not judged.
 */
@NullMarked
package org.stayseal.spec.vdsnc;

import org.jspecify.annotations.NullMarked;
