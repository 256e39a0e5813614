package org.stayseal.issuer.pages;

import java.util.List;
import org.springframework.stereotype.Component;
import org.stayseal.issuer.application.Application;
import org.stayseal.issuer.application.Applications;
import org.stayseal.issuer.issuance.IssuedPermit;

/** Puts the person's name beside a permit in a list. */
@Component
class PersonNames {
    private final Applications applications;

    PersonNames(Applications applications) {
        this.applications = applications;
    }

    /** A permit in a list. */
    record Row(IssuedPermit permit, String name) {}

    List<Row> of(List<IssuedPermit> permits) {
        return permits.stream().map(permit -> new Row(permit, of(permit))).toList();
    }

    String of(IssuedPermit permit) {
        return applications.find(permit.application()).map(PersonNames::of).orElse("");
    }

    /** Surname, given names; for display only. */
    static String of(Application application) {
        String surname = application.form().text("surname");
        String given = application.form().text("givenNames");
        return given.isEmpty() ? surname : surname + ", " + given;
    }
}
