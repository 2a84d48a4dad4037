package no.opptrapping.grant.allocation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import no.opptrapping.grant.allocation.engine.ByApplication;
import no.opptrapping.grant.allocation.engine.Criterion;
import no.opptrapping.grant.allocation.engine.Decimal;
import no.opptrapping.grant.allocation.engine.FrameworkGrant;
import no.opptrapping.grant.allocation.engine.Incorporation;
import no.opptrapping.grant.allocation.engine.Key;
import no.opptrapping.grant.allocation.engine.Limit;
import no.opptrapping.grant.allocation.engine.Model;
import no.opptrapping.grant.allocation.engine.ObjectiveCriteria;
import no.opptrapping.grant.allocation.engine.Pots;
import no.opptrapping.grant.allocation.engine.Recipient;
import no.opptrapping.grant.allocation.engine.Row;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityNumber;
import org.jspecify.annotations.Nullable;

/** Computes a run from its inputs and nothing else: the same inputs give the same amounts for ever. */
public final class RunDivision {
    private final RunInputs inputs;

    public RunDivision(RunInputs inputs) {
        this.inputs = inputs;
    }

    /** The whole run. */
    public Pots.Result divide() {
        var pots = inputs.parameters().pots().stream()
                .map(pot -> new Pots.Pot(
                        pot.name(),
                        pot.amount() == null ? new Pots.Part.Remainder() : new Pots.Part.Sum(Kroner.of(pot.amount())),
                        model(pot.model()),
                        pot.exclusive()))
                .toList();
        return new Pots(Kroner.of(inputs.budget()), Kroner.ZERO, pots).divide();
    }

    /** SHA-256 over pots, recipient keys and whole kroner. */
    public static String hash(Pots.Result.Allocated result) {
        var pots = new ArrayList<Map<String, Object>>();
        for (var pot : result.pots()) {
            var amounts = new TreeMap<String, Long>();
            pot.division()
                    .lines()
                    .forEach(line -> amounts.put(
                            line.recipient().toString(), line.amount().value()));
            pots.add(Map.of("name", pot.name(), "amounts", amounts));
        }
        return CanonicalJson.sha256(CanonicalJson.of(pots));
    }

    private Model model(RunParameters.Model model) {
        return switch (model) {
            case RunParameters.Objective objective ->
                new ObjectiveCriteria(
                        key(objective.weights(), objective.normalise()),
                        rows(),
                        limit(objective.floorPerMunicipality(), objective.floorPerInhabitant()),
                        limit(objective.capPerMunicipality(), objective.capPerInhabitant()),
                        inputs.parameters().unit());
            case RunParameters.Application application -> byApplication(application);
            case RunParameters.Framework framework ->
                new FrameworkGrant(
                        key(framework.weights(), framework.normalise()),
                        rows(),
                        inputs.parameters().unit(),
                        Optional.empty());
            case RunParameters.Incorporation incorporation ->
                new FrameworkGrant(
                        key(incorporation.weights(), incorporation.normalise()),
                        rows(),
                        inputs.parameters().unit(),
                        Optional.of(step(incorporation)));
        };
    }

    private static Key key(List<RunParameters.Weight> weights, boolean normalise) {
        return new Key.CostKey(
                weights.stream()
                        .map(weight -> new Criterion(weight.figures(), Decimal.of(weight.weight())))
                        .toList(),
                normalise);
    }

    private List<Row> rows() {
        return inputs.municipalities().stream().map(RunDivision::row).toList();
    }

    private static Row row(RunInputs.Municipality municipality) {
        var values = new HashMap<String, Decimal>();
        municipality.values().forEach((figures, value) -> values.put(figures, Decimal.of(value)));
        return new Row(
                recipient(municipality.number()),
                municipality.inhabitants() == null ? null : Decimal.of(municipality.inhabitants()),
                values);
    }

    private static Limit limit(@Nullable Long perMunicipality, @Nullable String perInhabitant) {
        if (perMunicipality != null) {
            return new Limit.SameForAll(Kroner.of(perMunicipality));
        }
        return perInhabitant == null ? new Limit.None() : new Limit.PerInhabitant(Decimal.of(perInhabitant));
    }

    private Model byApplication(RunParameters.Application model) {
        var applications = inputs.applications().stream()
                .filter(application -> application.call().equals(model.call()))
                .toList();
        return new ByApplication(
                rule(model, applications),
                applications.stream().map(RunDivision::application).toList(),
                inputs.parameters().unit());
    }

    /** Ranked by the assessment's rank where every application has one, else by its score. */
    private static ByApplication.Rule rule(RunParameters.Application model, List<RunInputs.Application> applications) {
        return switch (model.rule()) {
            case "proportional" -> new ByApplication.Rule.Proportional();
            case "score-weighted" -> new ByApplication.Rule.ScoreWeighted();
            default ->
                new ByApplication.Rule.Ranked(
                        applications.stream().allMatch(application -> application.rank() != null)
                                ? ByApplication.Order.RANK
                                : ByApplication.Order.SCORE,
                        switch (model.tieRule()) {
                            case "earliest" -> ByApplication.TieRule.EARLIEST;
                            case "larger" -> ByApplication.TieRule.LARGER;
                            default -> ByApplication.TieRule.NONE;
                        });
        };
    }

    private static ByApplication.Application application(RunInputs.Application application) {
        return new ByApplication.Application(
                new Recipient(new MunicipalityNumber(application.number()), application.reference()),
                Kroner.of(application.asked()),
                Kroner.of(application.assessed()),
                Optional.ofNullable(application.rank()),
                Optional.ofNullable(application.score()).map(Decimal::of),
                Kroner.of(application.smallestUseful()),
                Optional.of(Instant.parse(application.submittedAt())));
    }

    private Incorporation step(RunParameters.Incorporation model) {
        var before = new HashMap<Recipient, Kroner>();
        inputs.before().stream()
                .filter(one -> one.scheme().equals(model.fromScheme()) && one.year() == model.fromYear())
                .forEach(one -> before.put(recipient(one.number()), Kroner.of(one.amount())));
        return new Incorporation(before, method(model));
    }

    private static Incorporation.Method method(RunParameters.Incorporation model) {
        if (model.phaseIn() != null) {
            return new Incorporation.Method.PhaseIn(
                    model.phaseIn().years(), model.phaseIn().year());
        }
        if (model.guarantee() == null) {
            return new Incorporation.Method.AtOnce();
        }
        var threshold = Decimal.of(model.guarantee().threshold());
        return model.guarantee().variant().equals("strict")
                ? new Incorporation.Method.StrictGuarantee(threshold)
                : new Incorporation.Method.StateGuarantee(threshold);
    }

    private static Recipient recipient(String number) {
        return Recipient.of(new MunicipalityNumber(number));
    }
}
