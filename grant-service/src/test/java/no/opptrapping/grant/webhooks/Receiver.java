package no.opptrapping.grant.webhooks;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A municipality's receiver of notices: a real server with TLS, on this machine. */
final class Receiver implements AutoCloseable {
    private static final char[] PASSWORD = "receiver".toCharArray();

    private final HttpsServer server;
    private final List<Message> taken = new CopyOnWriteArrayList<>();
    private final AtomicInteger asked = new AtomicInteger();
    private volatile int status = 204;
    private volatile String location = "";
    private volatile Duration pause = Duration.ZERO;

    /** A message as it came. */
    record Message(Map<String, List<String>> headers, String body) {
        String header(String name) {
            return headers.entrySet().stream()
                    .filter(one -> one.getKey().equalsIgnoreCase(name))
                    .map(one -> one.getValue().getFirst())
                    .findFirst()
                    .orElse("");
        }

        boolean isSignedWith(String secret) throws GeneralSecurityException {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring("whsec_".length())), "HmacSHA256"));
            var signed = header("webhook-id") + "." + header("webhook-timestamp") + "." + body;
            return header("webhook-signature")
                    .equals("v1,"
                            + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8))));
        }
    }

    Receiver() throws IOException, GeneralSecurityException {
        var keys = KeyStore.getInstance("PKCS12");
        try (InputStream stream = Receiver.class.getResourceAsStream("/webhooks/receiver.p12")) {
            keys.load(stream, PASSWORD);
        }
        var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD);
        var context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.incrementAndGet();
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        sleep();
        if (status < 300) {
            taken.add(new Message(exchange.getRequestHeaders(), body));
        }
        if (!location.isEmpty()) {
            exchange.getResponseHeaders().add("Location", location);
        }
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    private void sleep() {
        try {
            var nobody = new CountDownLatch(1).await(pause.toMillis(), TimeUnit.MILLISECONDS);
            assert !nobody;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    String url() {
        return "https://localhost:" + server.getAddress().getPort() + "/varsler";
    }

    List<Message> taken() {
        return taken;
    }

    int asked() {
        return asked.get();
    }

    void answerWith(int code) {
        status = code;
    }

    void redirectTo(String where) {
        status = 307;
        location = where;
    }

    void waitBeforeAnswering(Duration length) {
        pause = length;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
