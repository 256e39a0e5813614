package org.stayseal.spec.permit;

import java.util.Arrays;
import java.util.Optional;

/**
 * What kind of permit it is. Numbers, names and effects are those of spec/registry/categories.json, to which a test holds this list;
 * a number that is not in it belongs to a newer version (CRED-52).
 */
public enum Category {
    OTHER(0, "other", Effect.RESIDENCE),
    TEMPORARY(1, "temporary", Effect.RESIDENCE),
    PERMANENT(2, "permanent", Effect.RESIDENCE),
    EU_LONG_TERM(3, "eu-long-term", Effect.RESIDENCE),
    TEMPORARY_PROTECTION(4, "temporary-protection", Effect.RESIDENCE),
    REFUGEE(5, "refugee", Effect.RESIDENCE),
    SUBSIDIARY_PROTECTION(6, "subsidiary-protection", Effect.RESIDENCE),
    BLUE_CARD(7, "blue-card", Effect.RESIDENCE),
    INTRA_CORPORATE(8, "intra-corporate", Effect.RESIDENCE),
    STUDENT(9, "student", Effect.RESIDENCE),
    RESEARCHER(10, "researcher", Effect.RESIDENCE),
    FAMILY_MEMBER(11, "family-member", Effect.RESIDENCE),
    FAMILY_OF_EU_CITIZEN(12, "family-of-eu-citizen", Effect.RESIDENCE),
    WITHDRAWAL_AGREEMENT(13, "withdrawal-agreement", Effect.RESIDENCE),
    SEASONAL(14, "seasonal", Effect.RESIDENCE),
    HUMANITARIAN(15, "humanitarian", Effect.RESIDENCE),
    PENDING(16, "pending", Effect.STAY),
    EMPLOYMENT(17, "employment", Effect.RESIDENCE),
    SELF_EMPLOYED(18, "self-employed", Effect.RESIDENCE),
    SUSPENSION_OF_DEPORTATION(19, "suspension-of-deportation", Effect.STAY);

    /** What a document of this category gives: a right of residence, or that its holder may stay for the time being. */
    public enum Effect {
        RESIDENCE,
        STAY
    }

    private final int code;
    private final String key;
    private final Effect effect;

    Category(int code, String key, Effect effect) {
        this.code = code;
        this.key = key;
        this.effect = effect;
    }

    public int code() {
        return code;
    }

    public String key() {
        return key;
    }

    public Effect effect() {
        return effect;
    }

    public static Optional<Category> ofCode(long code) {
        return Arrays.stream(values()).filter(category -> category.code == code).findFirst();
    }

    public static Optional<Category> ofKey(String key) {
        return Arrays.stream(values())
                .filter(category -> category.key.equals(key))
                .findFirst();
    }
}
