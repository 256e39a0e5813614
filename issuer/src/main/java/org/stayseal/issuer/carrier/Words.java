package org.stayseal.issuer.carrier;

/**
 * The same words twice.
 *
 * @param english in English
 * @param national in the authority's language; the same as English where that is its language
 */
public record Words(String english, String national) {

    /** Both in one line, the authority's language first; once where they do not differ. */
    public String both() {
        return english.equals(national) ? english : national + " · " + english;
    }
}
