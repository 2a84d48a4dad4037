package no.opptrapping.municipality.registry;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.platform.values.MunicipalityNumber;

/**
 * Derives a municipality's identity from the first number and the founding date of the legal body: a name-based UUID
 * (version 5, RFC 9562), so that a register that is thrown away and rebuilt gives the same.
 */
public final class DeriveIdentity {
    /** The space of names; part of every identity ever published, so it never changes. */
    private static final UUID NAMESPACE = UUID.fromString("6f1d3c52-7c0e-5b43-9f5a-0c1b7a2e4d86");

    private DeriveIdentity() {}

    /**
     * The identity of the legal body.
     *
     * @param foundedOn empty for a body founded on an unknown day before {@link Register#BEGINNING}
     */
    public static MunicipalityId of(MunicipalityNumber firstNumber, Optional<LocalDate> foundedOn) {
        var name = firstNumber + "/" + foundedOn.map(LocalDate::toString).orElse("before-" + Register.BEGINNING);
        return new MunicipalityId(nameBased(name));
    }

    private static UUID nameBased(String name) {
        try {
            var sha1 = MessageDigest.getInstance("SHA-1");
            sha1.update(ByteBuffer.allocate(16)
                    .putLong(NAMESPACE.getMostSignificantBits())
                    .putLong(NAMESPACE.getLeastSignificantBits())
                    .array());
            var hash = ByteBuffer.wrap(sha1.digest(name.getBytes(StandardCharsets.UTF_8)));
            var high = (hash.getLong() & ~0xF000L) | 0x5000L;
            var low = (hash.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
            return new UUID(high, low);
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
