package no.opptrapping.municipality.indicators;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All values of an indicator for a year in one structure, by number. A revision makes a new set with a higher version;
 * an earlier one is never overwritten, since an allocation may have used it.
 *
 * @param joint figures for several municipalities together, only those that count in the total
 * @param convertedFrom the structure that the values were converted from; empty for what a source or a person gave
 */
public record ObservationSet(
        ObservationKey key,
        List<Observation> observations,
        List<JointObservation> joint,
        Optional<LocalDate> convertedFrom) {
    public ObservationSet {
        observations = observations.stream()
                .sorted(Comparator.comparing(Observation::number))
                .toList();
        joint = List.copyOf(joint);
    }

    /** A set as it was given. */
    public ObservationSet(ObservationKey key, List<Observation> observations, List<JointObservation> joint) {
        this(key, observations, joint, Optional.empty());
    }

    /** The same values, said to be converted from the structure of another date. */
    public ObservationSet asConvertedFrom(LocalDate structureDate) {
        return structureDate.equals(key.structureDate())
                ? this
                : new ObservationSet(key, observations, joint, Optional.of(structureDate));
    }

    /** Whether the other set says the same of every municipality, however it came to be. */
    public boolean saysTheSameAs(ObservationSet other) {
        return key.equals(other.key) && observations.equals(other.observations) && joint.equals(other.joint);
    }

    /** The sum over all municipalities, joint figures counted once; meaningful for quantities only. */
    public BigDecimal total() {
        return Stream.concat(
                        observations.stream().map(Observation::value).flatMap(Optional::stream),
                        joint.stream().map(JointObservation::value))
                .map(BigDecimal::new)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
