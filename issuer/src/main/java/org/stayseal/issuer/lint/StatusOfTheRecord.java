package org.stayseal.issuer.lint;

import java.util.Optional;

/** A credential names the place in the status list that was recorded for it: else a revocation would miss it. */
final class StatusOfTheRecord implements Lint {

    @Override
    public String name() {
        return "status-of-the-record";
    }

    @Override
    public Optional<String> fault(Read read) {
        Candidate candidate = read.candidate();
        return read.claims()
                .filter(claims -> !claims.status().uri().equals(candidate.statusUri())
                        || claims.status().index() != candidate.statusIndex())
                .map(claims -> "it names another place in the status lists than its record");
    }
}
