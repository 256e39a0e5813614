package org.stayseal.spec.verify;

import java.time.Instant;
import java.util.Optional;

/** What a verifier was told about revocation: entries of lists signed by the key that the trust list names for them, never a judgement. */
public interface StatusSource {

    /**
     * The entry of a credential.
     *
     * @param uri the list, as the credential names it
     * @param index the entry in it, from 0
     * @return empty if there is no such list at hand, or it has no such entry
     */
    Optional<StatusEntry> credential(String uri, long index);

    /**
     * The entry of a seal in its country's seal revocation list; value 0 if the list does not hold it.
     *
     * @param country issuing country, three letters as in the MRZ
     * @param identity 16 bytes (docs 20, seal identity)
     * @return empty if there is no list of that country at hand
     */
    Optional<StatusEntry> seal(String country, byte[] identity);

    /**
     * One entry.
     *
     * @param value 0 valid, 1 revoked, 2 suspended, 3 superseded
     * @param country whose list it is, three letters as in the MRZ
     * @param issued when the list was made
     * @param expires until when it counts as fresh
     * @param list what to call the list: its URI or name
     */
    record StatusEntry(int value, String country, Instant issued, Instant expires, String list) {
        public StatusEntry {
            if (value < 0 || value > 255) {
                throw new IllegalArgumentException("a status is one byte at most");
            }
        }
    }

    /** A source that knows nothing. */
    static StatusSource none() {
        return new StatusSource() {
            @Override
            public Optional<StatusEntry> credential(String uri, long index) {
                return Optional.empty();
            }

            @Override
            public Optional<StatusEntry> seal(String country, byte[] identity) {
                return Optional.empty();
            }
        };
    }
}
