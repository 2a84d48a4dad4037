package no.opptrapping.grant.allocation.inputs;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import no.opptrapping.grant.awards.Commitments;
import no.opptrapping.grant.known.KnownMunicipalities;
import no.opptrapping.grant.ledger.Account;
import no.opptrapping.grant.ledger.Ledger;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.grant.schemes.SchemeKind;
import no.opptrapping.grant.schemes.Schemes;
import no.opptrapping.platform.problems.BrokenRule;
import no.opptrapping.platform.register.KnownMunicipality;
import org.jspecify.annotations.Nullable;

/** Gathers what a run is computed from, as it is known now. */
@ApplicationScoped
public class GatherInputs {
    /** The code of the refusal of withdrawn figures. */
    static final String INDICATOR_NOT_WITHDRAWN = "allocation.indicator-not-withdrawn";

    /** The code of the refusal of a withdrawn grouping. */
    static final String GROUPING_NOT_WITHDRAWN = "allocation.grouping-not-withdrawn";

    private static final String POPULATION = "population";

    private final Schemes schemes;
    private final GatherApplications gatherApplications;
    private final KnownMunicipalities municipalities;
    private final Figures figures;
    private final BeforeAmounts beforeAmounts;
    private final RegisteredCostKeys costKeys;
    private final CallRules callRules;
    private final EligibleMunicipalities eligibleMunicipalities;
    private final ApprovedReports approvedReports;
    private final Commitments commitments;
    private final Ledger ledger;

    GatherInputs(
            Schemes schemes,
            GatherApplications gatherApplications,
            KnownMunicipalities municipalities,
            Figures figures,
            BeforeAmounts beforeAmounts,
            RegisteredCostKeys costKeys,
            CallRules callRules,
            EligibleMunicipalities eligibleMunicipalities,
            ApprovedReports approvedReports,
            Commitments commitments,
            Ledger ledger) {
        this.schemes = schemes;
        this.gatherApplications = gatherApplications;
        this.municipalities = municipalities;
        this.figures = figures;
        this.beforeAmounts = beforeAmounts;
        this.costKeys = costKeys;
        this.callRules = callRules;
        this.eligibleMunicipalities = eligibleMunicipalities;
        this.approvedReports = approvedReports;
        this.commitments = commitments;
        this.ledger = ledger;
    }

    public Gathered gather(RunParameters parameters) {
        return new Gathering(parameters).gather();
    }

    /** The names of the inputs that are not now what they were, or are withdrawn; empty when all still hold. */
    public List<String> changedSince(RunInputs then) {
        return gather(then.parameters()).changedSince(then);
    }

    /** One gathering: what has been found so far, and what is wrong. */
    private final class Gathering {
        private final RunParameters parameters;
        private final SchemeId scheme;
        private final LocalDate structure;
        private final List<KnownMunicipality> valid;
        private final List<BrokenRule> broken = new ArrayList<>();

        Gathering(RunParameters asked) {
            this.parameters = callRules.read(costKeys.read(asked, broken));
            this.scheme = new SchemeId(UUID.fromString(parameters.scheme()));
            this.structure = LocalDate.parse(parameters.structureDate());
            this.valid = municipalities.validOn(structure);
        }

        Gathered gather() {
            checkScheme();
            if (valid.isEmpty()) {
                refuse("structure-known", "/structureDate", "structureDate", structure);
            }
            var used = usedFigures();
            var applications = gatherApplications.of(parameters, structure, broken);
            var before = before();
            var eligible = eligible();
            var approved = approved();
            var groupings = eligibleMunicipalities.groupings(parameters, structure);
            var promised = promised();
            return new Gathered(
                    new RunInputs(
                            RunInputs.ENGINE_VERSION,
                            parameters,
                            budget(promised),
                            used.values().stream().map(Figures.Used::indicator).toList(),
                            valid.stream().map(one -> municipality(one, used)).toList(),
                            applications,
                            before,
                            eligible.isEmpty() ? null : eligible,
                            approved,
                            promised.isEmpty() ? null : promised,
                            groupings.isEmpty() ? null : groupings),
                    broken);
        }

        private void refuse(String rule, String pointer, Object... arguments) {
            broken.add(BrokenRule.of("allocation." + rule, pointer, arguments));
        }

        private void checkScheme() {
            var known = schemes.find(scheme);
            if (known.isEmpty()) {
                refuse("scheme-known", "/schemeId");
                return;
            }
            var framework = known.get().kind() == SchemeKind.FRAMEWORK;
            for (var i = 0; i < parameters.pots().size(); i++) {
                if (parameters.pots().get(i).model().dividesFramework() != framework) {
                    refuse(
                            "model-fits-scheme",
                            "/pots/" + i + "/model/kind",
                            "kind",
                            known.get().kind().code());
                }
            }
            if (framework && parameters.pots().size() > 1) {
                refuse("framework-in-one-pot", "/pots");
            }
        }

        /** Everything that weights name, and the population, by code and year. */
        private Map<String, Figures.Used> usedFigures() {
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
            var inhabitants = used.get(POPULATION + "/" + parameters.populationYear());
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

        private RunInputs.Municipality municipality(KnownMunicipality one, Map<String, Figures.Used> used) {
            var values = new HashMap<String, String>();
            used.forEach((name, found) -> {
                var value = found.values().get(one.number());
                if (value != null) {
                    values.put(name, plain(value));
                }
            });
            return new RunInputs.Municipality(
                    one.id().toString(),
                    one.number().value(),
                    one.name(),
                    values.get(POPULATION + "/" + parameters.populationYear()),
                    values);
        }

        /** Who is eligible in each pot that is not for all, and a refusal of each number that cannot be. */
        private Map<String, List<String>> eligible() {
            var eligible = new TreeMap<String, List<String>>();
            for (var i = 0; i < parameters.pots().size(); i++) {
                var pot = parameters.pots().get(i);
                if (pot.eligible() != null) {
                    eligible.put(
                            Integer.toString(i),
                            eligibleMunicipalities.of(
                                    pot.eligible(), structure, valid, "/pots/" + i + "/eligible", broken));
                }
                eligibleMunicipalities.check(pot.model(), structure, "/pots/" + i + "/model", broken);
            }
            return eligible;
        }

        /** Whose reports are approved; null when no pot asks. */
        private @Nullable List<String> approved() {
            var years = parameters.pots().stream()
                    .flatMap(pot -> pot.model().reported().stream())
                    .distinct()
                    .toList();
            if (years.size() > 1) {
                refuse("one-report-year-in-a-run", "/pots");
            }
            return years.isEmpty() ? null : approvedReports.of(years.getFirst(), structure, valid);
        }

        private List<RunInputs.Before> before() {
            var before = new ArrayList<RunInputs.Before>();
            for (var i = 0; i < parameters.pots().size(); i++) {
                if (parameters.pots().get(i).model() instanceof PotModel.Incorporation model) {
                    var from = new SchemeId(UUID.fromString(model.fromScheme()));
                    if (schemes.find(from).isEmpty()) {
                        refuse("scheme-known", "/pots/" + i + "/model/fromSchemeId");
                    } else {
                        var amounts = beforeAmounts.of(from, model.fromYear(), structure, valid);
                        if (amounts.isEmpty()) {
                            refuse("awards-before", "/pots/" + i + "/model/fromYear", "year", model.fromYear());
                        }
                        before.addAll(amounts);
                    }
                }
            }
            return before;
        }

        /** What the pots name, or where one takes the rest, what is available of the appropriation. */
        private long budget(List<RunInputs.Commitment> promised) {
            var pots = parameters.sumOfPots();
            return pots.isEmpty()
                    ? ledger.balance(Account.AVAILABLE, scheme, Year.of(parameters.year()))
                            .value()
                    : promised.stream()
                            .mapToLong(RunInputs.Commitment::amount)
                            .reduce(pots.getAsLong(), Math::addExact);
        }

        private List<RunInputs.Commitment> promised() {
            return commitments.of(scheme, Year.of(parameters.year())).stream()
                    .map(commitment -> new RunInputs.Commitment(
                            commitment.award().id().toString(),
                            commitment.award().reference(),
                            commitment.award().holder().municipality().toString(),
                            commitment.award().holder().number().value(),
                            commitment.amount().value(),
                            commitment.award().participants().stream()
                                    .map(one -> new RunInputs.Participant(
                                            one.municipality().toString(),
                                            one.number().value(),
                                            one.share().value()))
                                    .toList()))
                    .toList();
        }
    }

    static String plain(BigDecimal value) {
        var stripped = value.stripTrailingZeros();
        return (stripped.scale() < 0 ? stripped.setScale(0) : stripped).toPlainString();
    }
}
