package org.stayseal.vectors;

import com.upokecenter.cbor.CBORObject;
import java.util.function.Consumer;
import org.stayseal.spec.permit.Purpose;
import org.stayseal.spec.registry.Reason;
import org.stayseal.spec.verify.Outcome;

/** Credentials whose claims, person or permit are wrong in one thing (docs 30, sections 4 to 7), and which are well signed. */
final class CredentialContentVectors extends Cases {

    CredentialContentVectors(UtopianVectors utopia) {
        super(utopia);
    }

    @Override
    void add() {
        claims();
        person();
        permit();
    }

    private void claims() {
        claim("permit-no-map", "CRED-26a", claims -> set(claims, -65537, 1));
        claim("version-missing", "CRED-26b", claims -> remove(permit(claims), 0));
        claim("version-negative", "CRED-26b", claims -> set(permit(claims), 0, -1));
        claim("issuer-as-number", "CRED-27", claims -> set(claims, 1, 276));
        claim("issuer-in-small-letters", "CRED-42", claims -> set(claims, 1, "uto"));
        claim("exp-negative", "CRED-28a", claims -> set(claims, 4, -1));
        claim("exp-after-year-9999", "CRED-28a", claims -> set(claims, 4, 253_402_300_800L));
        claim("nbf-not-before-exp", "CRED-28c", claims -> set(claims, 5, number(claims, 4)));
        claim("iat-not-before-exp", "CRED-28c", claims -> set(claims, 6, 4_102_444_800L));
        claim("cti-as-text", "CRED-29", claims -> set(claims, 7, "0123456789abcdef"));
        claim("status-no-map", "CRED-33a", claims -> set(claims, 65535, 0));
        claim("status-with-more", "CRED-33a", claims -> status(claims).Add("ttl", 60));
        claim("status-index-negative", "CRED-33b", claims -> set(status(claims), "idx", -1));
        claim("status-index-too-large", "CRED-33b", claims -> set(status(claims), "idx", 0x1_0000_0000L));
        claim("status-uri-of-a-scheme-alone", "CRED-33c", claims -> set(status(claims), "uri", "https://"));
        claim("status-uri-of-a-file", "CRED-33c", claims -> set(status(claims), "uri", "file:///etc/passwd"));
        claim("status-uri-with-a-space", "CRED-33c", claims -> set(status(claims), "uri", "https://a.example/ b"));
        claim(
                "device-key-private",
                "CRED-34a",
                claims -> claims.Add(8, cnf(2, 1, 32).Add(-4, new byte[32])));
        claim("device-key-missing-half", "CRED-34a", claims -> {
            CBORObject key = cnf(2, 1, 32);
            remove(key, -3);
            claims.Add(8, CBORObject.NewMap().Add(1, key));
        });
        claim(
                "device-key-on-p-384",
                "CRED-34b",
                claims -> claims.Add(8, CBORObject.NewMap().Add(1, cnf(2, 2, 32))));
        claim(
                "device-key-too-short",
                "CRED-34c",
                claims -> claims.Add(8, CBORObject.NewMap().Add(1, cnf(2, 1, 31))));
    }

    private void person() {
        person("person-with-more", "CRED-40a", person -> person.Add(2, "1.0"));
        person("surname-as-bytes", "CRED-40b", person -> set(person, 7, new byte[] {0x41}));
        person("surname-empty", "CRED-30", person -> set(person, 7, ""));
        person("surname-too-long", "CRED-30", person -> set(person, 7, "A".repeat(121)));
        person("surname-with-a-space-first", "CRED-31a", person -> set(person, 7, " Muster"));
        person("surname-with-a-line-end", "CRED-31b", person -> set(person, 7, "Mus\nter"));
        person("surname-with-private-use", "CRED-31b", person -> set(person, 7, "Mus\uE000ter"));
        person("surname-with-a-character-of-unicode-14", "CRED-31b", person -> set(person, 7, "Mus\uD837\uDF00ter"));
        person("named-twice", "CRED-41", person -> person.Add(4, "Olena Muster"));
        person("not-named", "CRED-41", person -> {
            remove(person, 5);
            remove(person, 7);
        });
        person("birth-date-with-hyphens", "CRED-30", person -> set(person, 8, "1985-03-01"));
        person("birth-day-without-month", "CRED-43", person -> set(person, 8, "19850012"));
        person("own-script-without-language", "CRED-44a", person -> remove(person, 20));
        person("language-in-words", "CRED-44b", person -> set(person, 20, "Ukrainian"));
        person("sex-0", "CRED-45", person -> set(person, 9, 0));
        person("photo-without-format", "CRED-46a", person -> person.Add(16, new byte[] {1}));
        person(
                "photo-too-large",
                "CRED-46b",
                person -> person.Add(16, webp(701)).Add(17, 4));
        person("photo-empty", "CRED-46b", person -> person.Add(16, new byte[0]).Add(17, 4));
        person("photo-format-5", "CRED-46c", person -> person.Add(16, webp(40)).Add(17, 5));
        person("photo-format-0", "CRED-46c", person -> person.Add(16, webp(40)).Add(17, 0));
        person(
                "photo-of-another-format",
                "CRED-47",
                person -> person.Add(16, webp(40)).Add(17, 1));
        claim("full-without-sex", "CRED-60a", claims -> remove(person(claims), 9));
    }

    private void permit() {
        permit("permit-with-more", "CRED-50a", permit -> permit.Add(16, 1));
        permit("authority-as-number", "CRED-50b", permit -> set(permit, 9, 1));
        permit("right-from-no-day", "CRED-50c", permit -> set(permit, 3, 20260230));
        permit("right-from-before-1900", "CRED-50c", permit -> set(permit, 3, 18991231));
        permit("purpose-4", "CRED-51", permit -> set(permit, 1, 4));
        permit("category-negative", "CRED-52", permit -> set(permit, 2, -1));
        permit("right-until-before-from", "CRED-53", permit -> set(permit, 4, 20200101));
        permit("permit-number-with-hyphen", "CRED-55", permit -> set(permit, 5, "UT-123"));
        permit("work-as-number", "CRED-56a", permit -> set(permit, 6, 1));
        permit("work-4", "CRED-56b", permit -> set(permit, 6, array(4)));
        permit("work-conditions-missing", "CRED-56c", permit -> set(permit, 6, array(2)));
        permit("work-none-with-conditions", "CRED-56c", permit -> set(permit, 6, array(0, "weekends")));
        permit("study-as-boolean", "CRED-57a", permit -> set(permit, 8, true));
        permit("study-2", "CRED-57b", permit -> set(permit, 8, array(2)));
        permit("study-none-with-conditions", "CRED-57c", permit -> set(permit, 8, array(0, "evenings")));
        permit("travel-document-of-one", "CRED-58", permit -> set(permit, 12, array("P4711001")));
        permit("travel-document-of-four", "CRED-58", permit -> set(permit, 12, array("P1", "UTO", 20300101, 1)));
        permit("live-only-as-number", "CRED-59", permit -> permit.Add(15, 1));
        claim(
                "stay-with-permit-number",
                "CRED-60b",
                Purpose.STAY,
                claims -> permit(claims).Add(5, "UT1234567"));
    }

    private void person(String name, String rule, Consumer<CBORObject> change) {
        claim(name, rule, claims -> change.accept(person(claims)));
    }

    private void permit(String name, String rule, Consumer<CBORObject> change) {
        claim(name, rule, claims -> change.accept(permit(claims)));
    }

    private void claim(String name, String rule, Consumer<CBORObject> change) {
        claim(name, rule, Purpose.FULL, change);
    }

    private void claim(String name, String rule, Purpose purpose, Consumer<CBORObject> change) {
        add(
                "credential-format/" + name,
                name.replace('-', ' ') + " (" + rule + ")",
                changed(purpose, change),
                NOW,
                lists,
                Outcome.INVALID,
                Reason.WRONG_FORMAT);
    }

    private static CBORObject status(CBORObject claims) {
        return claims.get(CBORObject.FromObject(65535)).get(CBORObject.FromObject("status_list"));
    }

    private static void set(CBORObject map, Object key, Object value) {
        map.Set(CBORObject.FromObject(key), CBORObject.FromObject(value));
    }

    private static void remove(CBORObject map, Object key) {
        map.Remove(CBORObject.FromObject(key));
    }

    private static long number(CBORObject map, int key) {
        return map.get(CBORObject.FromObject(key)).AsInt64Value();
    }

    private static CBORObject array(Object... items) {
        CBORObject array = CBORObject.NewArray();
        for (Object item : items) {
            array.Add(item);
        }
        return array;
    }

    private static CBORObject cnf(int type, int curve, int length) {
        return CBORObject.NewMap()
                .Add(1, type)
                .Add(-1, curve)
                .Add(-2, new byte[length])
                .Add(-3, new byte[32]);
    }

    private static byte[] webp(int length) {
        byte[] file = new byte[length];
        byte[] head = {'R', 'I', 'F', 'F', 0, 0, 0, 0, 'W', 'E', 'B', 'P'};
        System.arraycopy(head, 0, file, 0, head.length);
        return file;
    }
}
