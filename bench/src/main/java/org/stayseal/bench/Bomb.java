package org.stayseal.bench;

import java.util.function.Supplier;

/**
 * Input made to cost its reader more than it cost its sender.
 *
 * @param name what it does
 * @param made makes its bytes
 * @param reader hands them to their reader; true when they were refused as the reader refuses
 */
record Bomb(String name, Supplier<byte[]> made, Reader reader) {

    /** One reading of one bomb. */
    interface Reader {
        boolean refuses(byte[] bytes) throws Exception;
    }
}
