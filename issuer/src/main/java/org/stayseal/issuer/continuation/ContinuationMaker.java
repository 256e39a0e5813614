package org.stayseal.issuer.continuation;

import java.net.URI;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.stayseal.issuer.issuance.Carrier;
import org.stayseal.issuer.issuance.CarrierMaker.ReadBackRefused;
import org.stayseal.issuer.lint.Item;

/** Prints a continuation, a page for each code of the permit, and reads every code on it back before it says that it is done. */
public interface ContinuationMaker {

    /**
     * What is printed. Of each page nothing but what its code states, so that pages do not tell on each other (CONT-14).
     *
     * @param country three letters as in the machine readable zone
     * @param authority as printed on the permit
     * @param texts the text of each code, {@code RPC1:…}
     * @param numbers the permit's number where the code states it
     * @param verifierPage the address printed beside each code
     * @param nationalLanguage the second language beside English
     */
    record Order(
            String country,
            String authority,
            LocalDate printedEnd,
            LocalDate until,
            String legalGround,
            Map<Item, String> texts,
            Map<Item, Optional<String>> numbers,
            URI verifierPage,
            Locale nationalLanguage) {

        /** Keeps its own maps. */
        public Order {
            texts = Collections.unmodifiableMap(new EnumMap<>(texts));
            numbers = Collections.unmodifiableMap(new EnumMap<>(numbers));
        }
    }

    /**
     * Makes {@code continuation.pdf}, and for each code a {@code .png} and a {@code .txt}.
     *
     * @throws ReadBackRefused when a code does not come back as it went in, or cannot be drawn
     */
    List<Carrier> make(Order order) throws ReadBackRefused;
}
