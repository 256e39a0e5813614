package org.stayseal.spec.claim169;

import java.util.Arrays;
import java.util.Optional;

/** The keys of claim 169 with their names and types (C169-8). */
public enum IdentityField {
    ID(1, "id", Type.TEXT),
    VERSION(2, "version", Type.TEXT),
    LANGUAGE(3, "language", Type.TEXT),
    FULL_NAME(4, "fullName", Type.TEXT),
    FIRST_NAME(5, "firstName", Type.TEXT),
    MIDDLE_NAME(6, "middleName", Type.TEXT),
    LAST_NAME(7, "lastName", Type.TEXT),
    DATE_OF_BIRTH(8, "dateOfBirth", Type.DATE),
    GENDER(9, "gender", Type.CODE, 3),
    ADDRESS(10, "address", Type.TEXT),
    EMAIL(11, "email", Type.TEXT),
    PHONE(12, "phone", Type.TEXT),
    NATIONALITY(13, "nationality", Type.TEXT),
    MARITAL_STATUS(14, "maritalStatus", Type.CODE, 3),
    GUARDIAN(15, "guardian", Type.TEXT),
    PHOTO(16, "photo", Type.BYTES),
    PHOTO_FORMAT(17, "photoFormat", Type.CODE, 4),
    BEST_QUALITY_FINGERS(18, "bestQualityFingers", Type.FINGERS),
    SECONDARY_FULL_NAME(19, "secondaryFullName", Type.TEXT),
    SECONDARY_LANGUAGE(20, "secondaryLanguage", Type.TEXT),
    LOCATION_CODE(21, "locationCode", Type.TEXT),
    LEGAL_STATUS(22, "legalStatus", Type.TEXT),
    COUNTRY_OF_ISSUANCE(23, "countryOfIssuance", Type.TEXT),
    RIGHT_THUMB(50, "rightThumb", Type.BIOMETRICS),
    RIGHT_POINTER_FINGER(51, "rightPointerFinger", Type.BIOMETRICS),
    RIGHT_MIDDLE_FINGER(52, "rightMiddleFinger", Type.BIOMETRICS),
    RIGHT_RING_FINGER(53, "rightRingFinger", Type.BIOMETRICS),
    RIGHT_LITTLE_FINGER(54, "rightLittleFinger", Type.BIOMETRICS),
    LEFT_THUMB(55, "leftThumb", Type.BIOMETRICS),
    LEFT_POINTER_FINGER(56, "leftPointerFinger", Type.BIOMETRICS),
    LEFT_MIDDLE_FINGER(57, "leftMiddleFinger", Type.BIOMETRICS),
    LEFT_RING_FINGER(58, "leftRingFinger", Type.BIOMETRICS),
    LEFT_LITTLE_FINGER(59, "leftLittleFinger", Type.BIOMETRICS),
    RIGHT_IRIS(60, "rightIris", Type.BIOMETRICS),
    LEFT_IRIS(61, "leftIris", Type.BIOMETRICS),
    FACE(62, "face", Type.BIOMETRICS),
    RIGHT_PALM(63, "rightPalm", Type.BIOMETRICS),
    LEFT_PALM(64, "leftPalm", Type.BIOMETRICS),
    VOICE(65, "voice", Type.BIOMETRICS);

    /** What a value is. */
    public enum Type {
        TEXT,
        DATE,
        CODE,
        BYTES,
        FINGERS,
        BIOMETRICS
    }

    private final int key;
    private final String title;
    private final Type type;
    private final int lastCode;

    IdentityField(int key, String title, Type type) {
        this(key, title, type, 0);
    }

    IdentityField(int key, String title, Type type, int lastCode) {
        this.key = key;
        this.title = title;
        this.type = type;
        this.lastCode = lastCode;
    }

    /** Its number in the map. */
    public int key() {
        return key;
    }

    /** Its name where it is shown. */
    public String title() {
        return title;
    }

    public Type type() {
        return type;
    }

    /** The largest code of a field of type {@link Type#CODE}; the smallest is 1. */
    int lastCode() {
        return lastCode;
    }

    /** The field with this key, if the specification names one. */
    public static Optional<IdentityField> ofKey(long key) {
        return Arrays.stream(values()).filter(field -> field.key == key).findFirst();
    }
}
