package org.stayseal.issuer.lint;

import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.vds.Profiles;

/** Runs every rule, in this order, and gathers what they find. */
@Component
public class Linter {

    /** The name of the finding that the bytes do not even decode. */
    private static final String DECODES = "decodes";

    private static final List<Lint> RULES = List.of(
            new PurposeOfTheItem(),
            new ContentOfTheRecord(),
            new DatesOfTheDocument(),
            new StatusOfTheRecord(),
            new CategoryWithAnEnd(),
            new MrzOfTheRecord(),
            new SealOfTheRecord(),
            new SignerNamed(),
            new SignerOutlivesTheDocument());

    private final Profiles profiles;

    /** With the standard's types of seals. */
    public Linter() {
        this(Profiles.standard());
    }

    /** With these types of seals. */
    @Autowired
    public Linter(Profiles profiles) {
        this.profiles = profiles;
    }

    /** Empty when every rule passed. */
    public List<Finding> findings(Candidate candidate) {
        Read read;
        try {
            read = Read.of(candidate, profiles);
        } catch (FormatException e) {
            return List.of(new Finding(DECODES, e.rule() + ": " + e.getMessage()));
        }
        List<Finding> findings = new ArrayList<>();
        for (Lint rule : RULES) {
            rule.fault(read).ifPresent(message -> findings.add(new Finding(rule.name(), message)));
        }
        return List.copyOf(findings);
    }
}
