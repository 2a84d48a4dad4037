package no.opptrapping.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ThreadLocalRandom;

/** TCP ports of the loopback interface. */
public final class Ports {
    private static final int LOWEST = 15_000;
    private static final int HIGHEST = 32_000;
    private static final int ATTEMPTS = 1_000;

    private Ports() {}

    /**
     * A port that nobody uses at this moment, below those that the system hands out to outgoing connections: one of these
     * could otherwise take it before the server that it is meant for listens.
     */
    public static int free() {
        for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
            var port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
            try (var socket = new ServerSocket(port, 1, loopback())) {
                return socket.getLocalPort();
            } catch (BindException taken) {
                // the next one, then
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        throw new StartFailure("There is no free port between " + LOWEST + " and " + HIGHEST + ".");
    }

    /**
     * Makes sure that a port can be listened to.
     *
     * @throws StartFailure if another process has it
     */
    public static void requireFree(int port, String neededBy) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(loopback(), port), 1);
        } catch (BindException e) {
            throw new StartFailure("Port " + port + ", which " + neededBy + " needs, is taken by another program.", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether somebody listens to the port. */
    public static boolean isOpen(int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(loopback(), port), 500);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    static InetAddress loopback() {
        try {
            return InetAddress.getByAddress("127.0.0.1", new byte[] {127, 0, 0, 1});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
