package org.stayseal.issuer.continuation;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.stayseal.issuer.lint.Item;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.bytes.Hex;
import org.stayseal.spec.cwt.Credential;
import org.stayseal.spec.cwt.CredentialDecoder;
import org.stayseal.spec.permit.Mrz;
import org.stayseal.spec.permit.Purpose;
import org.stayseal.spec.trust.Notice;
import org.stayseal.spec.trust.NoticeScope;
import org.stayseal.spec.trust.Scope;
import org.stayseal.spec.vds.Profiles;
import org.stayseal.spec.vds.Seal;
import org.stayseal.spec.vds.SealContent;
import org.stayseal.spec.vds.SealDecoder;

/**
 * What one code of a permit states that its continuation repeats, or depends on: read from the signed bytes, since nothing else is what a verifier sees (CONT-13).
 *
 * @param identity its 16 bytes (CONT-8)
 * @param number the permit's number, where the code states it
 * @param lastDay the last day on which it is good by itself
 * @param documentType as a notice's scope names it (TRUST-43)
 * @param signedOn its day of signing
 * @param category of a credential; a seal states none
 * @param documentCode of a seal's zone, without fillers; a credential has none
 * @param signer SHA-256 of its signer's certificate, where that is on record
 */
record CodeOfPermit(
        Item item,
        byte[] identity,
        Optional<String> number,
        LocalDate lastDay,
        String documentType,
        LocalDate signedOn,
        Optional<String> category,
        Optional<String> documentCode,
        Optional<String> signer) {

    /**
     * @param documentUntil the end that the zone of the permit's seal states
     * @param number that zone's document number
     * @param signer SHA-256 of the certificate, where it is on record
     * @param profiles how seals are read
     * @param zone of the issuing country
     */
    static CodeOfPermit of(
            Item item,
            byte[] finished,
            LocalDate documentUntil,
            String number,
            Optional<byte[]> signer,
            Profiles profiles,
            ZoneId zone) {
        try {
            if (item == Item.SEAL) {
                Seal seal = SealDecoder.decode(finished);
                return new CodeOfPermit(
                        item,
                        seal.identity(),
                        Optional.of(number),
                        documentUntil,
                        seal.header().type(),
                        seal.header().signed(),
                        Optional.empty(),
                        profiles.read(seal).flatMap(SealContent::mrz).map(Mrz::documentCode),
                        signer.map(Hex::encode));
            }
            Credential credential = CredentialDecoder.decode(finished);
            return new CodeOfPermit(
                    item,
                    credential.id().bytes(),
                    credential.claims().permit().number(),
                    credential.lastDay(zone),
                    Scope.CREDENTIAL,
                    credential.signedOn(),
                    Optional.of(credential.claims().permit().category().key()),
                    Optional.empty(),
                    signer.map(Hex::encode));
        } catch (FormatException e) {
            throw new IllegalStateException("A stored code does not decode: " + e.rule() + ".", e);
        }
    }

    /** Its last day, or the later one to which an extension moves it that every verifier finds to reach it (VER-62). */
    LocalDate extendedEnd(String country, List<Notice> notices) {
        return notices.stream()
                .filter(Notice::inForce)
                .filter(notice -> notice.origin().isEmpty() && reaches(notice.scope(), country))
                .flatMap(notice -> notice.newEnd().stream())
                .filter(lastDay::isBefore)
                .max(LocalDate::compareTo)
                .orElse(lastDay);
    }

    private boolean reaches(NoticeScope scope, String country) {
        return scope.countries().contains(country)
                && scope.documentTypes().contains(documentType)
                && fits(scope.categories(), category)
                && fits(scope.documentCodes(), documentCode)
                && fits(scope.signers(), signer)
                && scope.fitsEnd(Optional.of(lastDay))
                && scope.fitsSigning(Optional.of(signedOn));
    }

    private static boolean fits(Set<String> member, Optional<String> said) {
        return member.isEmpty() || said.filter(member::contains).isPresent();
    }

    /** Of all credentials among them: whoever signs their continuations may sign for each (VER-27). */
    static Set<String> purposes(List<CodeOfPermit> codes) {
        return codes.stream()
                .flatMap(code -> code.purpose().stream())
                .map(Purpose::key)
                .collect(Collectors.toSet());
    }

    Optional<Purpose> purpose() {
        return item.purpose();
    }
}
