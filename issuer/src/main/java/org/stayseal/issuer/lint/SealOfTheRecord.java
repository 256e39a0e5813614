package org.stayseal.issuer.lint;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.stayseal.spec.permit.Permit;
import org.stayseal.spec.permit.TravelDocument;
import org.stayseal.spec.vds.SealRequest;

/** A seal is of our country and type, of the document's first day, signed lately, and names the recorded passport. */
final class SealOfTheRecord implements Lint {

    @Override
    public String name() {
        return "seal-of-the-record";
    }

    @Override
    public Optional<String> fault(Read read) {
        Permit permit = read.candidate().permit();
        LocalDate today = LocalDate.ofInstant(read.candidate().now(), ZoneOffset.UTC);
        return read.seal().flatMap(seal -> {
            Optional<String> passport = read.content().flatMap(content -> content.value("passportNumber"));
            if (!seal.header().country().equals(permit.country())
                    || !seal.header().type().equals("FB06")
                    || seal.header().version() != 4) {
                return Optional.of("it is of another country, type or version");
            }
            if (!seal.header().issued().equals(SealRequest.firstDay(permit))
                    || seal.header().signed().isAfter(today)
                    || seal.header().signed().isBefore(today.minusDays(7))) {
                return Optional.of("its dates are not those of the record");
            }
            return passport.equals(permit.travelDocument().map(TravelDocument::number))
                    ? Optional.empty()
                    : Optional.of("it names another passport than the record");
        });
    }
}
