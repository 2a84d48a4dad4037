package no.opptrapping.municipality.sync;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import no.opptrapping.municipality.indicators.FindObservations;
import no.opptrapping.municipality.indicators.IndicatorDefinition;
import no.opptrapping.municipality.indicators.ObservationKey;
import no.opptrapping.municipality.indicators.ObservationSet;
import no.opptrapping.municipality.indicators.ObservationSets;
import no.opptrapping.municipality.indicators.Publication.Origin;
import no.opptrapping.municipality.indicators.PublishConversions;
import no.opptrapping.municipality.indicators.PublishObservations;
import no.opptrapping.municipality.registry.CurrentRegister;
import no.opptrapping.municipality.registry.Municipalities;
import no.opptrapping.municipality.registry.Register;
import no.opptrapping.municipality.sync.Synchronisation.Found;
import no.opptrapping.platform.values.MunicipalityNumber;

/** Compares and takes up values of indicators, each of a year in the structure of a day. */
@ApplicationScoped
class ValuesOfYear {
    private final ObservationSets sets;
    private final FindObservations findObservations;
    private final PublishObservations publishObservations;
    private final PublishConversions publishConversions;
    private final CurrentRegister currentRegister;
    private final Municipalities municipalities;

    ValuesOfYear(
            ObservationSets sets,
            FindObservations findObservations,
            PublishObservations publishObservations,
            PublishConversions publishConversions,
            CurrentRegister currentRegister,
            Municipalities municipalities) {
        this.sets = sets;
        this.findObservations = findObservations;
        this.publishObservations = publishObservations;
        this.publishConversions = publishConversions;
        this.currentRegister = currentRegister;
        this.municipalities = municipalities;
    }

    /**
     * What the source says of the year that is not registered, per indicator.
     *
     * @param day the structure that the source's values are of
     * @param year of the values; for a grouping of its edition
     */
    @Transactional
    Found compare(LocalDate day, Year year, Map<String, Map<MunicipalityNumber, String>> source) {
        var register = currentRegister.get().register();
        var differences = new ArrayList<Difference>();
        source.forEach((indicator, values) -> differences.addAll(
                compareWith(new ObservationKey(indicator, year, day), register).differences(values)));
        return new Found(basis(differences), differences);
    }

    /** The versions of all that the differences are of, and whether they are in use. */
    String basis(List<Difference> differences) {
        var versions = new TreeSet<String>();
        differences.stream()
                .filter(Difference::canBeAdopted)
                .map(ValuesOfYear::key)
                .distinct()
                .forEach(key -> versions.add(key + "/" + stateOf(key)));
        return "register/" + municipalities.revision() + " " + String.join(" ", versions);
    }

    private String stateOf(ObservationKey key) {
        return sets.latest(key)
                .map(newest -> newest.version()
                        + sets.withdrawalOf(key, newest.version())
                                .map(_ -> "-withdrawn")
                                .orElse(""))
                .orElse("0");
    }

    /** Publishes new versions of the sets, and what is converted from them; part of the caller's transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    void adopt(List<Difference> differences, String by) {
        var register = municipalities.load();
        var sets = differences.stream()
                .map(ValuesOfYear::key)
                .distinct()
                .map(key -> compareWith(key, register).with(differences))
                .toList();
        for (var set : sets) {
            var definition = definition(set.key().indicator());
            publishObservations
                    .revise(definition, set, Origin.ADOPTED, by)
                    .ifPresent(_ -> publishConversions.follow(definition, set, register, by));
        }
    }

    /** What the indicator measures. */
    @Transactional
    IndicatorDefinition definition(String indicator) {
        return sets.indicator(indicator)
                .orElseThrow(() -> new IllegalStateException("No indicator is called " + indicator));
    }

    private CompareValues compareWith(ObservationKey key, Register register) {
        return new CompareValues(key, register.validOn(key.structureDate()), registered(key));
    }

    /** What is in use; of a grouping's edition that is kept for other structures only, as it is inherited from there. */
    private Optional<ObservationSet> registered(ObservationKey key) {
        if (sets.latest(key).isPresent() || !definition(key.indicator()).kind().hasCategories()) {
            return sets.inUse(key).map(ObservationSets.Versioned::set);
        }
        return switch (findObservations.find(key.indicator(), key.year(), key.structureDate(), Optional.empty())) {
            case FindObservations.Outcome.Found found ->
                Optional.of(found.set()).filter(_ -> found.withdrawal().isEmpty());
            case FindObservations.Outcome.UnknownIndicator unknown -> Optional.empty();
            case FindObservations.Outcome.NoValues none -> Optional.empty();
        };
    }

    /** Which values a difference is of. */
    static ObservationKey key(Difference difference) {
        return new ObservationKey(
                difference.subject(), difference.edition().orElse(Year.from(difference.on())), difference.on());
    }
}
