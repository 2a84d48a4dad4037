package no.opptrapping.platform.access;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import no.opptrapping.platform.register.KnownMunicipality;
import no.opptrapping.platform.values.MunicipalityId;

/**
 * Which municipalities' affairs a caller may see, by the municipalities of today: what was a ceased municipality's is
 * seen by whoever sees the one that bears its duties.
 */
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

    /** Those of a county governor's counties; nobody's when the office has none. */
    record Counties(Set<String> counties, Set<MunicipalityId> municipalities) implements Sight {
        public Counties {
            counties = Set.copyOf(counties);
            municipalities = Set.copyOf(municipalities);
        }
    }

    /** Nobody's: an organisation that is no municipality today and acts for none, or nobody who has said who it is. */
    record Nothing() implements Sight {}

    /** Whether the municipality's affairs may be seen. */
    default boolean covers(MunicipalityId municipality) {
        return only().map(some -> some.contains(municipality)).orElse(true);
    }

    /** The municipalities to look among: all when empty. */
    default Optional<Set<MunicipalityId>> only() {
        return switch (this) {
            case Everything() -> Optional.empty();
            case Own own -> Optional.of(own.municipalities());
            case Counties some -> Optional.of(some.municipalities());
            case Nothing() -> Optional.of(Set.of());
        };
    }

    /** The municipalities to look among when these are asked for; all of those that may be seen when none are. */
    default Optional<Set<MunicipalityId>> among(Optional<Set<MunicipalityId>> asked) {
        return asked.map(wanted -> wanted.stream().filter(this::covers).collect(Collectors.toUnmodifiableSet()))
                .or(this::only);
    }

    /** Whether it is an administration's, that sees what is submitted and not what is still a municipality's own. */
    default boolean isOfTheAdministration() {
        return switch (this) {
            case Everything() -> true;
            case Counties some -> true;
            case Own own -> false;
            case Nothing() -> false;
        };
    }
}
