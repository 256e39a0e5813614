/**
 * The visible digital seal (ICAO Doc 9303-13, BSI TR-03137-1): {@code spec/docs/20-vds.md} as code. Versions 3 and 4 are read, version 4 is written.
 *
 * <p>Reading has two layers. {@link org.stayseal.spec.vds.SealDecoder} turns bytes into a {@link org.stayseal.spec.vds.Seal}: header, features, signature, whatever the
 * document type. {@link org.stayseal.spec.vds.Profiles} then says what the features of a known type mean, as {@link org.stayseal.spec.vds.SealContent}. The types are data in {@code spec/registry/profiles.json}.
 *
 * <p>What this does not do: it looks up no certificate, judges no chain, date or status, and does not print or read a DataMatrix.
 */
@NullMarked
package org.stayseal.spec.vds;

import org.jspecify.annotations.NullMarked;
