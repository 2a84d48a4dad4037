package no.opptrapping.grant.webhooks;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What messages are signed with, as Standard Webhooks has it: HMAC-SHA256 of id, timestamp and body, joined by dots. */
public final class Secret {
    private static final String PREFIX = "whsec_";
    private static final int LENGTH = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] key;

    public Secret(byte[] key) {
        this.key = Arrays.copyOf(key, key.length);
    }

    static Secret random() {
        var key = new byte[LENGTH];
        RANDOM.nextBytes(key);
        return new Secret(key);
    }

    /** As the municipality is shown it. */
    public String shown() {
        return PREFIX + Base64.getEncoder().encodeToString(key);
    }

    /** As it is kept. */
    public byte[] bytes() {
        return Arrays.copyOf(key, key.length);
    }

    /** The value of the header <code>webhook-signature</code>. */
    String signature(String id, long timestamp, byte[] body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HMAC-SHA256", e);
        }
    }

    /** Nothing of it stands in a log. */
    @Override
    public String toString() {
        return "Secret";
    }
}
