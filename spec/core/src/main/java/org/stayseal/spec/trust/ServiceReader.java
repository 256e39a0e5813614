package org.stayseal.spec.trust;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.stayseal.spec.FormatException;
import org.stayseal.spec.signing.Crypto;

/** Reads one service of a trust list (TRUST-42 to TRUST-47). */
final class ServiceReader {

    private static final int MAX_ENTRIES = 1_000;
    private static final int MAX_PREFIXES = 64;
    private static final String EXPLAINED = "TRUST-45";
    private static final Pattern TERRITORY = Pattern.compile("[A-Z]{2}");

    private final JsonObject information;
    private final StateHistory states;
    private final Map<String, JsonObject> extensions;

    private ServiceReader(JsonObject information, StateHistory states, Map<String, JsonObject> extensions) {
        this.information = information;
        this.states = states;
        this.extensions = extensions;
    }

    /**
     * @return empty for a service of a type, a state or with a critical extension that is not known: it is not used
     */
    static Optional<Service> read(JsonObject service, Instant listIssued) throws FormatException {
        JsonObject information = service.object("ServiceInformation", "TRUST-41");
        Optional<ServiceType> type = ServiceType.of(information.text("ServiceTypeIdentifier", "TRUST-42"));
        Optional<List<StateChange>> changes = changes(service, information);
        Map<String, JsonObject> extensions = new HashMap<>();
        boolean usable = type.isPresent() && changes.isPresent();
        for (JsonObject extension : information.extensions("ServiceInformationExtensions")) {
            String name = extension.text("type", "TRUST-47");
            usable &= ServiceType.KNOWN_EXTENSIONS.contains(name) || !extension.flag("critical", "TRUST-47");
            extensions.put(name, extension);
        }
        if (!usable) {
            return Optional.empty();
        }
        type.orElseThrow().refuseOtherExtensions(extensions.keySet());
        StateHistory states = history(changes.orElseThrow(), extensions.get(Names.REVOCATION), listIssued);
        ServiceReader reader = new ServiceReader(information, states, extensions);
        List<LocalText> name = information.localTexts("ServiceName");
        return Optional.of(
                switch (type.orElseThrow()) {
                    case CSCA -> new Service.Csca(name, reader.certificate(), states, reader.scope(Optional.empty()));
                    case SEAL_SIGNER -> reader.signer(Service.SignerKind.SEAL, name);
                    case CREDENTIAL_SIGNER -> reader.signer(Service.SignerKind.CREDENTIAL, name);
                    case VDS_NC_SIGNER -> reader.signer(Service.SignerKind.VDS_NC, name);
                    case STATUS -> reader.statusKey(name);
                });
    }

    /** Whose a service is (TRUST-222). */
    static Optional<String> origin(JsonObject service) throws FormatException {
        for (JsonObject extension :
                service.object("ServiceInformation", "TRUST-41").extensions("ServiceInformationExtensions")) {
            if (extension.text("type", "TRUST-47").equals(Names.ORIGIN)) {
                String country = extension.text("country", "TRUST-222");
                if (!NoticeScope.isCountry(country)) {
                    throw FormatException.wrongFormat("TRUST-222", "an origin that is no country");
                }
                return Optional.of(country);
            }
        }
        return Optional.empty();
    }

    /** TRUST-47, 1: the form of all of them, then whether each is known. */
    private static Optional<List<StateChange>> changes(JsonObject service, JsonObject information)
            throws FormatException {
        List<JsonObject> all = new ArrayList<>();
        all.add(information);
        if (service.has("ServiceHistory")) {
            all.addAll(service.objects("ServiceHistory", 0, MAX_ENTRIES, "TRUST-46"));
        }
        List<StateChange> changes = new ArrayList<>();
        for (JsonObject change : all) {
            Optional<KeyState> state = KeyState.of(change.text("ServiceStatus", "TRUST-46"));
            Instant since = change.time("StatusStartingTime");
            state.ifPresent(known -> changes.add(new StateChange(known, since)));
        }
        return changes.size() == all.size() ? Optional.of(changes) : Optional.empty();
    }

    private static StateHistory history(
            List<StateChange> changes, @org.jspecify.annotations.Nullable JsonObject revocation, Instant listIssued)
            throws FormatException {
        StateChange newest = changes.get(0);
        if (!StateHistory.ordered(changes) || newest.since().isAfter(listIssued)) {
            throw FormatException.wrongFormat("TRUST-46", "states of a service in an order that cannot be");
        }
        if (revocation == null) {
            return new StateHistory(changes, Optional.empty());
        }
        if (newest.state() != KeyState.REVOKED) {
            throw FormatException.wrongFormat(EXPLAINED, "a revocation is explained where none is");
        }
        String cause = revocation.text("cause", EXPLAINED);
        Instant compromised = revocation.time("compromisedSince");
        if (!isWords(cause) || compromised.isAfter(newest.since())) {
            throw FormatException.wrongFormat(EXPLAINED, "a revocation without words, or of a key stolen after it");
        }
        return new StateHistory(changes, Optional.of(new StateHistory.Revocation(cause, compromised)));
    }

    private Service signer(Service.SignerKind kind, List<LocalText> name) throws FormatException {
        X509Certificate certificate = certificate();
        Scope scope = scope(Optional.of(kind));
        JsonObject termJson = required(Names.TERM);
        Instant from = termJson.time("signsFrom");
        Instant until = termJson.time("signsUntil");
        if (!until.isAfter(from) || states.now() == KeyState.RETIRED && until.isAfter(states.since())) {
            throw FormatException.wrongFormat("TRUST-43", "a term that ends too early or, once retired, too late");
        }
        return new Service.PermitSigner(kind, name, certificate, states, scope, new Term(from, until), legalEffect());
    }

    private Service statusKey(List<LocalText> name) throws FormatException {
        JsonObject identity = information.object("ServiceDigitalIdentity", "TRUST-42");
        TrustKey key = TrustKey.read(
                identity.objects("PublicKeyValues", 1, 1, "TRUST-42").get(0));
        JsonObject duty = required(Names.STATUS);
        List<String> prefixes = duty.texts("prefixes", 0, MAX_PREFIXES, "TRUST-44");
        if (!prefixes.stream().allMatch(Service.StatusKey::isPrefix)) {
            throw FormatException.wrongFormat("TRUST-44", "a prefix of status URIs that does not end in a slash");
        }
        return new Service.StatusKey(name, key, states, prefixes, duty.flag("sealRevocations", "TRUST-44"));
    }

    private X509Certificate certificate() throws FormatException {
        JsonObject identity = information.object("ServiceDigitalIdentity", "TRUST-42");
        String val =
                identity.objects("X509Certificates", 1, 1, "TRUST-42").get(0).text("val", "TRUST-42");
        return Crypto.listed(Base64Form.padded(val, "X509Certificates.val"));
    }

    private Scope scope(Optional<Service.SignerKind> signs) throws FormatException {
        boolean types = signs.isPresent();
        boolean credential = signs.equals(Optional.of(Service.SignerKind.CREDENTIAL));
        JsonObject json = required(Names.SCOPE);
        Set<String> countries = set(json, "countries");
        Set<String> documentTypes = types ? set(json, "documentTypes") : Set.of();
        Set<String> purposes = credential ? set(json, "purposes") : Set.of();
        boolean good = countries.stream().allMatch(c -> Head.COUNTRY.matcher(c).matches())
                && documentTypes.stream().allMatch(type -> signs.orElseThrow().signs(type))
                && Scope.PURPOSES.containsAll(purposes)
                && types == json.has("documentTypes")
                && credential == json.has("purposes");
        if (!good) {
            throw FormatException.wrongFormat("TRUST-43", "a scope that is not one of this kind of service");
        }
        return new Scope(countries, documentTypes, purposes);
    }

    private static Set<String> set(JsonObject json, String name) throws FormatException {
        return new HashSet<>(json.texts(name, 1, MAX_ENTRIES, "TRUST-43"));
    }

    private Optional<LegalEffect> legalEffect() throws FormatException {
        JsonObject json = extensions.get(Names.LEGAL_EFFECT);
        if (json == null) {
            return Optional.empty();
        }
        String notification = json.text("notification", EXPLAINED);
        List<String> territory = json.texts("territory", 0, MAX_ENTRIES, EXPLAINED);
        if (!isWords(notification)
                || !territory.stream().allMatch(code -> TERRITORY.matcher(code).matches())) {
            throw FormatException.wrongFormat(EXPLAINED, "a legal effect without words, or of no territory");
        }
        return Optional.of(new LegalEffect(notification, territory, json.flag("onlyWithPassport", EXPLAINED)));
    }

    private static boolean isWords(String text) {
        return !text.isEmpty() && text.length() <= LocalText.MAX_LENGTH;
    }

    private JsonObject required(String type) throws FormatException {
        JsonObject extension = extensions.get(type);
        if (extension == null) {
            throw FormatException.wrongFormat("TRUST-42", "a service without its extension " + type);
        }
        return extension;
    }
}
