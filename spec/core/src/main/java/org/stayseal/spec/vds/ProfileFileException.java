package org.stayseal.spec.vds;

/** An authority's own file of profiles cannot be used (VDS-27, VDS-28). The message says where and why, for the person who wrote the file. */
public final class ProfileFileException extends Exception {

    private static final long serialVersionUID = 1L;

    private final int line;

    ProfileFileException(String file, int line, String fault) {
        super(file + ", line " + line + ": " + fault);
        this.line = line;
    }

    /** The line of the file, from 1. */
    public int line() {
        return line;
    }
}
