package org.stayseal.spec.vds;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which rows may stand beside which (VDS-28): a file adds types and changes none, so that nobody reads a standard document by other rules without knowing. */
final class ProfileAdmission {

    private ProfileAdmission() {}

    /** The registry's own rows: no two of one name or one key. */
    static List<Profile> standard(List<ProfileFile.Row> rows) throws LocatedJson.Fault {
        List<Profile> all = new ArrayList<>();
        for (ProfileFile.Row row : rows) {
            refuseTwice(all, row);
            refuseContradiction(all, row);
            all.add(row.profile());
        }
        return all;
    }

    /** The rows of an authority's own file added to those that are known. */
    static List<Profile> add(List<Profile> known, List<ProfileFile.Row> rows) throws LocatedJson.Fault {
        List<Profile> all = new ArrayList<>(known);
        for (ProfileFile.Row row : rows) {
            Profile profile = row.profile();
            refuseTwice(all, row);
            Optional<Profile> shadowed = all.stream()
                    .filter(p -> p.country().equals(Profile.ANY) && p.type().equals(profile.type()))
                    .findFirst();
            if (shadowed.isPresent()) {
                throw fault(row, "would take the place of " + shadowed.get().id() + ", which is for any country");
            }
            refuseContradiction(all, row);
            all.add(profile);
        }
        return all;
    }

    private static void refuseTwice(List<Profile> all, ProfileFile.Row row) throws LocatedJson.Fault {
        for (Profile known : all) {
            if (known.id().equals(row.profile().id())) {
                throw fault(row, "has a name that is taken");
            }
            if (sameType(known, row.profile())
                    && known.uuid().equals(row.profile().uuid())) {
                throw fault(
                        row,
                        "is of the same country, reference and category as " + known.id()
                                + (known.uuid().isPresent() ? ", and of the same uuid" : ""));
            }
        }
    }

    /**
     * Rows of one type, told apart by uuid, agree on the features that they share and on what makes a seal good at all: versions, groups, whether others may be there, and which feature holds the last day. What the document grants is
     * the row's own: that is why an authority gives its profile a row.
     */
    private static void refuseContradiction(List<Profile> all, ProfileFile.Row row) throws LocatedJson.Fault {
        for (Profile known : all) {
            if (!sameType(known, row.profile())
                    || known.uuid().isPresent() == row.profile().uuid().isPresent()) {
                continue;
            }
            Profile common = known.uuid().isEmpty() ? known : row.profile();
            Profile named = known.uuid().isEmpty() ? row.profile() : known;
            requireSame(row, known, "versions", known.versions(), row.profile().versions());
            requireSame(row, known, "closed", known.closed(), row.profile().closed());
            requireSame(row, known, "expiry", known.expiry(), row.profile().expiry());
            requireSame(
                    row,
                    known,
                    "oneOf",
                    Set.copyOf(known.oneOf()),
                    Set.copyOf(row.profile().oneOf()));
            for (FeatureRule rule : common.rules()) {
                if (!named.rule(rule.tag()).equals(Optional.of(rule))) {
                    throw fault(row, "says of feature " + rule.name() + " something else than " + known.id());
                }
            }
        }
    }

    private static void requireSame(ProfileFile.Row row, Profile known, String member, Object one, Object other)
            throws LocatedJson.Fault {
        if (!one.equals(other)) {
            throw fault(row, "has another " + member + " than " + known.id());
        }
    }

    private static boolean sameType(Profile one, Profile other) {
        return one.country().equals(other.country()) && one.type().equals(other.type());
    }

    private static LocatedJson.Fault fault(ProfileFile.Row row, String message) {
        return new LocatedJson.Fault(row.line(), "profile " + row.profile().id() + " " + message);
    }
}
