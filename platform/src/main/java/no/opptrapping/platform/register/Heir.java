package no.opptrapping.platform.register;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import no.opptrapping.platform.values.MunicipalityId;

/**
 * What is left of a municipality on a later date, through the whole chain of changes.
 *
 * @param share the part of the original municipality, 0 to 1
 * @param method how the share is known; the weakest on the way
 * @param splitOn the day of the last split by shares on the way, or empty if there was none
 */
public record Heir(MunicipalityId id, BigDecimal share, ShareMethod method, Optional<LocalDate> splitOn) {
    /** The municipality itself, undivided. */
    public static Heir whole(MunicipalityId id) {
        return new Heir(id, BigDecimal.ONE, ShareMethod.WHOLE, Optional.empty());
    }

    /** Whether a split on the way made it a part, so that figures of it rest on a share. */
    public boolean divided() {
        return splitOn.isPresent();
    }

    /** What this heir passes on by a step. */
    Heir after(Inheritance step) {
        return new Heir(
                step.to(),
                share.multiply(step.share()),
                method.weaker(step.method()),
                step.method() == ShareMethod.WHOLE ? splitOn : Optional.of(step.on()));
    }

    /** What this heir passes on by a step within whose territory it lies: all of it. */
    Heir within(Inheritance step) {
        return new Heir(step.to(), share, method.weaker(ShareMethod.TERRITORY), splitOn);
    }

    /** What came to the same municipality on two ways. */
    Heir plus(Heir other) {
        return new Heir(
                id,
                share.add(other.share),
                method.weaker(other.method),
                Stream.concat(splitOn.stream(), other.splitOn.stream()).max(Comparator.naturalOrder()));
    }
}
