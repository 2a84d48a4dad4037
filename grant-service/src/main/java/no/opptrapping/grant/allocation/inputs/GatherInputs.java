package no.opptrapping.grant.allocation.inputs;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import no.opptrapping.grant.appropriations.Appropriation;
import no.opptrapping.grant.appropriations.Appropriations;
import no.opptrapping.grant.awards.Commitments;
import no.opptrapping.grant.known.KnownMunicipalities;
import no.opptrapping.grant.known.KnownOffices;
import no.opptrapping.grant.ledger.Account;
import no.opptrapping.grant.ledger.Ledger;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.grant.schemes.SchemeKind;
import no.opptrapping.grant.schemes.Schemes;
import no.opptrapping.platform.problems.BrokenRule;
import no.opptrapping.platform.register.KnownMunicipality;
import no.opptrapping.platform.time.BusinessDates;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityNumber;
import org.jspecify.annotations.Nullable;

/** Gathers what a run is computed from, as it is known now. */
@ApplicationScoped
public class GatherInputs {
    private static final int MOST_PROPOSALS = 100;

    private final Schemes schemes;
    private final GatherApplications gatherApplications;
    private final KnownMunicipalities municipalities;
    private final GatherFigures gatherFigures;
    private final BeforeAmounts beforeAmounts;
    private final RegisteredCostKeys costKeys;
    private final CallRules callRules;
    private final ToldCeilings toldCeilings;
    private final EligibleMunicipalities eligibleMunicipalities;
    private final ApprovedReports approvedReports;
    private final Commitments commitments;
    private final RoundLimits roundLimits;
    private final Appropriations appropriations;
    private final Ledger ledger;
    private final KnownOffices offices;
    private final Clock clock;

    GatherInputs(
            Schemes schemes,
            GatherApplications gatherApplications,
            KnownMunicipalities municipalities,
            GatherFigures gatherFigures,
            BeforeAmounts beforeAmounts,
            RegisteredCostKeys costKeys,
            CallRules callRules,
            ToldCeilings toldCeilings,
            EligibleMunicipalities eligibleMunicipalities,
            ApprovedReports approvedReports,
            Commitments commitments,
            RoundLimits roundLimits,
            Appropriations appropriations,
            Ledger ledger,
            KnownOffices offices,
            Clock clock) {
        this.schemes = schemes;
        this.gatherApplications = gatherApplications;
        this.municipalities = municipalities;
        this.gatherFigures = gatherFigures;
        this.beforeAmounts = beforeAmounts;
        this.costKeys = costKeys;
        this.callRules = callRules;
        this.toldCeilings = toldCeilings;
        this.eligibleMunicipalities = eligibleMunicipalities;
        this.approvedReports = approvedReports;
        this.commitments = commitments;
        this.roundLimits = roundLimits;
        this.appropriations = appropriations;
        this.ledger = ledger;
        this.offices = offices;
        this.clock = clock;
    }

    /** Gathers for a run that divides what is available of the appropriation. */
    public Gathered gather(RunParameters parameters) {
        return gather(parameters, Basis.MONEY);
    }

    public Gathered gather(RunParameters parameters, Basis basis) {
        return new Gathering(parameters, basis).gather();
    }

    /** The names of the inputs that are not now what they were, or are withdrawn; empty when all still hold. */
    public List<String> changedSince(RunInputs then, Basis basis) {
        return gather(then.parameters(), basis).changedSince(then);
    }

    /** One gathering: what has been found so far, and what is wrong. */
    private final class Gathering {
        private final RunParameters parameters;
        private final Basis basis;
        private final SchemeId scheme;
        private final LocalDate structure;
        private final List<KnownMunicipality> valid;
        private final List<BrokenRule> broken = new ArrayList<>();

        Gathering(RunParameters asked, Basis basis) {
            this.basis = basis;
            this.structure = LocalDate.parse(asked.structureDate());
            this.valid = municipalities.validOn(structure);
            this.parameters = toldCeilings.read(callRules.read(costKeys.read(asked, broken)), structure, valid);
            this.scheme = new SchemeId(UUID.fromString(parameters.scheme()));
        }

        Gathered gather() {
            checkScheme();
            checkOffice();
            checkStructure();
            var used = gatherFigures.of(parameters, structure, valid, broken);
            var applications = basis instanceof Basis.Corrected corrected
                    ? corrected.inputs().applications()
                    : gatherApplications.of(parameters, structure, broken);
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
                            valid.stream()
                                    .map(one -> GatherFigures.municipality(one, used, parameters))
                                    .toList(),
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

        /** Money goes to numbers, so that no two municipalities may have the same. */
        private void checkStructure() {
            if (valid.isEmpty()) {
                refuse("structure-known", "/structureDate", "structureDate", structure);
            }
            var numbers = new HashSet<MunicipalityNumber>();
            valid.stream()
                    .map(KnownMunicipality::number)
                    .filter(number -> !numbers.add(number))
                    .distinct()
                    .forEach(number -> refuse("number-of-one-municipality", "/structureDate", "number", number));
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

        /** What the pots name, or where one takes the rest, what is available of the appropriation and of the round. */
        private long budget(List<RunInputs.Commitment> promised) {
            var pots = parameters.sumOfPots();
            var limit = roundLimits.of(parameters, basis);
            var committed = Kroner.of(
                    promised.stream().mapToLong(RunInputs.Commitment::amount).reduce(0, Math::addExact));
            if (pots.isEmpty()) {
                var available = Kroner.of(whole());
                return limit.map(most -> available.min(most.plus(committed)))
                        .orElse(available)
                        .value();
            }
            var sum = Kroner.of(pots.getAsLong());
            limit.filter(most -> sum.compareTo(most) > 0)
                    .ifPresent(most -> refuse("within-the-round", "/pots", "sum", sum, "most", most));
            return sum.plus(committed).value();
        }

        /** What is available of the appropriation, or unused of the frame of the office that decides. */
        private Kroner available() {
            var year = Year.of(parameters.year());
            return parameters
                    .office()
                    .map(office -> ledger.frames(scheme, year)
                            .getOrDefault(office, Map.of())
                            .getOrDefault(Account.FRAME_UNUSED, Kroner.ZERO))
                    .orElseGet(() -> ledger.balance(Account.AVAILABLE, scheme, year));
        }

        private void checkOffice() {
            if (parameters.office().isPresent() && parameters.parts().isEmpty()) {
                refuse("office-divides-a-call", "/countyGovernorOfficeId");
            }
        }

        /** An office keeps what was promised to its own municipalities. */
        private boolean isOfTheDecider(Commitments.Commitment commitment) {
            return parameters
                    .office()
                    .map(office -> offices.of(commitment.award().holder().municipality(), BusinessDates.today(clock))
                            .equals(Optional.of(office)))
                    .orElse(true);
        }

        /** What there is to divide, commitments too. */
        private long whole() {
            var available = available();
            return switch (basis) {
                case Basis.Money money -> available.value();
                case Basis.Corrected corrected ->
                    available.plus(corrected.given()).value();
                case Basis.Proposed proposed ->
                    appropriations.list(scheme, Year.of(parameters.year()), null, MOST_PROPOSALS).stream()
                            .max(Comparator.comparing(Appropriation::madeAt))
                            .map(Appropriation::adopted)
                            .orElse(Kroner.ZERO)
                            .value();
            };
        }

        private List<RunInputs.Commitment> promised() {
            if (basis instanceof Basis.Corrected corrected) {
                return corrected.inputs().promised();
            }
            return commitments.of(scheme, Year.of(parameters.year())).stream()
                    .filter(this::isOfTheDecider)
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
}
