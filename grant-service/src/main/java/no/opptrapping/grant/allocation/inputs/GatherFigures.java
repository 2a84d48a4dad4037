package no.opptrapping.grant.allocation.inputs;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.opptrapping.platform.problems.BrokenRule;
import no.opptrapping.platform.register.KnownMunicipality;

/** Gathers the figures that a run divides by, as they are now, and refuses those that cannot be used. */
@ApplicationScoped
class GatherFigures {
    /** The code of the refusal of withdrawn figures. */
    static final String INDICATOR_NOT_WITHDRAWN = "allocation.indicator-not-withdrawn";

    private static final String POPULATION = "population";

    private final Figures figures;

    GatherFigures(Figures figures) {
        this.figures = figures;
    }

    /** The figures by their names, code and year; what stands in the way is added to {@code broken}. */
    Map<String, Figures.Used> of(
            RunParameters parameters, LocalDate structure, List<KnownMunicipality> valid, List<BrokenRule> broken) {
        return new Gathering(parameters, structure, valid, broken).gather();
    }

    /** A municipality with its inhabitants and the figures that it has. */
    static RunInputs.Municipality municipality(
            KnownMunicipality one, Map<String, Figures.Used> used, RunParameters parameters) {
        var values = new HashMap<String, String>();
        used.forEach((name, found) -> {
            var value = found.values().get(one.number());
            if (value != null) {
                values.put(name, RunInputs.plain(value));
            }
        });
        return new RunInputs.Municipality(
                one.id().toString(), one.number().value(), one.name(), values.get(population(parameters)), values);
    }

    private static String population(RunParameters parameters) {
        return POPULATION + "/" + parameters.populationYear();
    }

    /** One gathering. */
    private final class Gathering {
        private final RunParameters parameters;
        private final LocalDate structure;
        private final List<KnownMunicipality> valid;
        private final List<BrokenRule> broken;

        Gathering(
                RunParameters parameters, LocalDate structure, List<KnownMunicipality> valid, List<BrokenRule> broken) {
            this.parameters = parameters;
            this.structure = structure;
            this.valid = valid;
            this.broken = broken;
        }

        /** Everything that weights name, and the population, by code and year. */
        Map<String, Figures.Used> gather() {
            var used = new LinkedHashMap<String, Figures.Used>();
            figures.of(POPULATION, parameters.populationYear(), structure).ifPresent(found -> {
                used.put(found.indicator().figures(), found);
                checkInUse(found, "/populationYear");
                checkHeard(found, "/populationYear");
            });
            for (var i = 0; i < parameters.pots().size(); i++) {
                var weights = parameters.pots().get(i).model().weights();
                for (var k = 0; k < weights.size(); k++) {
                    var weight = weights.get(k);
                    var at = BrokenRules.ofCostKey("/pots/" + i + "/model/weights/" + k + "/indicator", parameters);
                    Optional.ofNullable(used.get(weight.figures()))
                            .or(() -> figures.of(weight.indicator(), weight.year(), structure))
                            .ifPresentOrElse(
                                    found -> {
                                        checkInUse(found, at);
                                        checkComplete(found, at);
                                        used.put(weight.figures(), found.ratio() ? times(found, used, at) : found);
                                    },
                                    () -> refuse(
                                            "indicator-known",
                                            at,
                                            "indicator",
                                            weight.indicator(),
                                            "year",
                                            weight.year()));
                }
            }
            return used;
        }

        /** Need per inhabitant cannot be added up over municipalities; need can. */
        private Figures.Used times(Figures.Used ratio, Map<String, Figures.Used> used, String at) {
            var inhabitants = used.get(population(parameters));
            var without = inhabitants == null
                    ? valid.stream().map(one -> one.number() + " " + one.name()).toList()
                    : inhabitants.without(valid);
            if (inhabitants == null || !without.isEmpty()) {
                refuse(
                        "inhabitants-for-a-ratio",
                        at,
                        "indicator",
                        ratio.indicator().code(),
                        "year",
                        parameters.populationYear(),
                        "municipalities",
                        without);
                return ratio;
            }
            return ratio.times(inhabitants.indicator(), inhabitants.values());
        }

        /** A municipality has a figure only if all that it came from have one. */
        private void checkComplete(Figures.Used found, String at) {
            if (!found.missing().isEmpty()) {
                refuse(
                        "figures-of-all-predecessors",
                        at,
                        "indicator",
                        found.indicator().code(),
                        "year",
                        found.indicator().year(),
                        "missing",
                        found.missing(),
                        "municipalities",
                        found.without(valid));
            }
            checkHeard(found, at);
        }

        private void checkHeard(Figures.Used found, String at) {
            if (!found.unheard().isEmpty()) {
                refuse("successors-known", at, "municipalities", found.unheard());
            }
        }

        private void checkInUse(Figures.Used found, String at) {
            found.withdrawal()
                    .ifPresent(withdrawal -> broken.add(BrokenRule.of(
                            INDICATOR_NOT_WITHDRAWN,
                            at,
                            "indicator",
                            found.indicator().code(),
                            "year",
                            found.indicator().year(),
                            "version",
                            found.indicator().version(),
                            "reason",
                            withdrawal.reason())));
        }

        private void refuse(String rule, String pointer, Object... arguments) {
            broken.add(BrokenRule.of("allocation." + rule, pointer, arguments));
        }
    }
}
