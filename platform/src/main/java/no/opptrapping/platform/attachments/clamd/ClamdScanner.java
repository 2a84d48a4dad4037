package no.opptrapping.platform.attachments.clamd;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import no.opptrapping.platform.attachments.VirusScanner;
import org.jboss.logging.Logger;

/** ClamAV's daemon, by its command INSTREAM (clamd(8)): pieces with their lengths before them, and a verdict. */
class ClamdScanner implements VirusScanner {
    private static final Logger LOG = Logger.getLogger(ClamdScanner.class);
    private static final int PIECE = 64 * 1024;
    private static final int LONGEST_ANSWER = 1024;
    private static final String FOUND = " FOUND";

    private final String host;
    private final int port;
    private final int timeoutMillis;

    ClamdScanner(String host, int port, Duration timeout) {
        this.host = host;
        this.port = port;
        this.timeoutMillis = Math.toIntExact(timeout.toMillis());
    }

    @Override
    public Verdict scan(InputStream content) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), timeoutMillis);
            socket.setSoTimeout(timeoutMillis);
            send(content, new DataOutputStream(new BufferedOutputStream(socket.getOutputStream(), PIECE)));
            return verdict(answer(socket.getInputStream()));
        } catch (IOException away) {
            LOG.warnf("The virus scanner at %s:%d cannot be asked: %s", host, port, away);
            return new Verdict.Unknown();
        }
    }

    private static void send(InputStream content, DataOutputStream out) throws IOException {
        out.write("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
        var piece = new byte[PIECE];
        for (var read = content.read(piece); read >= 0; read = content.read(piece)) {
            if (read > 0) {
                out.writeInt(read);
                out.write(piece, 0, read);
            }
        }
        out.writeInt(0);
        out.flush();
    }

    private static String answer(InputStream in) throws IOException {
        return new String(in.readNBytes(LONGEST_ANSWER), StandardCharsets.UTF_8)
                .replace("\0", "")
                .strip();
    }

    private static Verdict verdict(String answer) {
        if (answer.endsWith(": OK")) {
            return new Verdict.Clean();
        }
        if (answer.endsWith(FOUND)) {
            var name = answer.substring(answer.indexOf(':') + 1, answer.length() - FOUND.length());
            return new Verdict.Found(name.strip());
        }
        LOG.warnf("The virus scanner has no verdict: %s", answer);
        return new Verdict.Unknown();
    }
}
