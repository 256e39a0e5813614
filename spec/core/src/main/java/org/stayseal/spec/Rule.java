package org.stayseal.spec;

/**
 * A rule of {@code spec/docs} that what is read may break, for readers that several formats share.
 *
 * @param number such as {@code CRED-10}
 * @param lettered whether the document gives each fault against it a letter of its own: {@code CRED-10c}
 */
public record Rule(String number, boolean lettered) {

    /** A rule that is named by its number alone. */
    public static Rule of(String number) {
        return new Rule(number, false);
    }

    /** A rule whose faults are told apart by letters. */
    public static Rule lettered(String number) {
        return new Rule(number, true);
    }

    /** The rule as broken by the fault with this letter. */
    public String broken(char fault) {
        return lettered ? number + fault : number;
    }
}
