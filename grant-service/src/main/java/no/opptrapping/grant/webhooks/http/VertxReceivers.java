package no.opptrapping.grant.webhooks.http;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import no.opptrapping.grant.webhooks.PublicAddress;
import no.opptrapping.grant.webhooks.Receivers;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Sends over TLS to the very address that was looked at: the name is looked up once, every address that it stands for has
 * to be public, and the connection is made to one of them and not to the name. A name that stands for something else a
 * moment later leads nowhere else (DNS rebinding). The certificate is held to the name. Nothing of the answer's body is
 * read, and no redirect is followed.
 */
@ApplicationScoped
class VertxReceivers implements Receivers {
    private static final int CONNECT_WITHIN_MS = 5_000;
    private static final int ANSWER_WITHIN_S = 10;
    private static final int HTTPS = 443;

    private final HttpClient http;
    private final Optional<String> exempt;

    VertxReceivers(
            Vertx vertx,
            @ConfigProperty(name = "opptrapping.webhooks.exempt-host") Optional<String> exempt,
            @ConfigProperty(name = "opptrapping.webhooks.trusted-certificates") Optional<String> certificates) {
        this.exempt = exempt;
        var options = new HttpClientOptions()
                .setSsl(true)
                .setVerifyHost(true)
                .setKeepAlive(false)
                .setConnectTimeout(CONNECT_WITHIN_MS)
                .setMaxPoolSize(32)
                .setMaxHeaderSize(16 * 1024);
        certificates.ifPresent(path -> options.setTrustOptions(new PemTrustOptions().addCertPath(path)));
        this.http = vertx.createHttpClient(options);
    }

    @Override
    public Optional<String> exempt() {
        return exempt;
    }

    @Override
    public Answer send(URI to, Map<String, String> headers, byte[] body) {
        var host = PublicAddress.hostOf(to);
        final List<InetAddress> addresses;
        try {
            addresses = Arrays.asList(InetAddress.getAllByName(host));
        } catch (UnknownHostException unknown) {
            return new Answer.Unreachable("no such host");
        }
        var allowed =
                exempt.filter(host::equals).isPresent() || addresses.stream().allMatch(PublicAddress::isPublic);
        return allowed
                ? post(to, host, addresses.getFirst(), headers, body)
                : new Answer.Unreachable("the address is private");
    }

    private Answer post(URI to, String host, InetAddress address, Map<String, String> headers, byte[] body) {
        var port = to.getPort() == -1 ? HTTPS : to.getPort();
        var path = to.getRawPath() == null || to.getRawPath().isEmpty() ? "/" : to.getRawPath();
        var options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setHost(host)
                .setPort(port)
                .setURI(to.getRawQuery() == null ? path : path + "?" + to.getRawQuery())
                .setSsl(true)
                .setFollowRedirects(false)
                .setServer(SocketAddress.inetSocketAddress(new InetSocketAddress(address, port)));
        headers.forEach((name, value) -> options.putHeader(name, value));
        var answer = http.request(options)
                .compose(request -> request.send(Buffer.buffer(body)).map(response -> {
                    var status = response.statusCode();
                    response.exceptionHandler(_ -> {});
                    var _ = request.reset();
                    return status;
                }))
                .toCompletionStage()
                .toCompletableFuture();
        try {
            var status = answer.get(ANSWER_WITHIN_S, TimeUnit.SECONDS);
            return status >= 200 && status < 300 ? new Answer.Taken() : new Answer.Refused(status);
        } catch (TimeoutException late) {
            var _ = answer.cancel(true);
            return new Answer.Unreachable("no answer within " + ANSWER_WITHIN_S + " seconds");
        } catch (ExecutionException failed) {
            return new Answer.Unreachable(reason(failed.getCause()));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return new Answer.Unreachable("the service is stopping");
        }
    }

    private static String reason(@Nullable Throwable cause) {
        return cause == null ? "it failed" : cause.getClass().getSimpleName();
    }
}
