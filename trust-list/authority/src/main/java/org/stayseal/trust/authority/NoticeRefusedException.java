package org.stayseal.trust.authority;

/** A notice that an authority does not make, or does not change, and why (TRUST-146). */
public final class NoticeRefusedException extends Exception {

    private static final long serialVersionUID = 1L;

    NoticeRefusedException(String message) {
        super(message);
    }
}
