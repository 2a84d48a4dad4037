package no.opptrapping.municipality.registry.db;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import no.opptrapping.municipality.registry.Municipality;
import no.opptrapping.municipality.registry.MunicipalityVersion;
import no.opptrapping.municipality.registry.Period;
import no.opptrapping.municipality.registry.RegisteredOrganisationNumber;
import no.opptrapping.municipality.registry.RegisteredOrganisationNumber.Origin;
import no.opptrapping.municipality.registry.RegisteredOrganisationNumber.Standing;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.platform.values.MunicipalityNumber;
import no.opptrapping.platform.values.OrganisationNumber;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
import org.jspecify.annotations.Nullable;

/** One municipality with its versions and organisation numbers. */
@Entity
@Table(name = "municipality")
class MunicipalityEntity {
    @Id
    MunicipalityId id;

    @Nullable
    LocalDate foundedOn;

    @ElementCollection
    @Fetch(FetchMode.SUBSELECT)
    @CollectionTable(name = "municipality_version", joinColumns = @JoinColumn(name = "municipality_id"))
    List<Version> versions = new ArrayList<>();

    @ElementCollection
    @Fetch(FetchMode.SUBSELECT)
    @CollectionTable(name = "organisation_number", joinColumns = @JoinColumn(name = "municipality_id"))
    List<Held> organisationNumbers = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    protected MunicipalityEntity() {}

    MunicipalityEntity(MunicipalityId id) {
        this.id = id;
    }

    void become(Municipality municipality) {
        foundedOn = municipality.foundedOn().orElse(null);
        versions.clear();
        municipality.versions().stream().map(Version::of).forEach(versions::add);
        organisationNumbers.clear();
        municipality.organisationNumbers().stream().map(Held::of).forEach(organisationNumbers::add);
    }

    Municipality municipality() {
        return new Municipality(
                id,
                Optional.ofNullable(foundedOn),
                versions.stream()
                        .map(Version::version)
                        .sorted(Comparator.comparing(MunicipalityVersion::period, Period.OLDEST_FIRST))
                        .toList(),
                organisationNumbers.stream().map(Held::registered).toList());
    }

    @Embeddable
    record Version(
            MunicipalityNumber number,
            String name,
            @Column(name = "valid_from") @Nullable LocalDate from,
            @Column(name = "valid_to") @Nullable LocalDate to) {
        static Version of(MunicipalityVersion version) {
            var period = version.period();
            return new Version(
                    version.number(),
                    version.name(),
                    period.from().orElse(null),
                    period.to().orElse(null));
        }

        MunicipalityVersion version() {
            return new MunicipalityVersion(number, name, Period.of(from, to));
        }
    }

    @Embeddable
    record Held(
            OrganisationNumber number,
            @Column(name = "valid_from") @Nullable LocalDate from,
            @Column(name = "valid_to") @Nullable LocalDate to,

            Standing standing,
            Origin origin,
            String source) {
        static Held of(RegisteredOrganisationNumber registered) {
            var period = registered.period();
            return new Held(
                    registered.number(),
                    period.from().orElse(null),
                    period.to().orElse(null),
                    registered.standing(),
                    registered.origin(),
                    registered.source());
        }

        RegisteredOrganisationNumber registered() {
            return new RegisteredOrganisationNumber(number, Period.of(from, to), standing, origin, source);
        }
    }
}
