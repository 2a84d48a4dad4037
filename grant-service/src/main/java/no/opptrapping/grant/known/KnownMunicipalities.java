package no.opptrapping.grant.known;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.platform.values.MunicipalityNumber;
import no.opptrapping.platform.values.OrganisationNumber;

/** The municipalities as they were, are or will be on a date, from what has been heard. */
@ApplicationScoped
@Transactional
public class KnownMunicipalities {
    private static final Comparator<KnownMunicipality> BY_NUMBER = Comparator.comparing(KnownMunicipality::number);

    private final HeardMunicipalities heard;

    KnownMunicipalities(HeardMunicipalities heard) {
        this.heard = heard;
    }

    /** The municipality that has the number on the date. */
    public Optional<KnownMunicipality> byNumber(MunicipalityNumber number, LocalDate on) {
        return heard.everNumbered(number).stream()
                .flatMap(one -> one.on(on).stream())
                .filter(municipality -> municipality.number().equals(number))
                .findFirst();
    }

    /** The municipality whose organisation number it is on the date. */
    public Optional<KnownMunicipality> byOrganisation(OrganisationNumber organisation, LocalDate on) {
        return heard.everHolding(organisation).stream()
                .flatMap(one -> one.on(on).stream())
                .filter(municipality -> municipality
                        .organisationNumber()
                        .filter(organisation::equals)
                        .isPresent())
                .findFirst();
    }

    /** The municipality with the number on the date, if the organisation may do one of the tasks for it then. */
    public Optional<KnownMunicipality> representedBy(
            OrganisationNumber organisation, MunicipalityNumber number, Set<String> tasks, LocalDate on) {
        return byNumber(number, on)
                .filter(municipality -> heard.find(municipality.id())
                        .filter(one -> one.isRepresentedBy(organisation, tasks, on))
                        .isPresent());
    }

    /** The municipality on the date; empty when it is unknown or did not exist then. */
    public Optional<KnownMunicipality> byId(MunicipalityId id, LocalDate on) {
        return heard.find(id).flatMap(one -> one.on(on));
    }

    /** Every municipality that exists on the date, ordered by number. */
    public List<KnownMunicipality> validOn(LocalDate on) {
        return heard.all().stream()
                .flatMap(one -> one.on(on).stream())
                .sorted(BY_NUMBER)
                .toList();
    }

    /** The counties of the date by number, as far as their names have been heard. */
    public Map<String, String> countyNames(LocalDate on) {
        var names = new HashMap<String, String>();
        heard.all().stream()
                .flatMap(one -> one.versionOn(on).stream())
                .forEach(version -> Optional.ofNullable(version.countyName())
                        .ifPresent(name -> names.put(version.number().county(), name)));
        return names;
    }

    /** What the number stands for on the date. */
    public NumberStatus status(MunicipalityNumber number, LocalDate on) {
        var valid = byNumber(number, on);
        if (valid.isPresent()) {
            return new NumberStatus.Valid(valid.get());
        }
        var former = heard.everNumbered(number).stream()
                .filter(one -> one.hadNumberBy(number, on))
                .toList();
        if (former.isEmpty()) {
            return new NumberStatus.Unknown();
        }
        return new NumberStatus.Ceased(former.stream()
                .flatMap(one -> shares(one.id(), on).keySet().stream())
                .distinct()
                .flatMap(id -> byId(id, on).stream())
                .sorted(BY_NUMBER)
                .toList());
    }

    /**
     * Who answers on the date for what was the municipality's, through the whole chain of changes, ordered by identity:
     * itself with share 1 while it exists. The shares are those that the register gives, multiplied along the chain;
     * empty when a ceased municipality's successor has not been heard of yet.
     */
    public List<Passed> passedOn(MunicipalityId id, LocalDate to) {
        return shares(id, to).entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> new Passed(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** The municipalities that have ceased on or before the date. */
    public Set<MunicipalityId> ceasedBy(LocalDate date) {
        return heard.ceasedBy(date).stream().map(HeardMunicipality::id).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Who answers on the date for what was the municipality's, step by step: the one it was merged into, after a split
     * the register's duty-bearer; itself, without a step, while it exists. Empty when that is not known (yet), because
     * the municipality or a successor has not been heard of.
     */
    public Optional<Succession> succession(MunicipalityId id, LocalDate on) {
        var steps = new ArrayList<Takeover>();
        var seen = new HashSet<MunicipalityId>();
        var at = heard.find(id);
        while (at.isPresent() && seen.add(at.get().id())) {
            var answering = at.get().on(on);
            if (answering.isPresent()) {
                return Optional.of(new Succession(answering.get(), steps));
            }
            var step = step(at.get(), on);
            step.ifPresent(steps::add);
            at = step.map(Takeover::to).flatMap(heard::find);
        }
        return Optional.empty();
    }

    private Optional<Takeover> step(HeardMunicipality from, LocalDate on) {
        return from.successors().stream()
                .filter(successor -> successor.dutyBearer() && !successor.on().isAfter(on))
                .findFirst()
                .flatMap(successor -> byId(successor.municipality(), successor.on())
                        .map(to -> new Takeover(from.id(), to.id(), to.number(), to.name(), successor.on())));
    }

    private Map<MunicipalityId, BigDecimal> shares(MunicipalityId from, LocalDate to) {
        var result = new HashMap<MunicipalityId, BigDecimal>();
        follow(from, BigDecimal.ONE, to, new HashSet<>(), result);
        return result;
    }

    private void follow(
            MunicipalityId id,
            BigDecimal share,
            LocalDate to,
            Set<MunicipalityId> onTheWay,
            Map<MunicipalityId, BigDecimal> result) {
        var municipality = heard.find(id);
        if (municipality.isEmpty() || !onTheWay.add(id)) {
            return;
        }
        if (municipality.get().on(to).isPresent()) {
            result.merge(id, share, BigDecimal::add);
        } else {
            municipality.get().successors().stream()
                    .filter(successor -> !successor.on().isAfter(to))
                    .forEach(successor ->
                            follow(successor.municipality(), share.multiply(successor.share()), to, onTheWay, result));
        }
        onTheWay.remove(id);
    }
}
