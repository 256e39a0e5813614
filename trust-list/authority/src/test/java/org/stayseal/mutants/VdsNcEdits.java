package org.stayseal.mutants;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.stayseal.spec.json.CanonicalJson;
import org.stayseal.spec.signing.Signer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Changes of a VDS-NC: its text, its members, its numbers, its certificate and its signature. */
final class VdsNcEdits {

    private static final List<String> VALUES = List.of(
            "\"\"",
            "\" a\"",
            "\"unlimited\"",
            "\"2026-02-29\"",
            "\"2028-02-29\"",
            "\"2999-12-31\"",
            "\"1899-12-31\"",
            "\"M\"",
            "\"none\"",
            "\"conditions\"",
            "\"separate-permit\"",
            "\"D\"",
            "\"DEU\"",
            "\"refugee\"",
            "\"no-such-category\"",
            "\"No Category\"",
            "\"\\ud83d\\ude00\"",
            "\"\\ud800\"",
            "\"e\\u0301\"",
            "\"\\u00e9\"",
            "\"\\u202e\"",
            "\"\\/\"",
            "\"\\u0000\"",
            "\"\\u007f\"",
            "\"\\u2028\"",
            "0",
            "-0",
            "1",
            "-1",
            "01",
            "1.0",
            "1e0",
            "1E+2",
            "0.1",
            "-",
            "9007199254740991",
            "9007199254740992",
            "-9007199254740991",
            "-9007199254740992",
            "1e999",
            "999",
            "1000",
            "true",
            "false",
            "null",
            "nul",
            "[]",
            "{}",
            "[[[[[[1]]]]]]",
            "[[[[[[[1]]]]]]]",
            "{\"a\":1,\"a\":2}",
            "{\"a\":1,\"\\u0061\":2}",
            "{\"b\":1,\"a\":{\"__proto__\":2}}",
            "[1,[2,\"x\"],null]",
            "{\"\":\"\",\"\\ud83d\\ude00\":1,\"\\ufb01\":2}",
            "\"x\"y",
            "\"a\\x\"",
            "\"\t\"");
    private static final List<String> NAMES = List.of(
            "t",
            "v",
            "is",
            "hdr",
            "msg",
            "data",
            "sig",
            "alg",
            "cer",
            "sigvl",
            "surname",
            "givenNames",
            "birthDate",
            "work",
            "workConditions",
            "category",
            "rightUntil",
            "signedOn",
            "documentUntil",
            "travelDocumentNumber",
            "travelDocumentIssuer",
            "extra");

    private VdsNcEdits() {}

    static Edit changed(byte[] code, Signer signer, Dice dice) {
        String text = new String(code, StandardCharsets.UTF_8);
        return switch (dice.below(9)) {
            case 8 -> name(text, signer, dice);
            case 0 -> new Edit("text", TextEdits.changed(code, dice));
            case 1 -> new Edit("bytes", ByteEdits.changed(code, dice));
            case 2 -> new Edit("white space", bytes(spaced(text, dice)));
            case 3 -> new Edit("signature text", bytes(base64(text, dice)));
            default -> value(text, signer, dice);
        };
    }

    /** Another value for a member, wherever it stands, and usually a new signature over what that gives. */
    private static Edit value(String text, Signer signer, Dice dice) {
        List<int[]> places = places(text);
        if (places.isEmpty()) {
            return new Edit("bytes", ByteEdits.changed(bytes(text), dice));
        }
        int[] place = dice.of(places);
        String changed = switch (dice.below(5)) {
            case 0 -> text.substring(0, place[0]) + "\"" + dice.of(NAMES) + "\"" + text.substring(place[1]);
            case 1 ->
                text.substring(0, place[0]) + "\"" + dice.of(NAMES) + "\":" + dice.of(VALUES) + ","
                        + text.substring(place[0]);
            default -> text.substring(0, place[0]) + dice.of(VALUES) + text.substring(place[1]);
        };
        return dice.oneIn(3) ? new Edit("a value", bytes(changed)) : again(changed, signer);
    }

    /** Another name, as plain characters. */
    private static Edit name(String text, Signer signer, Dice dice) {
        String member = dice.of(List.of("surname", "givenNames"));
        String name = Matcher.quoteReplacement(Names.one(dice));
        return again(text.replaceFirst("(\"" + member + "\":)\"[^\"]*\"", "$1\"" + name + "\""), signer);
    }

    /** Signed again, if a lenient reader can make an object of it. */
    private static Edit again(String text, Signer signer) {
        try {
            JsonNode whole = JsonMapper.shared().readTree(text);
            if (whole.path("data") instanceof ObjectNode data
                    && whole.path("sig").path("sigvl").isString()) {
                String old = whole.path("sig").path("sigvl").asString();
                String made = Base64.getUrlEncoder().encodeToString(signer.sign(CanonicalJson.bytes(data)));
                return new Edit("a value, signed again", bytes(text.replace(old, made)));
            }
        } catch (JacksonException | IllegalArgumentException e) {
            return new Edit("a value that is none", bytes(text));
        }
        return new Edit("a value", bytes(text));
    }

    /** Where strings and numbers begin and end, as far as they hold no escapes. */
    private static List<int[]> places(String text) {
        List<int[]> places = new ArrayList<>();
        Matcher matcher = Pattern.compile("\"[^\"\\\\]{0,300}\"|(?<=:)-?[0-9]+").matcher(text);
        while (matcher.find()) {
            places.add(new int[] {matcher.start(), matcher.end()});
        }
        return places;
    }

    private static String spaced(String text, Dice dice) {
        String space = dice.of(List.of(" ", "\n", "\t", "\r\n", "\u000b", "\u00a0", "\ufeff", "/**/", ","));
        int at = dice.oneIn(2) ? text.indexOf(':', dice.below(text.length())) + 1 : dice.below(text.length() + 1);
        return text.substring(0, at) + space + text.substring(at);
    }

    private static String base64(String text, Dice dice) {
        int at = text.lastIndexOf('"', text.length() - 3);
        return switch (dice.below(5)) {
            case 0 -> text.replace("=", "");
            case 1 -> text.replaceFirst("=", "");
            case 2 -> text.replace('-', '+').replace('_', '/');
            case 3 ->
                text.replace("\"ES256\"", dice.of(List.of("\"ES384\"", "\"ES512\"", "\"none\"", "\"es256\"", "7")));
            default -> at < 1 ? text : text.substring(0, at - 1 - dice.below(80)) + text.substring(at);
        };
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
