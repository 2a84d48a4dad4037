package no.opptrapping.reporting.known;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import no.opptrapping.platform.register.KnownMunicipality;
import no.opptrapping.platform.values.MunicipalityId;

/** Which municipalities' affairs a caller may see. */
public sealed interface Sight {
    /** Everybody's: a person of the Directorate or the ministry. */
    record Everything() implements Sight {}

    /**
     * A municipality's own, and those of the ones that have ceased and left their duties to it.
     *
     * @param self the municipality itself, as it is today
     */
    record Own(KnownMunicipality self, Set<MunicipalityId> municipalities) implements Sight {
        public Own {
            municipalities = Set.copyOf(municipalities);
        }
    }

    /** Nobody's: an organisation that is no municipality today. */
    record Nothing() implements Sight {}

    /** Whether the municipality's affairs may be seen. */
    default boolean covers(MunicipalityId municipality) {
        return switch (this) {
            case Everything() -> true;
            case Own own -> own.municipalities().contains(municipality);
            case Nothing() -> false;
        };
    }

    /** The municipalities to look among: all when empty. */
    default Optional<Set<MunicipalityId>> only() {
        return switch (this) {
            case Everything() -> Optional.empty();
            case Own own -> Optional.of(own.municipalities());
            case Nothing() -> Optional.of(Set.of());
        };
    }

    /** The municipalities to look among when these are asked for; all of those that may be seen when none are. */
    default Optional<Set<MunicipalityId>> among(Optional<Set<MunicipalityId>> asked) {
        return asked.map(wanted -> wanted.stream().filter(this::covers).collect(Collectors.toUnmodifiableSet()))
                .or(this::only);
    }
}
