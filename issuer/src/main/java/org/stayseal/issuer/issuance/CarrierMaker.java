package org.stayseal.issuer.issuance;

import java.util.List;

/** Makes what is handed over, and reads every code on it back before it says that it is done. */
public interface CarrierMaker {

    /**
     * Makes {@code permit.pdf}, for each purpose a {@code .png} and a {@code .txt}, and {@code seal.png}. Every code is read back out of the
     * finished picture and out of the finished PDF, rendered, and compared with what was asked for.
     *
     * @throws ReadBackRefused when a code does not come back as it went in, or cannot be drawn
     */
    List<Carrier> make(CarrierOrder order) throws ReadBackRefused;

    /** A carrier that must not be handed over. The message names the code and what went wrong, never what is in it. */
    final class ReadBackRefused extends Exception {

        private static final long serialVersionUID = 1L;

        /** @param message which code and what went wrong, for an operator */
        public ReadBackRefused(String message) {
            super(message);
        }

        /** @param message which code and what went wrong, for an operator */
        public ReadBackRefused(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
