/**
 * ICAO's datastructure for barcodes, IDB (ICAO technical report of that name, and Germany's national messages): {@code spec/docs/21-idb.md} as code. {@code RDB1} and {@code NDB1} are read, {@code RDB1} is written.
 *
 * <p>Reading has two layers. {@link org.stayseal.spec.idb.IdbDecoder} turns a text into an {@link org.stayseal.spec.idb.Idb}: header, messages, signature, whatever they mean.
 * {@link org.stayseal.spec.idb.IdbTable} then says what the messages of a country mean and what kind of document they make, as {@link org.stayseal.spec.idb.IdbContent}. Both tables are data in
 * {@code spec/registry/idb-messages.json}.
 *
 * <p>What this does not do: it looks up no certificate, judges no chain, date or status, decodes no picture, and does not print or read a barcode.
 */
@NullMarked
package org.stayseal.spec.idb;

import org.jspecify.annotations.NullMarked;
