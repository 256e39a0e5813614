package org.stayseal.issuer.lint;

import java.util.Optional;

/** A credential is for the purpose that it was recorded for; what that purpose may show, the decoder has held it to (CRED-60). */
final class PurposeOfTheItem implements Lint {

    @Override
    public String name() {
        return "purpose-of-the-item";
    }

    @Override
    public Optional<String> fault(Read read) {
        return read.claims()
                .filter(claims -> !Optional.of(claims.permit().purpose())
                        .equals(read.candidate().item().purpose()))
                .map(claims -> "it is for another purpose than its record");
    }
}
