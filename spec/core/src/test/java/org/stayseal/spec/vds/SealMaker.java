package org.stayseal.spec.vds;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.security.KeyPair;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.signing.SoftwareSigner;
import org.stayseal.spec.signing.TestKeys;

/** Random content that a type allows: from the rules of the profile alone, so that a new row is tested without a new line here. */
final class SealMaker {

    /** The address of a sticker has room for fewer characters than the feature could hold (VDS-26). */
    private static final int MOST_ON_A_STICKER = 15;

    private static final Map<String, SoftwareSigner> SIGNERS = Map.of(
            "UTO", signer("C=UT,CN=TS", 0x2C),
            "ATL", signer("C=XA,CN=TS", 0x2D),
            "D", signer("C=DE,CN=TS", 0x27));

    private final Random random;
    private final RandomFeatures features;

    SealMaker(Random random) {
        this.random = random;
        this.features = new RandomFeatures(random);
    }

    static SoftwareSigner signer(String country) {
        return java.util.Objects.requireNonNull(SIGNERS.get(country));
    }

    /** The seal with a signature of the right form that signs nothing. */
    static Seal withStandIn(SealDraft draft) throws FormatException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(draft.toBeSigned());
        out.write(0xFF);
        out.write(64);
        out.writeBytes(new byte[64]);
        return SealDecoder.decode(out.toByteArray());
    }

    SealRequest request(Profile profile) {
        String country = profile.country().equals(Profile.ANY) ? "UTO" : profile.country();
        List<Integer> versions = profile.versions().stream().sorted().toList();
        LocalDate issued = LocalDate.of(2000, 1, 1).plusDays(random.nextInt(40 * 365));
        LocalDate signed = issued.minusDays(random.nextInt(60));
        Map<String, String> values = new HashMap<>();
        Set<Integer> leftOut = new HashSet<>();
        for (Set<Integer> group : profile.oneOf()) {
            leftOut.addAll(group);
            leftOut.remove(group.stream().sorted().toList().get(random.nextInt(group.size())));
        }
        for (FeatureRule rule : profile.rules()) {
            boolean grouped = profile.oneOf().stream().anyMatch(g -> g.contains(rule.tag()));
            if (!leftOut.contains(rule.tag()) && (rule.mandatory() || grouped || random.nextBoolean())) {
                values.put(rule.name(), value(profile, rule, country, issued));
            }
        }
        return new SealRequest(profile, country, issued, signed, values, versions.get(random.nextInt(versions.size())));
    }

    private String value(Profile profile, FeatureRule rule, String country, LocalDate issued) {
        return switch (rule.coding()) {
            case MRZ -> features.zone(rule.mrz().orElseThrow(), profile.documentCodes(), country, issued);
            case UUID -> profile.uuid().orElseGet(() -> features.value(rule));
            case C40 ->
                profile.dataMatrix().isPresent() && rule.pad() == 0 && rule.maxCharacters() > rule.minCharacters()
                        ? features.c40(rule, Math.min(rule.maxCharacters(), MOST_ON_A_STICKER))
                        : features.value(rule);
            default -> features.value(rule);
        };
    }

    private static SoftwareSigner signer(String subject, long serial) {
        KeyPair keys = TestKeys.of("secp256r1", BigInteger.valueOf(20_261_125));
        return SoftwareSigner.deterministic(keys.getPrivate(), TestKeys.certificate(keys, serial, subject));
    }
}
