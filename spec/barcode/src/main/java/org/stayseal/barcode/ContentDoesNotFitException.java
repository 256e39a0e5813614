package org.stayseal.barcode;

/** Thrown when a content is too long for the largest symbol of its kind. The message names lengths only, never the content. */
public final class ContentDoesNotFitException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    ContentDoesNotFitException(String message) {
        super(message);
    }
}
