package no.opptrapping.platform.attachments.s3;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import no.opptrapping.platform.attachments.AttachmentId;
import no.opptrapping.platform.attachments.FileStore;
import no.opptrapping.platform.attachments.StoreKind;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * The content of attachments as objects in S3-compatible storage, each named by its attachment. What is asked of it is
 * asked of every such storage; the client is made when it is first needed, so that nothing is asked where it is not chosen.
 */
@ApplicationScoped
class S3Files implements FileStore {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(30);

    private final Optional<URI> endpoint;
    private final String region;
    private final String bucket;
    private final Optional<String> accessKey;
    private final Optional<String> secretKey;
    private @Nullable S3Client made;

    S3Files(
            @ConfigProperty(name = "opptrapping.attachments.s3.endpoint") Optional<URI> endpoint,
            @ConfigProperty(name = "opptrapping.attachments.s3.region") String region,
            @ConfigProperty(name = "opptrapping.attachments.s3.bucket") String bucket,
            @ConfigProperty(name = "opptrapping.attachments.s3.access-key") Optional<String> accessKey,
            @ConfigProperty(name = "opptrapping.attachments.s3.secret-key") Optional<String> secretKey) {
        this.endpoint = endpoint;
        this.region = region;
        this.bucket = bucket;
        this.accessKey = accessKey;
        this.secretKey = secretKey;
    }

    synchronized void close(@Observes ShutdownEvent event) {
        if (made != null) {
            made.close();
        }
    }

    @Override
    public StoreKind kind() {
        return StoreKind.S3;
    }

    @Override
    public void write(AttachmentId id, Path file) {
        var stored = client().putObject(put -> put.bucket(bucket).key(key(id)), RequestBody.fromFile(file));
        if (!stored.sdkHttpResponse().isSuccessful()) {
            throw new IllegalStateException("An object was not stored: " + stored);
        }
    }

    @Override
    public InputStream read(AttachmentId id, long from, long length) {
        return client().getObject(
                        get -> get.bucket(bucket).key(key(id)).range("bytes=" + from + "-" + (from + length - 1)));
    }

    @Override
    public void remove(AttachmentId id) {
        var removed = client().deleteObject(delete -> delete.bucket(bucket).key(key(id)));
        if (!removed.sdkHttpResponse().isSuccessful()) {
            throw new IllegalStateException("An object was not removed: " + removed);
        }
    }

    private static String key(AttachmentId id) {
        return "attachments/" + id;
    }

    private synchronized S3Client client() {
        var client = made;
        if (client == null) {
            var builder = S3Client.builder()
                    .httpClientBuilder(UrlConnectionHttpClient.builder()
                            .connectionTimeout(CONNECT)
                            .socketTimeout(ANSWER))
                    .region(Region.of(region))
                    .forcePathStyle(endpoint.isPresent())
                    // Not every storage knows the newer checksums; ours is SHA-256, kept with the attachment.
                    .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                    .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                    .credentialsProvider(
                            accessKey.isPresent() && secretKey.isPresent()
                                    ? StaticCredentialsProvider.create(
                                            AwsBasicCredentials.create(accessKey.get(), secretKey.get()))
                                    : DefaultCredentialsProvider.builder().build());
            endpoint.ifPresent(builder::endpointOverride);
            client = builder.build();
            made = client;
        }
        return client;
    }
}
