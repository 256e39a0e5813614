package org.stayseal.bench;

/**
 * Input made to cost its reader more than it cost its sender.
 *
 * @param name what it does
 * @param bytes its length
 * @param reading hands it to its reader; true when it was refused as the reader refuses
 */
record Bomb(String name, int bytes, Reading reading) {

    /** One reading of one bomb. */
    interface Reading {
        boolean isRefused() throws Exception;
    }
}
