package no.opptrapping.platform.attachments;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import no.opptrapping.platform.testing.Poll;
import no.opptrapping.platform.testing.PretendedClamd;

/** Storage that speaks S3 as a process of its own, and a scanner that the test speaks for. */
public class StorageAndScanner implements QuarkusTestResourceLifecycleManager {
    private static final Duration START = Duration.ofMinutes(2);

    private PretendedClamd scanner;
    private Process storage;

    @Override
    public Map<String, String> start() {
        scanner = new PretendedClamd();
        var port = freePort();
        storage = storage(port);
        var endpoint = "http://localhost:" + port;
        Poll.until("the storage to answer", START, () -> answers(endpoint));
        return Map.of(
                "opptrapping.attachments.store", "s3",
                "opptrapping.attachments.s3.endpoint", endpoint,
                "opptrapping.attachments.s3.bucket", "files",
                "opptrapping.attachments.s3.access-key", "key",
                "opptrapping.attachments.s3.secret-key", "secret",
                "opptrapping.attachments.scanner", "clamd",
                "opptrapping.attachments.clamd.port", Integer.toString(scanner.port()),
                "opptrapping.attachments.clamd.timeout", "2s");
    }

    private static Process storage(int port) {
        try {
            var directory = Files.createTempDirectory("opptrapping-s3");
            return new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx256m",
                            "-XX:TieredStopAtLevel=1",
                            "-jar",
                            new File("target/s3mock/s3mock.jar").getAbsolutePath(),
                            "--server.port=0",
                            "--com.adobe.testing.s3mock.http-port=" + port,
                            "--com.adobe.testing.s3mock.store.root=" + directory,
                            "--com.adobe.testing.s3mock.store.initial-buckets=files")
                    .redirectErrorStream(true)
                    .redirectOutput(directory.resolve("log.txt").toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean answers(String endpoint) throws IOException, InterruptedException {
        var answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(endpoint + "/files")).build(),
                        HttpResponse.BodyHandlers.discarding());
        return answer.statusCode() == 200;
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(scanner, new TestInjector.MatchesType(PretendedClamd.class));
    }

    @Override
    public void stop() {
        storage.destroy();
        scanner.close();
    }
}
