package org.stayseal.trust.authority.neighbours;

/**
 * What became of one thing in a neighbour's list: for the record of whoever answers for the combined one.
 *
 * @param country the neighbour
 * @param what the service, notice or file, in words
 * @param why it was taken, or the one reason for which it was not
 */
public record Decision(String country, String what, Why why) {

    /** Taken, narrowed, or left out and why. */
    public enum Why {
        /** As it stands there. */
        TAKEN,
        /** Without the countries, document types or purposes that are not taken from this neighbour. */
        NARROWED,
        /** It is a third country's there: trust is not handed on. */
        OF_A_THIRD_COUNTRY,
        /** For no country that the neighbour may speak for. */
        OTHER_COUNTRY,
        /** For no document type or purpose that is taken from it. */
        OTHER_DOCUMENTS,
        /** Its certificate's subject is of another country. */
        OTHER_SUBJECT,
        /** For status addresses that are not the neighbour's. */
        OTHER_ADDRESS,
        /** The same certificate is listed already, by this country or another neighbour. */
        LISTED_ALREADY,
        /** A published test key, and this is no demo. */
        TEST_KEY,
        /** Signed by no key that was taken. */
        NOT_BY_ITS_KEYS,
        /** Nothing that a combined list carries. */
        NOT_CARRIED
    }

    /** Whether it stands in the combined list. */
    public boolean taken() {
        return why == Why.TAKEN || why == Why.NARROWED;
    }

    @Override
    public String toString() {
        return country + ": " + what + ": " + why;
    }
}
