package no.opptrapping.municipality.sync;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import no.opptrapping.municipality.indicators.IndicatorDefinition;
import no.opptrapping.municipality.indicators.ObservationKey;
import no.opptrapping.municipality.indicators.ObservationSets;
import no.opptrapping.municipality.indicators.PublishObservations;
import no.opptrapping.municipality.registry.CurrentRegister;
import no.opptrapping.municipality.registry.Municipalities;
import no.opptrapping.municipality.registry.Register;
import no.opptrapping.municipality.sync.Synchronisation.Found;
import no.opptrapping.platform.values.MunicipalityNumber;

/** Compares and takes up values of indicators, each of a year in the structure of its first day. */
@ApplicationScoped
class ValuesOfYear {
    private final ObservationSets sets;
    private final PublishObservations publishObservations;
    private final CurrentRegister currentRegister;
    private final Municipalities municipalities;

    ValuesOfYear(
            ObservationSets sets,
            PublishObservations publishObservations,
            CurrentRegister currentRegister,
            Municipalities municipalities) {
        this.sets = sets;
        this.publishObservations = publishObservations;
        this.currentRegister = currentRegister;
        this.municipalities = municipalities;
    }

    /** What the source says of the year that is not registered, per indicator. */
    @Transactional
    Found compare(Year year, Map<String, Map<MunicipalityNumber, String>> source) {
        var register = currentRegister.get().register();
        var differences = new ArrayList<Difference>();
        source.forEach((indicator, values) -> differences.addAll(
                compareWith(key(indicator, year.atDay(1)), register).differences(values)));
        return new Found(basis(differences), differences);
    }

    /** The versions of all that the differences are of. */
    String basis(List<Difference> differences) {
        var versions = new TreeSet<String>();
        differences.stream()
                .filter(Difference::canBeAdopted)
                .map(difference -> key(difference.subject(), difference.on()))
                .distinct()
                .forEach(key -> versions.add(key + "/"
                        + sets.latest(key)
                                .map(ObservationSets.Versioned::version)
                                .orElse(0)));
        return "register/" + municipalities.revision() + " " + String.join(" ", versions);
    }

    /** Publishes new versions of the sets; part of the caller's transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    void adopt(List<Difference> differences) {
        var register = municipalities.load();
        var keys = differences.stream()
                .map(difference -> key(difference.subject(), difference.on()))
                .distinct()
                .toList();
        publishObservations.publish(
                keys.stream()
                        .map(ObservationKey::indicator)
                        .distinct()
                        .map(this::definition)
                        .toList(),
                keys.stream()
                        .map(key -> compareWith(key, register).with(differences))
                        .toList());
    }

    /** What the indicator measures. */
    @Transactional
    IndicatorDefinition definition(String indicator) {
        return sets.indicator(indicator)
                .orElseThrow(() -> new IllegalStateException("No indicator is called " + indicator));
    }

    private CompareValues compareWith(ObservationKey key, Register register) {
        return new CompareValues(
                key, register.validOn(key.structureDate()), sets.latest(key).map(ObservationSets.Versioned::set));
    }

    private static ObservationKey key(String indicator, LocalDate day) {
        return new ObservationKey(indicator, Year.from(day), day);
    }
}
