package org.stayseal.trust.authority.register;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.stayseal.spec.bytes.Hex;
import org.stayseal.spec.bytes.Sha256;
import org.stayseal.spec.json.CanonicalJson;
import org.stayseal.spec.trust.Bulletin;
import org.stayseal.spec.trust.Bulletins;
import org.stayseal.spec.trust.Environment;
import org.stayseal.spec.trust.Fingerprint;
import org.stayseal.spec.trust.Notice;
import org.stayseal.spec.trust.Notices;
import org.stayseal.spec.trust.Service;
import org.stayseal.spec.trust.Services;
import org.stayseal.trust.authority.neighbours.PinnedNeighbour;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What an authority lists, and who may change it (TRUST-241).
 *
 * @param country MRZ code of the issuing country
 * @param roots the chain, from the first; empty only before the first ceremony
 * @param services in the order in which they were announced
 * @param notices in the order in which they were made
 * @param crls in DER, by the name in a snapshot without folder and ending
 * @param neighbours in the order in which they were pinned; those that were withdrawn stay, also when they were pinned anew
 * @param bulletins in the order in which they were made, also those that are over
 */
public record Register(
        String country,
        Environment environment,
        List<RegisteredRoot> roots,
        List<RegisteredService> services,
        List<Notice> notices,
        SortedMap<String, byte[]> crls,
        List<PinnedNeighbour> neighbours,
        List<Bulletin> bulletins) {

    private static final JsonMapper MAPPER = new JsonMapper();

    /** Keeps its own collections. */
    public Register {
        roots = List.copyOf(roots);
        services = List.copyOf(services);
        notices = List.copyOf(notices);
        crls = Collections.unmodifiableSortedMap(new TreeMap<>(crls));
        neighbours = List.copyOf(neighbours);
        bulletins = List.copyOf(bulletins);
    }

    /** Nothing yet. */
    public static Register empty(String country, Environment environment) {
        return new Register(
                country, environment, List.of(), List.of(), List.of(), new TreeMap<>(), List.of(), List.of());
    }

    /** The root in force; none before the first ceremony. */
    public Optional<RegisteredRoot> root() {
        return roots.isEmpty() ? Optional.empty() : Optional.of(roots.get(roots.size() - 1));
    }

    /** The service that ceremonies call so (TRUST-243). */
    public Optional<RegisteredService> service(String id) {
        return services.stream().filter(service -> service.id().equals(id)).findFirst();
    }

    /** The services of one kind, in the order in which they were announced. */
    public <S extends Service> Stream<S> services(Class<S> kind) {
        return services.stream()
                .map(RegisteredService::service)
                .filter(kind::isInstance)
                .map(kind::cast);
    }

    /** The same with the next root. */
    public Register with(RegisteredRoot root) {
        return new Register(country, environment, append(roots, root), services, notices, crls, neighbours, bulletins);
    }

    /** The same with one more service. */
    public Register with(RegisteredService service) {
        return new Register(
                country, environment, roots, append(services, service), notices, crls, neighbours, bulletins);
    }

    /** The same with another state of a service that it has. */
    public Register changing(RegisteredService changed) {
        List<RegisteredService> all = new ArrayList<>(services);
        all.replaceAll(service -> service.id().equals(changed.id()) ? changed : service);
        return new Register(country, environment, roots, all, notices, crls, neighbours, bulletins);
    }

    /** The same with these notices instead of its own. */
    public Register withNotices(List<Notice> all) {
        return new Register(country, environment, roots, services, all, crls, neighbours, bulletins);
    }

    /** The same with this CRL under this name. */
    public Register withCrl(String name, byte[] der) {
        SortedMap<String, byte[]> all = new TreeMap<>(crls);
        all.put(name, der.clone());
        return new Register(country, environment, roots, services, notices, all, neighbours, bulletins);
    }

    /** The same with these neighbours instead of its own. */
    public Register withNeighbours(List<PinnedNeighbour> all) {
        return new Register(country, environment, roots, services, notices, crls, all, bulletins);
    }

    /** The same with these bulletins instead of its own. */
    public Register withBulletins(List<Bulletin> all) {
        return new Register(country, environment, roots, services, notices, crls, neighbours, all);
    }

    /** TRUST-242: SHA-256 over the canonical form. */
    public Fingerprint digest() {
        return Fingerprint.ofPayload(canonical());
    }

    /** TRUST-242: the canonical form of the register, by RFC 8785. */
    public byte[] canonical() {
        ObjectNode json = MAPPER.createObjectNode();
        json.put("country", country);
        json.put("environment", environment.word());
        ArrayNode chain = json.putArray("roots");
        roots.forEach(root -> chain.add(root.fingerprint().hex()));
        ArrayNode listed = json.putArray("services");
        services.forEach(service -> listed.add(Services.json(service.service())));
        ArrayNode made = json.putArray("notices");
        notices.forEach(notice -> made.add(Notices.json(notice)));
        ObjectNode digests = json.putObject("crls");
        for (Map.Entry<String, byte[]> crl : crls.entrySet()) {
            digests.put(crl.getKey(), Hex.encode(Sha256.of(crl.getValue())));
        }
        if (!neighbours.isEmpty()) {
            ArrayNode pinned = json.putArray("neighbours");
            neighbours.forEach(neighbour -> pinned.add(neighbour.json()));
        }
        if (!bulletins.isEmpty()) {
            ArrayNode told = json.putArray("bulletins");
            bulletins.forEach(bulletin -> told.add(Bulletins.json(bulletin)));
        }
        return CanonicalJson.bytes(json);
    }

    private static <T> List<T> append(List<T> all, T one) {
        return Stream.concat(all.stream(), Stream.of(one)).toList();
    }
}
