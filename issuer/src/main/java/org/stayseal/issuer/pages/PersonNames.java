package org.stayseal.issuer.pages;

import org.stayseal.issuer.application.Application;
import org.stayseal.issuer.issuance.IssuedPermit;
import org.stayseal.spec.permit.Name;

/** A person's name in one line, for headings and lists: surname, given names. Text, never markup. */
final class PersonNames {
    private PersonNames() {}

    static String of(IssuedPermit permit) {
        Name name = permit.permit().person().name();
        return join(name.surname(), name.givenNames().orElse(""));
    }

    static String of(Application application) {
        return join(application.form().text("surname"), application.form().text("givenNames"));
    }

    private static String join(String surname, String givenNames) {
        return givenNames.isEmpty() ? surname : surname + ", " + givenNames;
    }
}
