package org.stayseal.issuer;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Arrays;
import java.util.OptionalInt;

/** Whether the port that was asked for can be had, asked before keys and a database are made for a service that could not be reached. */
final class FreePort {

    private static final String OPTION = "--server.port=";

    private FreePort() {}

    /** The port named on the command line that something else holds already. */
    static OptionalInt taken(String[] args) {
        return Arrays.stream(args)
                .filter(arg -> arg.startsWith(OPTION))
                .map(arg -> arg.substring(OPTION.length()))
                .filter(port -> port.matches("[1-9][0-9]{0,4}"))
                .mapToInt(Integer::parseInt)
                .filter(port -> port <= 0xFFFF && isTaken(port))
                .findFirst();
    }

    private static boolean isTaken(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(port));
            return false;
        } catch (IOException e) {
            return true;
        }
    }
}
