package no.opptrapping.grant.allocation;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.opptrapping.grant.assessment.AssessedApplication;
import no.opptrapping.grant.assessment.AssessedApplications;
import no.opptrapping.grant.calls.CallId;
import no.opptrapping.grant.calls.Calls;
import no.opptrapping.grant.known.KnownMunicipalities;
import no.opptrapping.grant.known.KnownMunicipality;
import no.opptrapping.grant.ledger.Account;
import no.opptrapping.grant.ledger.Ledger;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.grant.schemes.SchemeKind;
import no.opptrapping.grant.schemes.Schemes;
import no.opptrapping.platform.problems.BrokenRule;
import no.opptrapping.platform.values.MunicipalityNumber;

/** Gathers what a run is computed from, as it is known now. */
@ApplicationScoped
class GatherInputs {
    private static final String POPULATION = "population";

    private final Schemes schemes;
    private final Calls calls;
    private final AssessedApplications assessed;
    private final KnownMunicipalities municipalities;
    private final Figures figures;
    private final BeforeAmounts beforeAmounts;
    private final Ledger ledger;

    GatherInputs(
            Schemes schemes,
            Calls calls,
            AssessedApplications assessed,
            KnownMunicipalities municipalities,
            Figures figures,
            BeforeAmounts beforeAmounts,
            Ledger ledger) {
        this.schemes = schemes;
        this.calls = calls;
        this.assessed = assessed;
        this.municipalities = municipalities;
        this.figures = figures;
        this.beforeAmounts = beforeAmounts;
        this.ledger = ledger;
    }

    Gathered gather(RunParameters parameters) {
        return new Gathering(parameters).gather();
    }

    /** One gathering: what has been found so far, and what is wrong. */
    private final class Gathering {
        private final RunParameters parameters;
        private final SchemeId scheme;
        private final LocalDate structure;
        private final List<KnownMunicipality> valid;
        private final List<BrokenRule> broken = new ArrayList<>();

        Gathering(RunParameters parameters) {
            this.parameters = parameters;
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
            var applications = applications();
            var before = before();
            return new Gathered(
                    new RunInputs(
                            RunInputs.ENGINE_VERSION,
                            parameters,
                            budget(),
                            used.values().stream().map(Figures.Used::indicator).toList(),
                            valid.stream().map(one -> municipality(one, used)).toList(),
                            applications,
                            before),
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
                var model = parameters.pots().get(i).model();
                var ofFramework =
                        model instanceof RunParameters.Framework || model instanceof RunParameters.Incorporation;
                if (ofFramework != framework) {
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
            figures.of(POPULATION, parameters.populationYear(), structure, valid)
                    .ifPresent(found -> used.put(found.indicator().figures(), found));
            for (var i = 0; i < parameters.pots().size(); i++) {
                var weights = parameters.pots().get(i).model().weights();
                for (var k = 0; k < weights.size(); k++) {
                    var weight = weights.get(k);
                    if (!used.containsKey(weight.figures())) {
                        var found = figures.of(weight.indicator(), weight.year(), structure, valid);
                        found.ifPresent(one -> used.put(weight.figures(), one));
                        if (found.isEmpty()) {
                            refuse(
                                    "indicator-known",
                                    "/pots/" + i + "/model/weights/" + k + "/indicator",
                                    "indicator",
                                    weight.indicator(),
                                    "year",
                                    weight.year());
                        }
                    }
                }
            }
            return used;
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

        private List<RunInputs.Application> applications() {
            var found = new ArrayList<RunInputs.Application>();
            var seen = new HashSet<String>();
            for (var i = 0; i < parameters.pots().size(); i++) {
                if (parameters.pots().get(i).model() instanceof RunParameters.Application model) {
                    var pointer = "/pots/" + i + "/model/callId";
                    var call = calls.find(new CallId(UUID.fromString(model.call())));
                    if (call.isEmpty()) {
                        refuse("call-known", pointer);
                    } else if (!call.get().scheme().equals(scheme)
                            || call.get().year().getValue() != parameters.year()) {
                        refuse("call-of-scheme-and-year", pointer);
                    } else if (!found.isEmpty() || !seen.add(model.call())) {
                        refuse("one-call-in-a-run", pointer);
                    } else {
                        found.addAll(applicationsOf(call.get().id(), pointer));
                    }
                }
            }
            return found;
        }

        private List<RunInputs.Application> applicationsOf(CallId call, String pointer) {
            var waiting = assessed.notReadyFor(call);
            if (!waiting.isEmpty()) {
                refuse("applications-assessed", pointer, "count", waiting.size());
            }
            return assessed.readyFor(call).stream()
                    .map(one -> application(call, one, pointer))
                    .toList();
        }

        private RunInputs.Application application(CallId call, AssessedApplication one, String pointer) {
            var host = municipalities.byId(one.host(), structure);
            if (host.isEmpty()) {
                refuse("host-in-structure", pointer, "reference", one.reference(), "number", one.hostNumber());
            }
            return new RunInputs.Application(
                    call.toString(),
                    one.id().toString(),
                    one.reference(),
                    one.host().toString(),
                    host.map(KnownMunicipality::number)
                            .map(MunicipalityNumber::value)
                            .orElse(one.hostNumber().value()),
                    one.asked().value(),
                    one.assessed().value(),
                    one.smallestUseful().value(),
                    one.rank().orElse(null),
                    one.score().map(GatherInputs::plain).orElse(null),
                    one.submittedAt().toString(),
                    one.participants().stream()
                            .map(participant -> new RunInputs.Participant(
                                    participant.municipality().toString(),
                                    participant.number().value(),
                                    participant.share().value()))
                            .toList());
        }

        private List<RunInputs.Before> before() {
            var before = new ArrayList<RunInputs.Before>();
            for (var i = 0; i < parameters.pots().size(); i++) {
                if (parameters.pots().get(i).model() instanceof RunParameters.Incorporation model) {
                    var from = new SchemeId(UUID.fromString(model.fromScheme()));
                    if (schemes.find(from).isEmpty()) {
                        refuse("scheme-known", "/pots/" + i + "/model/fromSchemeId");
                    } else {
                        before.addAll(beforeAmounts.of(from, model.fromYear(), structure, valid));
                    }
                }
            }
            return before;
        }

        /** What the pots name, or where one takes the rest, what is available of the appropriation. */
        private long budget() {
            var rest = parameters.pots().stream().anyMatch(pot -> pot.amount() == null);
            if (rest) {
                return ledger.balance(Account.AVAILABLE, scheme, Year.of(parameters.year()))
                        .value();
            }
            return parameters.pots().stream()
                    .mapToLong(pot -> pot.amount() == null ? 0 : pot.amount())
                    .reduce(0, Math::addExact);
        }
    }

    private static String plain(BigDecimal value) {
        var stripped = value.stripTrailingZeros();
        return (stripped.scale() < 0 ? stripped.setScale(0) : stripped).toPlainString();
    }
}
