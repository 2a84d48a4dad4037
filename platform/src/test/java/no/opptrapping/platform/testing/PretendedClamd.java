package no.opptrapping.platform.testing;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Answers as ClamAV's daemon does to INSTREAM: it knows the EICAR test file, and nothing else that is harmful. */
public final class PretendedClamd implements AutoCloseable {
    /** The text that every scanner takes for a virus (eicar.org), in two parts so that none finds it here. */
    public static final String EICAR = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD" + "-ANTIVIRUS-TEST-FILE!$H+H*";

    private final ServerSocket socket;
    private final Thread acceptor;
    private volatile String answerInstead = "";
    private volatile boolean silent;

    public PretendedClamd() {
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        acceptor = Thread.ofVirtual().start(this::serve);
    }

    public int port() {
        return socket.getLocalPort();
    }

    /** Takes in what comes, and says nothing. */
    public void fallSilent(boolean becomes) {
        silent = becomes;
    }

    /** Says this whatever comes; what it thinks, if empty. */
    public void answer(String instead) {
        answerInstead = instead;
    }

    /** Answers nobody any more once this returns: a thread that waits in accept can take one caller after the socket is closed. */
    @Override
    public void close() {
        try {
            socket.close();
            acceptor.join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void serve() {
        while (!socket.isClosed()) {
            try {
                var caller = socket.accept();
                Thread.ofVirtual().start(() -> answer(caller));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void answer(Socket caller) {
        try (caller) {
            var in = new DataInputStream(caller.getInputStream());
            var command = new String(in.readNBytes("zINSTREAM\0".length()), StandardCharsets.US_ASCII);
            var content = new ByteArrayOutputStream();
            for (var length = in.readInt(); length > 0; length = in.readInt()) {
                content.write(in.readNBytes(length));
            }
            if (silent) {
                Thread.sleep(60_000);
            }
            caller.getOutputStream().write((verdict(command, content) + "\0").getBytes(StandardCharsets.UTF_8));
        } catch (IOException | InterruptedException gone) {
            // Whoever asked has left.
        }
    }

    private String verdict(String command, ByteArrayOutputStream content) {
        if (!answerInstead.isEmpty()) {
            return answerInstead;
        }
        if (!command.equals("zINSTREAM\0")) {
            return "UNKNOWN COMMAND";
        }
        return content.toString(StandardCharsets.ISO_8859_1).contains(EICAR)
                ? "stream: Win.Test.EICAR_HDB-1 FOUND"
                : "stream: OK";
    }
}
