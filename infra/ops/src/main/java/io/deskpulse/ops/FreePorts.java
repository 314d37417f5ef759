package io.deskpulse.ops;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/** Ports on the loopback interface. */
public final class FreePorts {
    private FreePorts() {}

    /**
     * As many different ports as asked for, free at this moment; another program may take one before it is used.
     *
     * @throws UncheckedIOException when the system gives none
     */
    public static List<Integer> find(int count) {
        List<ServerSocket> sockets = new ArrayList<>();
        try {
            for (int i = 0; i < count; i++) {
                sockets.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            }
            List<Integer> ports =
                    sockets.stream().map(ServerSocket::getLocalPort).toList();
            for (ServerSocket socket : sockets) {
                socket.close();
            }
            return ports;
        } catch (IOException e) {
            throw new UncheckedIOException("no free port on the loopback interface", e);
        }
    }

    /** {@code wanted}, or a free one when it is 0. */
    public static int choose(int wanted) {
        return wanted == 0 ? find(1).get(0) : wanted;
    }

    /**
     * Makes sure that a fixed port can be had before anything slow starts.
     *
     * @param option the option that fixes the port, for the message
     * @throws UserError when another program listens on it
     */
    public static void requireFree(int port, String option) {
        if (port == 0) {
            return;
        }
        try (ServerSocket socket = new ServerSocket()) {
            // As the servers do: a port in TIME_WAIT after a restart is free.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1);
        } catch (IOException e) {
            throw new UserError("Port " + port + " is taken by another program. Choose another with " + option
                    + ", or leave the option out to get a free one.");
        }
    }
}
