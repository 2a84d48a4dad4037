package no.opptrapping.grant.known;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.opptrapping.platform.register.Structure;
import no.opptrapping.platform.register.Succession;
import no.opptrapping.platform.values.CountyGovernorOfficeId;
import no.opptrapping.platform.values.MunicipalityId;

/** All county governors' offices that have been heard of: which there are on a date, and whose municipalities are whose. */
public final class Offices {
    private final Map<CountyGovernorOfficeId, HeardOffice> byId;

    public Offices(Collection<HeardOffice> heard) {
        byId = heard.stream().collect(Collectors.toUnmodifiableMap(HeardOffice::officeId, Function.identity()));
    }

    public Optional<HeardOffice> find(CountyGovernorOfficeId id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** What the office is called on the date; its identity when it has not been heard of. */
    public String name(CountyGovernorOfficeId id, LocalDate date) {
        return find(id).map(office -> office.nameOn(date)).orElseGet(id::toString);
    }

    /** The offices that have ceased on the date or before. */
    public List<HeardOffice> ceasedBy(LocalDate date) {
        return byId.values().stream()
                .filter(office -> office.ceasedOn() != null && !date.isBefore(office.ceasedOn()))
                .toList();
    }

    /** Whether there is such an office on the date. */
    public boolean exists(CountyGovernorOfficeId id, LocalDate date) {
        return find(id).flatMap(office -> office.on(date)).isPresent();
    }

    /** The office that covers the county on the date. */
    public Optional<CountyGovernorOfficeId> ofCounty(String county, LocalDate date) {
        return byId.values().stream()
                .filter(office -> office.on(date)
                        .filter(version -> version.counties().contains(county))
                        .isPresent())
                .map(HeardOffice::officeId)
                .findFirst();
    }

    /** The offices that cover the counties on the date: whose staff somebody with these counties is. */
    public Set<CountyGovernorOfficeId> ofCounties(Set<String> counties, LocalDate date) {
        return counties.stream()
                .flatMap(county -> ofCounty(county, date).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The office that the municipality, or the one that answers for it on the date, belongs to on the date. */
    public Optional<CountyGovernorOfficeId> of(MunicipalityId municipality, Structure structure, LocalDate date) {
        return structure
                .succession(municipality, date)
                .map(Succession::answering)
                .flatMap(answering -> ofCounty(answering.number().county(), date));
    }

    /** Every office whose place one of these has come in by the date, and these themselves. */
    public Set<CountyGovernorOfficeId> standingForAny(Set<CountyGovernorOfficeId> some, LocalDate date) {
        return Stream.concat(some.stream(), byId.keySet().stream().filter(id -> some.contains(standingFor(id, date))))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Who has come in the place of the office by the date: itself while it goes on, or while nobody is known. */
    public CountyGovernorOfficeId standingFor(CountyGovernorOfficeId id, LocalDate date) {
        var seen = new HashSet<CountyGovernorOfficeId>();
        var at = id;
        while (seen.add(at)) {
            var office = byId.get(at);
            if (office == null || office.ceasedOn() == null || date.isBefore(office.ceasedOn())) {
                return at;
            }
            var successor = office.successorId();
            if (successor == null) {
                return at;
            }
            at = successor;
        }
        return at;
    }
}
