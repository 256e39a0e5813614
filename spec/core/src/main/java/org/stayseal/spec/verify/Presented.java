package org.stayseal.spec.verify;

import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.stayseal.spec.live.LiveCode;
import org.stayseal.spec.permit.Mrz;
import org.stayseal.spec.permit.Purpose;
import org.stayseal.spec.permit.WorkRight;

/** A decoded code as the steps see it, whatever its format: what it says of itself, still unproved. */
interface Presented {

    /** {@code vds}, {@code credential}, {@code idb}, {@code vds-nc} or {@code continuation}. */
    String format();

    /** The issuing country, three letters as in the MRZ. */
    String country();

    /** The country's time zone (VER-9). */
    ZoneId zone();

    /** Reference and category of a seal such as {@code FB06}; {@code RP1} for a credential; the type of a VDS-NC; {@code IDB-86-0E} and its kin. */
    String documentType();

    /** What no certificate names: a document without a code, which none may sign that names document types (TRUST-91, TRUST-94). */
    String NO_DOCUMENT_CODE = "";

    /** The document code that the signer's certificate must allow, if it names any: the first characters of an MRZ. Empty for a credential. */
    Optional<String> mrzDocumentCode();

    /** What a credential is for; empty for a seal. */
    Optional<Purpose> purpose();

    /** The category of residence that it states (VER-62); a seal and an IDB state none. */
    default Optional<String> category() {
        return Optional.empty();
    }

    /** The day it says it was signed on; empty for a type that states none, and that then grants nothing. */
    Optional<LocalDate> signedOn();

    /** Whether it carries a signature: an unsigned code is read and shown, and never authentic (IDB-41). */
    default boolean isSigned() {
        return true;
    }

    /** How it names its signer, in words for the evidence. */
    String signerName();

    /** Whether the two letters of its signer stand for its country (VDS-16); a credential names no signer's country. */
    boolean signerSpeaksForCountry();

    /** The listed certificates that it may mean. */
    List<SignerCandidate> candidates(TrustSource trust);

    /** Whether it names this certificate. */
    boolean names(X509Certificate certificate);

    /** Whether the certificate follows the profile for what it signs here; else which rule it breaks. */
    Optional<String> brokenProfileRule(X509Certificate certificate);

    /** Whether the signature over the received bytes is one of this key. */
    boolean isSignedBy(PublicKey key);

    /** What the document gives its holder. */
    Grant grant();

    /** From when until when the document and its right are good. */
    Term term();

    /** The purposes that it answers (VER-32). */
    Set<Purpose> answers();

    /** What it says about work; empty for one that does not speak of it. */
    Optional<WorkStatement> work();

    /** Its entry, asked of the lists at hand. */
    Optional<StatusSource.StatusEntry> status(StatusSource source);

    /** Its own identity, 16 bytes: what a continuation names it by (CONT-8). */
    byte[] identity();

    /** The number of the document that it states (VER-92). */
    default Optional<String> documentNumber() {
        return printedIdentity().flatMap(Identity::number).or(() -> mrz().map(Mrz::documentNumber));
    }

    /** Its identity in the issued log, 16 bytes (TRUST-181). */
    byte[] logIdentity();

    /** How its entry is named, in words for the evidence. */
    String statusName();

    /** Whether its profile does not name one of its features. */
    boolean hasUnknownFeature();

    /** Whether it must not be accepted without a fresh holder's proof. */
    boolean liveOnly();

    /** The live code that it was shown as, with the proof of the holder's device (VER-105). */
    default Optional<LiveCode> live() {
        return Optional.empty();
    }

    /** The machine readable zone that it carries of its document (VER-43). */
    default Optional<Mrz> mrz() {
        return Optional.empty();
    }

    /** All machine readable zones that it carries; their check digits are asked (VER-34). */
    default List<Mrz> zones() {
        return mrz().stream().toList();
    }

    /** What it says of the document that it is printed on, where it carries no zone (VER-47). */
    default Optional<Identity> printedIdentity() {
        return Optional.empty();
    }

    /** What it says of the passport that it goes with, and of the person (VER-45). */
    default Optional<Identity> passportIdentity() {
        return Optional.empty();
    }

    /** Whether it stays good when its holder renews the passport that it names (VER-51); a seal and an IDB are bound to that passport. */
    default boolean outlivesPassports() {
        return false;
    }

    /** The decoded content by stable names. */
    Map<String, Object> document();

    /**
     * What a document gives (VER-30).
     *
     * @param kind what it gives
     * @param words what to call the document, in English
     */
    record Grant(Kind kind, String words) {
        enum Kind {
            RESIDENCE,
            STAY,
            NONE,
            UNKNOWN,
            /** Nothing by itself: it prolongs a permit (VER-96). */
            CONTINUATION
        }

        /** A document of a type that this verifier does not know (VDS-18, IDB-22, NC-17). */
        static Grant unknown(String type) {
            return new Grant(Kind.UNKNOWN, "a document of type " + type + ", which this verifier does not know");
        }

        boolean givesSomething() {
            return kind == Kind.RESIDENCE || kind == Kind.STAY;
        }
    }

    /**
     * From when until when a document and its right are good (VER-31).
     *
     * @param signed the moment from which it can have been signed
     * @param begins the first moment at which it is good, if it states one
     * @param ends the first moment at which it is good no more, if it states one
     * @param words the same by days, for the evidence
     */
    record Term(Instant signed, Optional<Instant> begins, Optional<Instant> ends, String words) {

        /** The last day on which it is good, in the calendar of its country, if it states an end (VER-62). */
        Optional<LocalDate> lastDay(ZoneId zone) {
            return ends.map(end -> LocalDate.ofInstant(end.minusSeconds(1), zone));
        }
    }

    /** What it says about work (VER-32). */
    record WorkStatement(boolean allowed, Optional<String> conditions) {
        static WorkStatement of(WorkRight work) {
            return switch (work.access()) {
                case NONE -> new WorkStatement(false, Optional.empty());
                case ANY -> new WorkStatement(true, Optional.empty());
                case UNDER_CONDITIONS -> new WorkStatement(true, work.conditions());
                case SEPARATE_PERMIT ->
                    new WorkStatement(
                            true,
                            Optional.of("only with a separate work permit"
                                    + work.conditions().map(text -> ": " + text).orElse("")));
            };
        }
    }
}
