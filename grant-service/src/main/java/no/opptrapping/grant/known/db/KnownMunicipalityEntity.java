package no.opptrapping.grant.known.db;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import no.opptrapping.grant.known.HeardMunicipality;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.platform.values.MunicipalityNumber;
import no.opptrapping.platform.values.OrganisationNumber;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
import org.jspecify.annotations.Nullable;

/** One municipality as heard. */
@Entity
@Table(name = "known_municipality")
class KnownMunicipalityEntity {
    @Id
    UUID id;

    @Column(name = "ceased_on")
    @Nullable
    LocalDate ceasedOn;

    @ElementCollection
    @Fetch(FetchMode.SUBSELECT)
    @CollectionTable(name = "known_municipality_version", joinColumns = @JoinColumn(name = "municipality_id"))
    List<Version> versions = new ArrayList<>();

    @ElementCollection
    @Fetch(FetchMode.SUBSELECT)
    @CollectionTable(name = "known_successor", joinColumns = @JoinColumn(name = "municipality_id"))
    List<Successor> successors = new ArrayList<>();

    @ElementCollection
    @Fetch(FetchMode.SUBSELECT)
    @CollectionTable(name = "known_organisation_number", joinColumns = @JoinColumn(name = "municipality_id"))
    List<Held> organisationNumbers = new ArrayList<>();

    @ElementCollection
    @Fetch(FetchMode.SUBSELECT)
    @CollectionTable(name = "known_representative", joinColumns = @JoinColumn(name = "municipality_id"))
    List<Representative> representatives = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    protected KnownMunicipalityEntity() {}

    KnownMunicipalityEntity(MunicipalityId id) {
        this.id = id.value();
    }

    void hear(HeardMunicipality heard) {
        ceasedOn = heard.ceasedOn();
        versions.clear();
        heard.versions()
                .forEach(one ->
                        versions.add(new Version(one.number(), one.name(), one.countyName(), one.from(), one.to())));
        successors.clear();
        heard.successors()
                .forEach(one ->
                        successors.add(new Successor(one.municipality(), one.on(), one.share(), one.dutyBearer())));
        organisationNumbers.clear();
        heard.organisationNumbers()
                .forEach(one -> organisationNumbers.add(new Held(one.number(), one.from(), one.to())));
        representatives.clear();
        heard.representatives()
                .forEach(one -> representatives.add(
                        new Representative(one.organisation(), String.join(" ", one.tasks()), one.from(), one.to())));
    }

    HeardMunicipality heard() {
        return new HeardMunicipality(
                new MunicipalityId(id),
                ceasedOn,
                versions.stream()
                        .map(one -> new HeardMunicipality.Version(
                                one.number(), one.name(), one.countyName(), one.from(), one.to()))
                        .toList(),
                successors.stream()
                        .map(one -> new HeardMunicipality.Successor(
                                one.municipality(), one.on(), one.share(), one.dutyBearer()))
                        .toList(),
                organisationNumbers.stream()
                        .map(one -> new HeardMunicipality.HeldNumber(one.number(), one.from(), one.to()))
                        .toList(),
                representatives.stream()
                        .map(one -> new HeardMunicipality.Representative(
                                one.organisation(), Set.of(one.tasks().split(" ")), one.from(), one.to()))
                        .toList());
    }

    @Embeddable
    record Version(
            @Column(name = "number") MunicipalityNumber number,
            @Column(name = "name") String name,
            @Column(name = "county_name") @Nullable String countyName,
            @Column(name = "valid_from") @Nullable LocalDate from,
            @Column(name = "valid_to") @Nullable LocalDate to) {}

    @Embeddable
    record Successor(
            @Column(name = "successor_id") MunicipalityId municipality,
            @Column(name = "on_date") LocalDate on,
            @Column(name = "share") BigDecimal share,
            @Column(name = "duty_bearer") boolean dutyBearer) {}

    /** Who may act; the tasks with a blank between. */
    @Embeddable
    record Representative(
            @Column(name = "organisation") OrganisationNumber organisation,
            @Column(name = "tasks") String tasks,
            @Column(name = "valid_from") LocalDate from,
            @Column(name = "valid_to") @Nullable LocalDate to) {}

    @Embeddable
    record Held(
            @Column(name = "number") OrganisationNumber number,
            @Column(name = "valid_from") @Nullable LocalDate from,
            @Column(name = "valid_to") @Nullable LocalDate to) {}
}
