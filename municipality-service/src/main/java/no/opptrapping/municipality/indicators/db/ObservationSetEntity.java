package no.opptrapping.municipality.indicators.db;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Optional;
import no.opptrapping.municipality.indicators.Conversion;
import no.opptrapping.municipality.indicators.JointObservation;
import no.opptrapping.municipality.indicators.Observation;
import no.opptrapping.municipality.indicators.ObservationKey;
import no.opptrapping.municipality.indicators.ObservationSet;
import no.opptrapping.municipality.indicators.ObservationSets;
import no.opptrapping.municipality.indicators.ObservationStatus;
import no.opptrapping.municipality.indicators.Publication;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.platform.values.MunicipalityNumber;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;
import org.jspecify.annotations.Nullable;

/** One version of a set of observations; never changed once it is written. */
@Entity
@Immutable
@Table(name = "observation_set")
class ObservationSetEntity {
    @EmbeddedId
    Key key;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    List<Observed> observations;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    List<JointObservation> joint;

    @Nullable
    LocalDate sourceStructureDate;

    @Nullable
    Integer sourceVersion;

    Publication.Origin origin;

    @Nullable
    Instant publishedAt;

    String publishedBy;

    @SuppressWarnings("NullAway.Init")
    protected ObservationSetEntity() {}

    ObservationSetEntity(ObservationSets.Versioned versioned, Publication publication) {
        var set = versioned.set();
        key = new Key(set.key().indicator(), set.key().year(), set.key().structureDate(), versioned.version());
        observations = set.observations().stream().map(Observed::of).toList();
        joint = set.joint();
        sourceStructureDate =
                versioned.conversion().map(Conversion::structureDate).orElse(null);
        sourceVersion = versioned.conversion().map(Conversion::version).orElse(null);
        origin = publication.origin();
        publishedAt = publication.at().orElse(null);
        publishedBy = publication.by();
    }

    ObservationSets.Versioned versioned() {
        return new ObservationSets.Versioned(
                key.version(),
                new ObservationSet(
                        new ObservationKey(key.indicator(), key.year(), key.structureDate()),
                        observations.stream().map(Observed::observation).toList(),
                        joint,
                        Optional.ofNullable(sourceStructureDate)),
                conversion(sourceStructureDate, sourceVersion));
    }

    static Optional<Conversion> conversion(@Nullable LocalDate structureDate, @Nullable Integer version) {
        return structureDate == null || version == null
                ? Optional.empty()
                : Optional.of(new Conversion(structureDate, version));
    }

    @Embeddable
    record Key(String indicator, Year year, LocalDate structureDate, int version) {}

    /** An observation as it is written in the column. */
    record Observed(
            MunicipalityId municipality,
            MunicipalityNumber number,
            @Nullable String value,
            ObservationStatus status) {
        static Observed of(Observation observation) {
            return new Observed(
                    observation.municipality(),
                    observation.number(),
                    observation.value().orElse(null),
                    observation.status());
        }

        Observation observation() {
            return new Observation(municipality, number, Optional.ofNullable(value), status);
        }
    }
}
