package org.stayseal.trust.authority.neighbours;

/** A neighbour's snapshot was not adopted; what was adopted before stays. The message says why, in plain English. */
public final class NeighbourRefusedException extends Exception {

    private static final long serialVersionUID = 1L;

    NeighbourRefusedException(String message) {
        super(message);
    }
}
