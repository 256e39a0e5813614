package org.stayseal.mutants;

import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A changed vector.
 *
 * @param number of the mutant within its seed
 * @param from name of the vector it was made of
 * @param by what was done to it
 */
record Mutant(
        int number, String from, String by, byte[] code, Question question, String root, Optional<String> snapshot) {

    /** Changes a code, or leaves it as it is, and often changes what is asked about it: for what, when, beside which lines. */
    static Mutant of(long seed, int number, Bases bases, Signers signers) {
        Dice dice = new Dice(seed, number);
        Base base = bases.codes().get(number % bases.codes().size());
        boolean asItIs = dice.oneIn(4);
        Edit edit = asItIs ? new Edit("question", base.code()) : edited(base.format(), base.code(), signers, dice);
        if (!asItIs && dice.oneIn(8)) {
            Edit again = edited(base.format(), edit.code(), signers, dice);
            edit = new Edit(edit.what() + "; " + again.what(), again.code());
        }
        Map<String, Object> document = Judge.document(edit.code());
        Question question = base.question();
        if (asItIs || dice.oneIn(3)) {
            question = question.changed(document, dice);
        }
        if (dice.oneIn(2)) {
            question = question.beside(document, bases.lines(), dice);
        }
        Optional<String> snapshot = dice.oneIn(12) ? Optional.of(dice.of(bases.snapshots())) : base.snapshot();
        return new Mutant(number, base.name(), edit.what(), edit.code(), question, base.root(), snapshot);
    }

    private static Edit edited(String format, byte[] code, Signers signers, Dice dice) {
        if (code.length == 0 || dice.oneIn(12)) {
            return new Edit("bytes of the code", ByteEdits.changed(code, dice));
        }
        return switch (format) {
            case "vds" -> SealEdits.changed(code, signers.seals(), dice);
            case "credential" ->
                LiveEdits.fits(code)
                        ? LiveEdits.changed(code, signers, dice)
                        : CredentialEdits.changed(code, signers.credentials(), dice);
            case "idb" -> IdbEdits.changed(code, signers.idbs(), dice);
            case "vds-nc" -> VdsNcEdits.changed(code, signers.vdsNcs(), dice);
            default -> new Edit("text", TextEdits.changed(code, dice));
        };
    }

    /** As in the vectors, the code always in hexadecimal. */
    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("number", number);
        json.put("from", from);
        json.put("by", by);
        json.put("code", Map.of("hex", HexFormat.of().formatHex(code)));
        json.put("question", question.json());
        Map<String, Object> trust = new LinkedHashMap<>();
        trust.put("root", root);
        snapshot.ifPresent(file -> trust.put("snapshot", file));
        json.put("trust", trust);
        return json;
    }
}
