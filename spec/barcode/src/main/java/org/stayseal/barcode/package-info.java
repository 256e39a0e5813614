/**
 * Codes in pictures and pages: a permit's bytes to a printed QR code, DataMatrix or Aztec code and back (Doc 9303-13 section 2 for the seal's symbol, {@code spec/docs/30-residence-credential.md} for
 * the sizes and error correction levels of credentials), and the small portrait that a credential carries.
 *
 * <p>Entry points: {@link org.stayseal.barcode.QrCode}, {@link org.stayseal.barcode.DataMatrix}, {@link org.stayseal.barcode.Aztec} and
 * {@link org.stayseal.barcode.CodeMatrix} write; {@link org.stayseal.barcode.CodeReader}
 * reads; {@link org.stayseal.barcode.Portrait} compresses a photo.
 *
 * <p>What this does not do: it knows no permit, judges nothing, opens no file and no network connection. A code that it finds is a string of bytes, whatever they mean.
 */
@NullMarked
package org.stayseal.barcode;

import org.jspecify.annotations.NullMarked;
