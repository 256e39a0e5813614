package org.stayseal.issuer.api;

import org.springframework.http.HttpStatus;

/** A body that was not even read: too large, of another type, or no JSON. */
final class UnreadableBody extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final HttpStatus status;
    private final String rule;

    UnreadableBody(HttpStatus status, String rule, String message) {
        super(message);
        this.status = status;
        this.rule = rule;
    }

    HttpStatus status() {
        return status;
    }

    String rule() {
        return rule;
    }
}
