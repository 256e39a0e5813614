package org.stayseal.issuer.access;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Counts failed sign-ins by name and by address, and makes each further one wait: a second, two, four, a minute at most. So a name cannot be shut
 * out for long by somebody else's failures, and nobody tries more than some 1500 passwords a day.
 *
 * <p>An address may stand for a whole office and has more tries. Kept in memory and within bounds; a restart forgets.
 */
public final class SignInAttempts {

    /** Failures that cost a name nothing. */
    static final int FREE_BY_NAME = 5;

    /** The same for an address. */
    static final int FREE_BY_ADDRESS = 30;

    static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    /** Without a failure for so long, all is forgotten. */
    static final Duration MEMORY = Duration.ofMinutes(30);

    /** Most names, and most addresses, that are remembered: beyond it the one longest untouched is forgotten. */
    static final int MOST_REMEMBERED = 10_000;

    private static final int KEY_MAX_LENGTH = 64;

    private record Failures(int count, Instant last) {}

    private final Map<String, Failures> byName = bounded();
    private final Map<String, Failures> byAddress = bounded();
    private final Clock clock;

    /** Remembers nothing yet. */
    public SignInAttempts(Clock clock) {
        this.clock = clock;
    }

    /** How long this name or this address has to wait; empty: it may try now. */
    public synchronized Optional<Duration> wait(String name, String address) {
        Duration left = left(byName.get(cut(name)), FREE_BY_NAME);
        Duration other = left(byAddress.get(network(address)), FREE_BY_ADDRESS);
        Duration longer = left.compareTo(other) > 0 ? left : other;
        return longer.isZero() ? Optional.empty() : Optional.of(longer);
    }

    /** A wrong password, or a name that nobody has. */
    public synchronized void failed(String name, String address) {
        count(byName, cut(name));
        count(byAddress, network(address));
    }

    /** The right password. The address keeps its count, else one account of one's own would free it for tries at others. */
    public synchronized void succeeded(String name) {
        byName.remove(cut(name));
    }

    /** How many names are remembered. */
    synchronized int remembered() {
        return byName.size();
    }

    private void count(Map<String, Failures> failures, String key) {
        Instant now = clock.instant();
        Failures before = failures.get(key);
        int count = before != null && before.last().plus(MEMORY).isAfter(now) ? before.count() : 0;
        failures.put(key, new Failures(count + 1, now));
    }

    private Duration left(@Nullable Failures failures, int free) {
        if (failures == null || failures.count() < free) {
            return Duration.ZERO;
        }
        int doublings = Math.min(failures.count() - free, 6);
        Duration whole = Duration.ofSeconds(1L << doublings);
        Instant until = failures.last().plus(whole.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : whole);
        Duration left = Duration.between(clock.instant(), until);
        return left.isNegative() ? Duration.ZERO : left;
    }

    private static String cut(String name) {
        return name.length() > KEY_MAX_LENGTH ? name.substring(0, KEY_MAX_LENGTH) : name;
    }

    /** One customer of an IPv6 network has 64 bits of addresses to himself: the other 64 are what is counted. */
    private static String network(String address) {
        if (!address.contains(":")) {
            return cut(address);
        }
        try {
            byte[] bytes = InetAddress.getByName(address).getAddress();
            return bytes.length == 16
                    ? HexFormat.of().formatHex(Arrays.copyOf(bytes, 8))
                    : InetAddress.getByAddress(bytes).getHostAddress();
        } catch (UnknownHostException e) {
            return cut(address);
        }
    }

    private static Map<String, Failures> bounded() {
        return new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
                return size() > MOST_REMEMBERED;
            }
        };
    }
}
