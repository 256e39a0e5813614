package org.stayseal.spec.cwt;

import com.upokecenter.cbor.CBORObject;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.permit.BirthDate;
import org.stayseal.spec.permit.Disclosure;
import org.stayseal.spec.permit.Field;
import org.stayseal.spec.permit.Name;
import org.stayseal.spec.permit.Nationality;
import org.stayseal.spec.permit.OwnScript;
import org.stayseal.spec.permit.Person;
import org.stayseal.spec.permit.Photo;
import org.stayseal.spec.permit.Purpose;
import org.stayseal.spec.permit.Sex;

/** Claim 169 of a credential, read by CRED-40 to CRED-47, and by CRED-60 for what its purpose shows. */
final class PersonReader {
    /** The keys of claim 169 that a credential may have, in the order of their encodings. */
    enum Key {
        PERSONAL_NUMBER(1, Field.PERSONAL_NUMBER),
        FULL_NAME(4, Field.SURNAME),
        GIVEN_NAMES(5, Field.GIVEN_NAMES),
        SURNAME(7, Field.SURNAME),
        BIRTH_DATE(8, Field.BIRTH_DATE),
        SEX(9, Field.SEX),
        NATIONALITY(13, Field.NATIONALITY),
        PHOTO(16, Field.PHOTO),
        PHOTO_FORMAT(17, Field.PHOTO),
        NAME_OWN_SCRIPT(19, Field.NAME_OWN_SCRIPT),
        NAME_LANGUAGE(20, Field.NAME_LANGUAGE);

        final long number;
        final Field field;

        Key(long number, Field field) {
            this.number = number;
            this.field = field;
        }
    }

    private static final Set<Object> KEYS =
            Arrays.stream(Key.values()).map(key -> key.number).collect(Collectors.toUnmodifiableSet());

    private final CborMap map;

    private PersonReader(CborMap map) {
        this.map = map;
    }

    static PersonClaims read(CBORObject item, Purpose purpose) throws FormatException {
        CborMap map = CborMap.of(item, KEYS, "person", "CRED-40a");
        for (Key key : Key.values()) {
            // A person may be named by either of two keys, which CRED-41 judges.
            boolean named = key.field == Field.SURNAME;
            Shown.require(
                    map.has(key.number),
                    named ? Disclosure.Showing.IF_KNOWN : Disclosure.of(key.field, purpose),
                    key.name());
        }
        return new PersonReader(map).read();
    }

    private PersonClaims read() throws FormatException {
        Optional<String> surname = text(Key.SURNAME, Name.MAX_BYTES);
        Optional<String> givenNames = text(Key.GIVEN_NAMES, Name.MAX_BYTES);
        Optional<String> fullName = text(Key.FULL_NAME, OwnScript.MAX_BYTES);
        if (surname.isPresent() == fullName.isPresent() || (fullName.isPresent() && givenNames.isPresent())) {
            throw FormatException.wrongFormat(
                    "CRED-41", "a person is named by a surname with or without given names, or by a full name alone");
        }
        return new PersonClaims(
                surname,
                givenNames,
                fullName,
                birthDate(),
                sex(),
                nationality(),
                ownScript(),
                text(Key.PERSONAL_NUMBER, Person.PERSONAL_NUMBER_MAX_BYTES),
                photo());
    }

    private BirthDate birthDate() throws FormatException {
        return BirthDate.parse(
                        CborMap.text(map.required(Key.BIRTH_DATE.number, "CRED-60a"), 8, "birth date", "CRED-43"))
                .orElseThrow(() -> FormatException.wrongFormat("CRED-43", "a birth date that is no day YYYYMMDD"));
    }

    private Optional<Sex> sex() throws FormatException {
        Optional<CBORObject> item = map.get(Key.SEX.number);
        if (item.isEmpty()) {
            return Optional.empty();
        }
        long code = CborMap.uint(item.get(), 3, "sex", "CRED-45");
        return Optional.of(
                Sex.ofCode(code).orElseThrow(() -> FormatException.wrongFormat("CRED-45", "sex is not 1 to 3")));
    }

    private Optional<Nationality> nationality() throws FormatException {
        Optional<CBORObject> item = map.get(Key.NATIONALITY.number);
        return item.isEmpty()
                ? Optional.empty()
                : Optional.of(new Nationality(CommonClaims.country(item.get(), "CRED-42")));
    }

    private Optional<OwnScript> ownScript() throws FormatException {
        Optional<String> name = text(Key.NAME_OWN_SCRIPT, OwnScript.MAX_BYTES);
        Optional<String> language = text(Key.NAME_LANGUAGE, OwnScript.LANGUAGE_MAX_BYTES);
        if (name.isPresent() != language.isPresent()) {
            throw FormatException.wrongFormat(
                    "CRED-44a", "a name in the own script and its language, one without the other");
        }
        if (name.isEmpty() || language.isEmpty()) {
            return Optional.empty();
        }
        if (!OwnScript.isLanguageTag(language.get())) {
            throw FormatException.wrongFormat("CRED-44b", "the language is no language tag");
        }
        return Optional.of(new OwnScript(name.get(), language.get()));
    }

    private Optional<Photo> photo() throws FormatException {
        Optional<CBORObject> photo = map.get(Key.PHOTO.number);
        Optional<CBORObject> format = map.get(Key.PHOTO_FORMAT.number);
        if (photo.isPresent() != format.isPresent()) {
            throw FormatException.wrongFormat("CRED-46a", "a photo and its format, one without the other");
        }
        if (photo.isEmpty() || format.isEmpty()) {
            return Optional.empty();
        }
        byte[] file = CborMap.byteString(photo.get(), "photo", "CRED-46b");
        if (file.length == 0 || file.length > Photo.MAX_BYTES) {
            throw FormatException.wrongFormat("CRED-46b", "the photo has " + file.length + " bytes");
        }
        Photo.Format kind = Photo.Format.ofCode(CborMap.uint(format.get(), 4, "photo format", "CRED-46c"))
                .orElseThrow(() -> FormatException.wrongFormat("CRED-46c", "the photo's format is not 1 to 4"));
        if (!kind.matches(file)) {
            throw FormatException.wrongFormat("CRED-47", "the photo does not begin as its format does");
        }
        return Optional.of(new Photo(file, kind));
    }

    private Optional<String> text(Key key, int maxBytes) throws FormatException {
        return map.text(key.number, maxBytes, "CRED-40b");
    }
}
