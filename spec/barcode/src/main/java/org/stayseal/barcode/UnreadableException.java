package org.stayseal.barcode;

/** Carries the reason why a file cannot be opened from where it is noticed to the answer. */
final class UnreadableException extends Exception {
    private static final long serialVersionUID = 1L;

    private final ReadResult.Kind kind;

    UnreadableException(ReadResult.Kind kind, String reason) {
        super(reason);
        this.kind = kind;
    }

    ReadResult.Unreadable answer() {
        return new ReadResult.Unreadable(kind, String.valueOf(getMessage()));
    }

    ReadResult.Kind kind() {
        return kind;
    }
}
