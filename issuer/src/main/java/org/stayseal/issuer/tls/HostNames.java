package org.stayseal.issuer.tls;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x509.GeneralName;

/** The names and addresses under which this machine may be reached. */
final class HostNames {

    private static final int MOST = 20;

    private HostNames() {}

    /** Of this machine, and the one in its public address. */
    static List<GeneralName> of(URI publicAddress) {
        Map<String, GeneralName> names = new LinkedHashMap<>();
        add(names, "localhost");
        add(names, String.valueOf(publicAddress.getHost()).replace("[", "").replace("]", ""));
        try {
            for (NetworkInterface card : Collections.list(NetworkInterface.getNetworkInterfaces())) {
                for (InetAddress address : Collections.list(card.getInetAddresses())) {
                    if (names.size() < MOST) {
                        add(names, address.getHostAddress().replaceAll("%.*", ""));
                    }
                }
            }
        } catch (SocketException e) {
            // localhost and the public address remain
        }
        return new ArrayList<>(names.values());
    }

    private static void add(Map<String, GeneralName> names, String host) {
        boolean address = host.matches("[0-9.]+") || host.contains(":");
        GeneralName name = new GeneralName(address ? GeneralName.iPAddress : GeneralName.dNSName, host);
        names.put(address ? text(name) : host, name);
    }

    /** An address as a certificate's names show it. */
    static String text(GeneralName address) {
        try {
            return InetAddress.getByAddress(
                            ASN1OctetString.getInstance(address.getName()).getOctets())
                    .getHostAddress();
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("not an address", e);
        }
    }
}
