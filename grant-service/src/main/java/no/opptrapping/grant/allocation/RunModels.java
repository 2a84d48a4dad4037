package no.opptrapping.grant.allocation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import no.opptrapping.grant.allocation.engine.ActivityBased;
import no.opptrapping.grant.allocation.engine.ByApplication;
import no.opptrapping.grant.allocation.engine.CriteriaTable;
import no.opptrapping.grant.allocation.engine.Criterion;
import no.opptrapping.grant.allocation.engine.Decimal;
import no.opptrapping.grant.allocation.engine.FrameworkGrant;
import no.opptrapping.grant.allocation.engine.Incorporation;
import no.opptrapping.grant.allocation.engine.Key;
import no.opptrapping.grant.allocation.engine.Limit;
import no.opptrapping.grant.allocation.engine.Model;
import no.opptrapping.grant.allocation.engine.ObjectiveCriteria;
import no.opptrapping.grant.allocation.engine.PerPosition;
import no.opptrapping.grant.allocation.engine.QuickCriteria;
import no.opptrapping.grant.allocation.engine.Recipient;
import no.opptrapping.grant.allocation.engine.Row;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityNumber;
import org.jspecify.annotations.Nullable;

/** The engine's models of a run's pots, with the rows that each divides over. */
final class RunModels {
    private final RunInputs inputs;
    private final List<Row> rows;
    private final Map<TableKey, Optional<CriteriaTable>> tables;
    private final boolean quick;

    private record TableKey(int pot, List<String> figures) {}

    RunModels(RunInputs inputs) {
        this(inputs, inputs.municipalities().stream().map(RunModels::row).toList(), new ConcurrentHashMap<>(), false);
    }

    private RunModels(RunInputs inputs, List<Row> rows, Map<TableKey, Optional<CriteriaTable>> tables, boolean quick) {
        this.inputs = inputs;
        this.rows = rows;
        this.tables = tables;
        this.quick = quick;
    }

    /** The models of other parameters over the same rows, for amounts without explanations. */
    RunModels with(RunInputs others) {
        return new RunModels(others, rows, tables, true);
    }

    Model of(int pot) {
        var unit = inputs.parameters().unit();
        var eligible = eligible(pot);
        return switch (inputs.parameters().pots().get(pot).model()) {
            case RunParameters.Objective objective ->
                quick(
                        pot,
                        new ObjectiveCriteria(
                                key(objective, objective.normalise()),
                                eligible,
                                limit(
                                        objective.floorPerMunicipality(),
                                        objective.floors(),
                                        objective.floorPerInhabitant()),
                                limit(objective.capPerMunicipality(), objective.caps(), objective.capPerInhabitant()),
                                unit));
            case RunParameters.Application application -> byApplication(application);
            case RunParameters.Positions positions -> perPosition(positions);
            case RunParameters.Activity activity -> activityBased(activity);
            case RunParameters.Framework framework ->
                new FrameworkGrant(key(framework, framework.normalise()), eligible, unit, Optional.empty());
            case RunParameters.Incorporation incorporation ->
                new FrameworkGrant(
                        key(incorporation, incorporation.normalise()),
                        eligible,
                        unit,
                        Optional.of(step(incorporation)));
        };
    }

    private Model quick(int pot, ObjectiveCriteria model) {
        if (!quick || !(model.key() instanceof Key.CostKey key)) {
            return model;
        }
        var figures = key.criteria().stream().map(Criterion::indicator).toList();
        return tables.computeIfAbsent(new TableKey(pot, figures), named -> CriteriaTable.of(model.rows(), figures))
                .<Model>map(table -> new QuickCriteria(model, table))
                .orElse(model);
    }

    private List<Row> eligible(int pot) {
        var numbers = inputs.eligible() == null ? null : inputs.eligible().get(Integer.toString(pot));
        if (numbers == null) {
            return rows;
        }
        var some = new HashSet<>(numbers);
        return rows.stream()
                .filter(row -> some.contains(row.recipient().number().value()))
                .toList();
    }

    private static Key key(RunParameters.Model model, boolean normalise) {
        var own = new Key.CostKey(
                model.weights().stream()
                        .map(weight -> new Criterion(weight.figures(), Decimal.of(weight.weight())))
                        .toList(),
                normalise);
        var imported = model.indices();
        if (imported == null) {
            return own;
        }
        return new Key.ImportedIndices(
                imported.values().entrySet().stream()
                        .collect(Collectors.toMap(one -> recipient(one.getKey()), one -> Decimal.of(one.getValue()))),
                switch (imported.whenMissing()) {
                    case "exclude" -> new Key.WhenMissing.Exclude();
                    case "own-key" -> new Key.WhenMissing.UseOwnKey(own);
                    default -> new Key.WhenMissing.Refuse();
                },
                Optional.ofNullable(imported.tolerance()).map(Decimal::of));
    }

    private static Row row(RunInputs.Municipality municipality) {
        var values = new HashMap<String, Decimal>();
        municipality.values().forEach((figures, value) -> values.put(figures, Decimal.of(value)));
        return new Row(
                recipient(municipality.number()),
                municipality.inhabitants() == null ? null : Decimal.of(municipality.inhabitants()),
                values);
    }

    private static Limit limit(@Nullable Long same, @Nullable Map<String, Long> each, @Nullable String perInhabitant) {
        if (same != null) {
            return new Limit.SameForAll(Kroner.of(same));
        }
        if (each != null) {
            return new Limit.PerMunicipality(each.entrySet().stream()
                    .collect(Collectors.toMap(one -> recipient(one.getKey()), one -> Kroner.of(one.getValue()))));
        }
        return perInhabitant == null ? new Limit.None() : new Limit.PerInhabitant(Decimal.of(perInhabitant));
    }

    private List<RunInputs.Application> applications(String call) {
        return inputs.applications().stream()
                .filter(application -> application.call().equals(call))
                .toList();
    }

    private Model byApplication(RunParameters.Application model) {
        var applications = applications(model.call());
        return new ByApplication(
                rule(model.rule(), model.tieRule(), applications),
                applications.stream().map(RunModels::application).toList(),
                inputs.parameters().unit());
    }

    private Model perPosition(RunParameters.Positions model) {
        var applications = applications(model.call());
        return new PerPosition(
                Kroner.of(model.rate()),
                model.stepDown().stream().map(Decimal::of).toList(),
                rule(model.rule(), model.tieRule(), applications),
                applications.stream().map(RunModels::positions).toList(),
                inputs.parameters().unit());
    }

    /** Ranked by the assessment's rank where every application has one, else by its score. */
    private static ByApplication.Rule rule(String rule, String tieRule, List<RunInputs.Application> applications) {
        return switch (rule) {
            case "proportional" -> new ByApplication.Rule.Proportional();
            case "score-weighted" -> new ByApplication.Rule.ScoreWeighted();
            default ->
                new ByApplication.Rule.Ranked(
                        applications.stream().allMatch(application -> application.rank() != null)
                                ? ByApplication.Order.RANK
                                : ByApplication.Order.SCORE,
                        switch (tieRule) {
                            case "earliest" -> ByApplication.TieRule.EARLIEST;
                            case "larger" -> ByApplication.TieRule.LARGER;
                            default -> ByApplication.TieRule.NONE;
                        });
        };
    }

    private static ByApplication.Application application(RunInputs.Application application) {
        return new ByApplication.Application(
                recipient(application),
                Kroner.of(application.asked()),
                Kroner.of(application.assessed()),
                Optional.ofNullable(application.rank()),
                Optional.ofNullable(application.score()).map(Decimal::of),
                Kroner.of(application.smallestUseful()),
                Optional.of(Instant.parse(application.submittedAt())));
    }

    private static PerPosition.PositionApplication positions(RunInputs.Application application) {
        var positions = new ArrayList<PerPosition.Position>();
        if (application.positions() != null) {
            application.positions().forEach(line -> split(line, positions));
        }
        return new PerPosition.PositionApplication(
                recipient(application),
                positions,
                Kroner.of(application.asked()),
                Optional.ofNullable(application.rank()),
                Optional.ofNullable(application.score()).map(Decimal::of),
                Kroner.of(application.smallestUseful()),
                Optional.of(Instant.parse(application.submittedAt())));
    }

    private static void split(RunInputs.Position line, List<PerPosition.Position> positions) {
        for (var left = line.percent(); left > 0; left -= 100) {
            positions.add(new PerPosition.Position(Decimal.of(Math.min(left, 100)), line.year()));
        }
    }

    private Model activityBased(RunParameters.Activity model) {
        var approved = inputs.approved() == null ? Set.<String>of() : Set.copyOf(inputs.approved());
        return new ActivityBased(
                Decimal.of(model.unitPrice()),
                Decimal.of(model.ownShare()),
                model.activities().stream()
                        .map(one -> new ActivityBased.Activity(
                                recipient(one.number()), Decimal.of(one.units()), approved.contains(one.number())))
                        .toList(),
                inputs.parameters().unit());
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

    private static Recipient recipient(RunInputs.Application application) {
        return new Recipient(new MunicipalityNumber(application.number()), application.reference());
    }

    private static Recipient recipient(String number) {
        return Recipient.of(new MunicipalityNumber(number));
    }
}
