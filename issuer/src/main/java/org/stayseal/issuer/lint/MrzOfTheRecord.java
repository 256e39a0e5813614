package org.stayseal.issuer.lint;

import java.util.Optional;
import org.stayseal.spec.permit.Mrz;
import org.stayseal.spec.permit.MrzContent;
import org.stayseal.spec.permit.MrzFormat;

/** The seal's machine readable zone is that of the record, with right check digits (VDS-31 to VDS-33). */
final class MrzOfTheRecord implements Lint {

    @Override
    public String name() {
        return "mrz-of-the-record";
    }

    @Override
    public Optional<String> fault(Read read) {
        return read.content().flatMap(content -> {
            Optional<Mrz> mrz = content.mrz();
            if (mrz.isEmpty() || !mrz.get().faults().isEmpty()) {
                return Optional.of("its machine readable zone is missing or has a wrong check digit");
            }
            Mrz expected = Mrz.of(
                    MrzFormat.TD2,
                    MrzContent.of(read.candidate().permit(), mrz.get().documentCode()));
            return mrz.get().equals(expected)
                    ? Optional.empty()
                    : Optional.of("its machine readable zone is not that of the record");
        });
    }
}
