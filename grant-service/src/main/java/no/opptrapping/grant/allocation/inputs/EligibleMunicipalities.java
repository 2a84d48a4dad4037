package no.opptrapping.grant.allocation.inputs;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import no.opptrapping.grant.applications.Applications;
import no.opptrapping.grant.calls.CallId;
import no.opptrapping.grant.calls.Calls;
import no.opptrapping.grant.known.GroupingEdition;
import no.opptrapping.grant.known.KnownIndicators;
import no.opptrapping.grant.known.KnownMunicipalities;
import no.opptrapping.platform.problems.BrokenRule;
import no.opptrapping.platform.register.KnownMunicipality;
import no.opptrapping.platform.register.NumberStatus;
import no.opptrapping.platform.register.Succession;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.platform.values.MunicipalityNumber;
import org.jspecify.annotations.Nullable;

/** Who a pot is for, and whether the municipalities that parameters name exist in the run's structure. */
@ApplicationScoped
class EligibleMunicipalities {
    /** The code of the refusal of a withdrawn grouping. */
    static final String GROUPING_NOT_WITHDRAWN = "allocation.grouping-not-withdrawn";

    private final KnownMunicipalities municipalities;
    private final KnownIndicators indicators;
    private final Calls calls;
    private final Applications applications;

    EligibleMunicipalities(
            KnownMunicipalities municipalities, KnownIndicators indicators, Calls calls, Applications applications) {
        this.municipalities = municipalities;
        this.indicators = indicators;
        this.calls = calls;
        this.applications = applications;
    }

    /** The groupings that pots are for classes of, each once, in the order of their codes. */
    List<RunInputs.Grouping> groupings(RunParameters parameters, LocalDate structure) {
        var classes = new TreeMap<String, Set<String>>();
        parameters.pots().stream()
                .flatMap(pot -> Optional.ofNullable(pot.eligible()).stream())
                .forEach(eligible -> {
                    if (eligible.grouping() != null && eligible.classes() != null) {
                        classes.computeIfAbsent(eligible.grouping(), code -> new TreeSet<>())
                                .addAll(eligible.classes());
                    }
                });
        return classes.entrySet().stream()
                .flatMap(used -> indicators.edition(used.getKey(), structure).stream()
                        .map(edition -> grouping(edition, List.copyOf(used.getValue()))))
                .toList();
    }

    private static RunInputs.Grouping grouping(GroupingEdition edition, List<String> classes) {
        return new RunInputs.Grouping(
                edition.code(),
                edition.year().getValue(),
                edition.structureDate().toString(),
                edition.version(),
                edition.source(),
                classes);
    }

    /** The numbers, in order; what stands in the way is added to {@code broken}. */
    List<String> of(
            RunParameters.Eligible eligible,
            LocalDate structure,
            List<KnownMunicipality> valid,
            String at,
            List<BrokenRule> broken) {
        if (eligible.municipalities() != null) {
            checkListed(eligible.municipalities(), structure, at + "/municipalities", broken);
            return List.copyOf(new TreeSet<>(eligible.municipalities()));
        }
        if (eligible.call() != null) {
            return applicants(eligible.call(), structure, at + "/appliedTo", broken);
        }
        return ofClasses(eligible, structure, valid, at, broken);
    }

    /** Refuses numbers in a model's parameters that nobody has in the structure. */
    void check(PotModel model, LocalDate structure, String at, List<BrokenRule> broken) {
        var indices = model.indices();
        if (indices != null) {
            checkEach(indices.values().keySet(), structure, at + "/indices/values/", broken);
        }
        switch (model) {
            case PotModel.Objective objective -> {
                checkEach(keys(objective.floors()), structure, at + "/floors/", broken);
                checkEach(keys(objective.caps()), structure, at + "/caps/", broken);
            }
            case PotModel.Activity activity -> {
                for (var i = 0; i < activity.activities().size(); i++) {
                    check(
                            activity.activities().get(i).number(),
                            structure,
                            at + "/activities/" + i + "/number",
                            broken);
                }
            }
            case CallModel.Application application -> {}
            case CallModel.Positions positions -> {}
            case CallModel.Ceiling ceiling -> {}
            case PotModel.Framework framework -> {
                if (framework.whole() != null) {
                    framework
                            .whole()
                            .numbers((where, numbers) -> checkEach(numbers, structure, at + "/whole" + where, broken));
                }
            }
            case PotModel.Incorporation incorporation -> {}
        }
    }

    private static Collection<String> keys(@Nullable Map<String, Long> limits) {
        return limits == null ? List.of() : limits.keySet();
    }

    private void checkEach(Collection<String> numbers, LocalDate structure, String at, List<BrokenRule> broken) {
        new TreeSet<>(numbers).forEach(number -> check(number, structure, at + number, broken));
    }

    private void checkListed(List<String> numbers, LocalDate structure, String at, List<BrokenRule> broken) {
        var seen = new HashSet<String>();
        for (var i = 0; i < numbers.size(); i++) {
            if (!seen.add(numbers.get(i))) {
                broken.add(BrokenRule.of("allocation.recipient-only-once", at + "/" + i, "recipient", numbers.get(i)));
            }
            check(numbers.get(i), structure, at + "/" + i, broken);
        }
    }

    private void check(String number, LocalDate structure, String at, List<BrokenRule> broken) {
        switch (municipalities.status(new MunicipalityNumber(number), structure)) {
            case NumberStatus.Valid valid -> {}
            case NumberStatus.Ceased(var successors) ->
                broken.add(BrokenRule.of(
                        "allocation.municipality-not-ceased",
                        at,
                        "number",
                        number,
                        "successors",
                        successors.stream()
                                .map(KnownMunicipality::number)
                                .map(MunicipalityNumber::value)
                                .toList()));
            case NumberStatus.Unknown() ->
                broken.add(BrokenRule.of("allocation.municipality-known", at, "number", number));
        }
    }

    private List<String> applicants(String named, LocalDate structure, String at, List<BrokenRule> broken) {
        var call = new CallId(UUID.fromString(named));
        if (calls.find(call).isEmpty()) {
            broken.add(BrokenRule.of("allocation.call-known", at));
            return List.of();
        }
        var numbers = new TreeSet<String>();
        for (var application : applications.applied(call)) {
            numbers.add(numberOf(
                    application.host(), application.hostNumber(), application.reference(), structure, at, broken));
            for (var participant : application.participants()) {
                numbers.add(numberOf(
                        participant.municipality(),
                        participant.number(),
                        application.reference(),
                        structure,
                        at,
                        broken));
            }
        }
        return List.copyOf(numbers);
    }

    private String numberOf(
            MunicipalityId applicant,
            MunicipalityNumber number,
            String reference,
            LocalDate structure,
            String at,
            List<BrokenRule> broken) {
        var answering = municipalities.succession(applicant, structure).map(Succession::answering);
        if (answering.isEmpty()) {
            broken.add(BrokenRule.of("allocation.host-in-structure", at, "reference", reference, "number", number));
        }
        return answering.map(KnownMunicipality::number).orElse(number).value();
    }

    private List<String> ofClasses(
            RunParameters.Eligible eligible,
            LocalDate structure,
            List<KnownMunicipality> valid,
            String at,
            List<BrokenRule> broken) {
        var grouping = eligible.grouping() == null ? "" : eligible.grouping();
        var classes = eligible.classes() == null ? List.<String>of() : eligible.classes();
        var edition = indicators.edition(grouping, structure);
        if (edition.isEmpty()) {
            broken.add(BrokenRule.of("allocation.grouping-known", at + "/grouping", "grouping", grouping));
            return List.of();
        }
        edition.get()
                .withdrawal()
                .ifPresent(withdrawal -> broken.add(BrokenRule.of(
                        GROUPING_NOT_WITHDRAWN,
                        at + "/grouping",
                        "grouping",
                        grouping,
                        "version",
                        edition.get().version(),
                        "reason",
                        withdrawal.reason())));
        var known = edition.get().classes();
        for (var i = 0; i < classes.size(); i++) {
            if (!known.containsValue(classes.get(i))) {
                broken.add(BrokenRule.of(
                        "allocation.class-known", at + "/classes/" + i, "class", classes.get(i), "grouping", grouping));
            }
        }
        return valid.stream()
                .map(KnownMunicipality::number)
                .filter(number -> known.containsKey(number) && classes.contains(known.get(number)))
                .map(MunicipalityNumber::value)
                .sorted()
                .toList();
    }
}
