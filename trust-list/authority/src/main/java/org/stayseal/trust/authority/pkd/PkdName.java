package org.stayseal.trust.authority.pkd;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The place of an entry in ICAO's tree, read from the end of its distinguished name (TRUST-116).
 *
 * @param conformant whether it is below {@code dc=data}; else below {@code dc=nc-data}
 * @param country two letters
 * @param branch which list of that country
 */
record PkdName(boolean conformant, String country, PkdBranch branch) {

    static final String DATA = "dc=data,dc=download,dc=pkd,dc=icao,dc=int";
    private static final List<String> ROOT = List.of("dc=download", "dc=pkd", "dc=icao", "dc=int");
    private static final Pattern COUNTRY = Pattern.compile("c=[a-z]{2}");
    /** {@code cn}, {@code o}, {@code c}, {@code dc=data} and the root. */
    private static final int DEPTH = 4;

    /** Empty for the name of a node above the entries, and for one outside of the tree. */
    static Optional<PkdName> of(String dn) {
        List<String> parts = parts(dn);
        int data = parts.size() - ROOT.size() - 1;
        if (parts.size() < ROOT.size() + DEPTH || !isBelowRoot(parts)) {
            return Optional.empty();
        }
        String organization = parts.get(data - 2);
        if (!COUNTRY.matcher(parts.get(data - 1)).matches() || !organization.startsWith("o=")) {
            return Optional.empty();
        }
        return PkdBranch.of(organization.substring(2))
                .map(branch -> new PkdName(
                        parts.get(data).equals("dc=data"),
                        parts.get(data - 1).substring(2).toUpperCase(Locale.ROOT),
                        branch));
    }

    /** Whether it is a node of the tree that only holds others. */
    static boolean isNode(String dn) {
        List<String> parts = parts(dn);
        int above = parts.size() - ROOT.size();
        if (above < 1) {
            return !parts.isEmpty()
                    && ROOT.subList(ROOT.size() - parts.size(), ROOT.size()).equals(parts);
        }
        return isBelowRoot(parts)
                && (above == 1
                        || above == 2 && COUNTRY.matcher(parts.get(0)).matches()
                        || above == 3
                                && parts.get(0).startsWith("o=")
                                && COUNTRY.matcher(parts.get(1)).matches());
    }

    private static boolean isBelowRoot(List<String> parts) {
        int data = parts.size() - ROOT.size() - 1;
        return data >= 0
                && parts.subList(data + 1, parts.size()).equals(ROOT)
                && (parts.get(data).equals("dc=data") || parts.get(data).equals("dc=nc-data"));
    }

    /** The parts between commas that no backslash precedes, in small letters, without spaces around them. */
    private static List<String> parts(String dn) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        for (int i = 0; i < dn.length(); i++) {
            char c = dn.charAt(i);
            if (c == '\\' && i + 1 < dn.length()) {
                part.append(c).append(dn.charAt(++i));
            } else if (c == ',') {
                parts.add(part.toString().strip().toLowerCase(Locale.ROOT));
                part.setLength(0);
            } else {
                part.append(c);
            }
        }
        parts.add(part.toString().strip().toLowerCase(Locale.ROOT));
        return parts;
    }

    /** A value for a distinguished name: what has a meaning there is marked, the equals sign as ICAO's files have it (RFC 4514 2.4). */
    static String escaped(String value) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean outer = i == 0 && (c == ' ' || c == '#') || i == value.length() - 1 && c == ' ';
            if (outer || ",=+<>;\"\\".indexOf(c) >= 0) {
                out.append('\\');
            }
            out.append(c);
        }
        return out.toString();
    }
}
