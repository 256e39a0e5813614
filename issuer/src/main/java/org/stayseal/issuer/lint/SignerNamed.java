package org.stayseal.issuer.lint;

import java.util.Optional;

/** What is signed names the certificate of the key that will sign it (CRED-19, VDS-16). */
final class SignerNamed implements Lint {

    @Override
    public String name() {
        return "signer-named";
    }

    @Override
    public Optional<String> fault(Read read) {
        Candidate candidate = read.candidate();
        boolean named = read.credential()
                .map(credential -> credential.mayBeSignedBy(candidate.signer()))
                .or(() -> read.seal().map(seal -> seal.names(candidate.signer())))
                .orElse(false);
        return named ? Optional.empty() : Optional.of("it names another signer than the one that is active");
    }
}
