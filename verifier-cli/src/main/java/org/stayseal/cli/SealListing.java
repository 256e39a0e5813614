package org.stayseal.cli;

import java.util.Optional;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.bytes.DerLength;
import org.stayseal.spec.bytes.Hex;
import org.stayseal.spec.registry.Countries;
import org.stayseal.spec.vds.Deviation;
import org.stayseal.spec.vds.Profile;
import org.stayseal.spec.vds.Profiles;
import org.stayseal.spec.vds.Seal;
import org.stayseal.spec.vds.SealContent;
import org.stayseal.spec.vds.SealDecoder;
import org.stayseal.spec.vds.SealFeature;
import org.stayseal.spec.vds.SealHeader;

/** A visible digital seal, field by field, also where it deviates from the rules (docs 20). */
final class SealListing {

    /** Dates, reference and category after the signer's identifier and reference. */
    private static final int AFTER_REFERENCE = 3 + 3 + 1 + 1;

    private SealListing() {}

    static boolean fits(byte[] code) {
        return SealDecoder.looksLikeSeal(code);
    }

    /**
     * Shows the bytes whatever they say; only then the values, which a seal that breaks its type does not have.
     *
     * @throws FormatException if it is no seal, or breaks the rules of its type
     */
    static void print(Listing listing, byte[] code, Profiles profiles) throws FormatException {
        Seal seal = SealDecoder.decodeTolerant(code);
        SealHeader header = seal.header();
        boolean rawLengths = header.version() < 4 || seal.deviations().contains(Deviation.RAW_LENGTH);
        int signed = seal.signedBytes().length;
        int zone = signed;
        for (SealFeature feature : seal.features()) {
            zone -= 1 + lengthBytes(feature, rawLengths) + feature.value().length;
        }
        listing.note("visible digital seal, " + code.length + " bytes");
        for (Deviation deviation : seal.deviations()) {
            listing.heading("deviation: " + deviation);
        }
        listing.row(code, 0, 1, "magic");
        listing.row(code, 1, 2, "version " + header.version());
        listing.row(code, 2, 4, "issuing country " + header.country());
        int dates = zone - AFTER_REFERENCE;
        listing.row(code, 4, dates, "signer " + header.signer() + ", certificate reference " + header.reference());
        listing.row(code, dates, dates + 3, "document issued " + header.issued());
        listing.row(code, dates + 3, dates + 6, "signed " + header.signed());
        Optional<Profile> profile = profiles.find(seal);
        Optional<SealContent> content = Optional.empty();
        Optional<FormatException> fault = Optional.empty();
        try {
            content = profiles.read(seal);
        } catch (FormatException e) {
            fault = Optional.of(e);
        }
        listing.row(
                code,
                dates + 6,
                zone,
                "type " + header.type() + ", "
                        + profile.map(Profile::name)
                                .orElse("not known here; --profiles FILE adds an authority's own types"));
        int at = zone;
        for (SealFeature feature : seal.features()) {
            int value = at + 1 + lengthBytes(feature, rawLengths);
            listing.row(
                    code,
                    at,
                    value,
                    "feature " + feature.tagHex() + name(profile, feature) + ", " + feature.value().length + " bytes");
            listing.row(code, value, value + feature.value().length, "");
            at = value + feature.value().length;
        }
        if (signed < code.length) {
            int signature = code.length - seal.signature().length;
            listing.row(code, signed, signature, "signature, " + seal.signature().length + " bytes: r, then s");
            listing.row(code, signature, code.length, "");
        }
        content.ifPresent(known -> known.values()
                .forEach((name, text) -> listing.note(name + ": " + Printable.of(text.replace('\n', '|')))));
        listing.note(
                "signed bytes: 0 to " + (signed - 1) + "; days are counted in " + Countries.timeZone(header.country()));
        if (seal.signature().length > 0) {
            listing.note("identity, by which it would be revoked: " + Hex.encode(seal.identity()));
        }
        if (fault.isPresent()) {
            throw fault.get();
        }
    }

    /** What the type calls the feature. */
    private static String name(Optional<Profile> profile, SealFeature feature) {
        return profile.map(type -> type.rules().stream()
                        .filter(rule -> rule.tag() == feature.tag())
                        .findFirst()
                        .map(rule -> " " + rule.name())
                        .orElse(", which its type does not name"))
                .orElse("");
    }

    private static int lengthBytes(SealFeature feature, boolean raw) {
        return raw ? 1 : DerLength.encode(feature.value().length).length;
    }
}
