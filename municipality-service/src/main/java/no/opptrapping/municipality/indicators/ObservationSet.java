package no.opptrapping.municipality.indicators;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All values of an indicator for a year in one structure, by number. A revision makes a new set with a higher version;
 * an earlier one is never overwritten, since an allocation may have used it.
 *
 * @param joint figures for several municipalities together, only those that count in the total
 */
public record ObservationSet(ObservationKey key, List<Observation> observations, List<JointObservation> joint) {
    public ObservationSet {
        observations = observations.stream()
                .sorted(Comparator.comparing(Observation::number))
                .toList();
        joint = List.copyOf(joint);
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
