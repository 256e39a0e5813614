package org.stayseal.issuer.pages;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.stayseal.spec.permit.Nationality;

/** The codes of the machine readable zone with names, to choose from. */
final class Countries {
    /** A code and its English name. */
    record Country(String code, String name) {}

    private static final List<Country> ALL = all();

    private Countries() {}

    static List<Country> list() {
        return ALL;
    }

    /** The English name, or nothing for a code without one. */
    static String name(String code) {
        return ALL.stream()
                .filter(country -> country.code().equals(code))
                .map(Country::name)
                .findFirst()
                .orElse("");
    }

    private static List<Country> all() {
        List<Country> countries = new ArrayList<>();
        for (String alpha2 : Locale.getISOCountries()) {
            Locale country = new Locale.Builder().setRegion(alpha2).build();
            String code = country.getISO3Country().equals("DEU") ? "D" : country.getISO3Country();
            if (Nationality.isKnown(code)) {
                countries.add(new Country(code, country.getDisplayCountry(Locale.ENGLISH)));
            }
        }
        countries.add(new Country("UTO", "Utopia"));
        countries.add(new Country("RKS", "Kosovo"));
        countries.sort(Comparator.comparing(Country::name));
        countries.add(new Country("XXA", "Stateless person (1954 Convention)"));
        countries.add(new Country("XXB", "Refugee (1951 Convention)"));
        countries.add(new Country("XXC", "Refugee (other)"));
        countries.add(new Country("XXX", "Unspecified nationality"));
        return List.copyOf(countries);
    }
}
