package no.opptrapping.grant.known.kafka;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.opptrapping.grant.known.HeardMunicipality;
import no.opptrapping.platform.events.UnusableEvent;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.platform.values.MunicipalityNumber;
import no.opptrapping.platform.values.OrganisationNumber;
import org.jspecify.annotations.Nullable;

/** The fields of municipality.v1 that this service reads. */
record MunicipalityV1(
        @Nullable MunicipalityId municipalityId,
        @Nullable LocalDate ceasedOn,
        @Nullable List<Version> versions,
        @Nullable List<Successor> successors,
        @Nullable List<Held> organisationNumbers,
        @Nullable List<Representative> representatives) {
    record Representative(
            OrganisationNumber organisationNumber,
            List<String> tasks,
            LocalDate from,
            @Nullable LocalDate to) {}

    record Version(
            MunicipalityNumber number,
            String name,
            @Nullable County county,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {
        HeardMunicipality.Version heard() {
            return new HeardMunicipality.Version(number, name, county == null ? null : county.name(), from, to);
        }
    }

    record County(String name) {}

    record Successor(MunicipalityId municipalityId, LocalDate on, BigDecimal share, boolean dutyBearer) {}

    record Held(
            OrganisationNumber number,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    HeardMunicipality heard() {
        if (municipalityId == null || versions == null || versions.isEmpty()) {
            throw new UnusableEvent("A municipality without identity or versions");
        }
        return new HeardMunicipality(
                municipalityId,
                ceasedOn,
                versions.stream().map(Version::heard).toList(),
                orNone(successors).stream()
                        .map(one -> new HeardMunicipality.Successor(
                                one.municipalityId(), one.on(), one.share(), one.dutyBearer()))
                        .toList(),
                orNone(organisationNumbers).stream()
                        .map(one -> new HeardMunicipality.HeldNumber(one.number(), one.from(), one.to()))
                        .toList(),
                orNone(representatives).stream()
                        .map(one -> new HeardMunicipality.Representative(
                                one.organisationNumber(), Set.copyOf(one.tasks()), one.from(), one.to()))
                        .toList());
    }

    private static <T> List<T> orNone(@Nullable List<T> list) {
        return Optional.ofNullable(list).orElseGet(List::of);
    }
}
