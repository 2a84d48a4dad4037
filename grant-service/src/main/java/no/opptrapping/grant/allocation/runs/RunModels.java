package no.opptrapping.grant.allocation.runs;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.opptrapping.grant.allocation.engine.ActivityBased;
import no.opptrapping.grant.allocation.engine.ByApplication;
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
import no.opptrapping.grant.allocation.engine.QuickFramework;
import no.opptrapping.grant.allocation.engine.Recipient;
import no.opptrapping.grant.allocation.engine.Row;
import no.opptrapping.grant.allocation.engine.WithinCeiling;
import no.opptrapping.grant.allocation.inputs.CallModel;
import no.opptrapping.grant.allocation.inputs.PotModel;
import no.opptrapping.grant.allocation.inputs.RunInputs;
import no.opptrapping.grant.calls.DivisionRule;
import no.opptrapping.grant.calls.TieRule;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityNumber;
import org.jspecify.annotations.Nullable;

/** The engine's models of a run's pots, with the rows that each divides over. */
final class RunModels {
    private final RunInputs inputs;
    private final RunRows rows;
    private final boolean quick;

    RunModels(RunInputs inputs) {
        this(inputs, new RunRows(inputs), false);
    }

    private RunModels(RunInputs inputs, RunRows rows, boolean quick) {
        this.inputs = inputs;
        this.rows = rows;
        this.quick = quick;
    }

    /** Models for amounts without explanations, of rows that have been read. */
    static RunModels quick(RunInputs inputs, RunRows rows) {
        return new RunModels(inputs, rows, true);
    }

    /** The models of other parameters over the same rows, for amounts without explanations. */
    RunModels with(RunInputs others) {
        return new RunModels(others, rows, true);
    }

    /** The same models over other inputs, of which only one municipality's row is not what it was. */
    RunModels assuming(RunInputs others, RunInputs.Municipality changed) {
        return new RunModels(others, rows.with(changed), false);
    }

    Model of(int pot) {
        var unit = inputs.parameters().unit();
        var eligible = eligible(pot);
        return switch (inputs.parameters().pots().get(pot).model()) {
            case PotModel.Objective objective ->
                quick(
                        pot,
                        new ObjectiveCriteria(
                                key(pot, objective, objective.normalise()),
                                eligible,
                                limit(
                                        objective.floorPerMunicipality(),
                                        objective.floors(),
                                        objective.floorPerInhabitant()),
                                limit(objective.capPerMunicipality(), objective.caps(), objective.capPerInhabitant()),
                                unit));
            case CallModel.Application application -> byApplication(application);
            case CallModel.Positions positions -> perPosition(positions);
            case CallModel.Ceiling ceiling ->
                new WithinCeiling(
                        key(pot, ceiling, ceiling.normalise()), eligible, requests(ceiling), unit, told(ceiling));
            case PotModel.Activity activity -> activityBased(activity);
            case PotModel.Framework framework ->
                quick(
                        pot,
                        new FrameworkGrant(
                                key(pot, framework, framework.normalise()),
                                eligible,
                                unit,
                                Optional.ofNullable(framework.whole()).flatMap(WholeGrants::guarantee),
                                Optional.ofNullable(framework.whole()).map(WholeGrants::of)));
            case PotModel.Incorporation incorporation ->
                quick(
                        pot,
                        new FrameworkGrant(
                                key(pot, incorporation, incorporation.normalise()),
                                eligible,
                                unit,
                                Optional.of(step(incorporation))));
        };
    }

    private Model quick(int pot, ObjectiveCriteria model) {
        return !quick
                ? model
                : rows.table(pot, model.key(), model.rows())
                        .<Model>map(table -> new QuickCriteria(model, table))
                        .orElse(model);
    }

    private Model quick(int pot, FrameworkGrant model) {
        return !quick
                ? model
                : new QuickFramework(
                        model, rows.table(pot, model.key(), model.rows()).orElse(null));
    }

    private List<Row> eligible(int pot) {
        var numbers = inputs.eligible() == null ? null : inputs.eligible().get(Integer.toString(pot));
        if (numbers == null) {
            return rows.all();
        }
        var some = new HashSet<>(numbers);
        return rows.all().stream()
                .filter(row -> some.contains(row.recipient().number().value()))
                .toList();
    }

    private Key key(int pot, PotModel model, boolean normalise) {
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
                rows.indices(pot, imported.values()),
                switch (imported.whenMissing()) {
                    case EXCLUDE -> new Key.WhenMissing.Exclude();
                    case OWN_KEY -> new Key.WhenMissing.UseOwnKey(own);
                    case REFUSE -> new Key.WhenMissing.Refuse();
                },
                Optional.ofNullable(imported.tolerance()).map(Decimal::of));
    }

    private static Limit limit(@Nullable Long same, @Nullable Map<String, Long> each, @Nullable String perInhabitant) {
        if (same != null) {
            return new Limit.SameForAll(Kroner.of(same));
        }
        if (each != null) {
            return new Limit.PerMunicipality(each.entrySet().stream()
                    .collect(Collectors.toMap(
                            one -> RunRows.recipient(one.getKey()), one -> Kroner.of(one.getValue()))));
        }
        return perInhabitant == null ? new Limit.None() : new Limit.PerInhabitant(Decimal.of(perInhabitant));
    }

    private List<RunInputs.Application> applications(String call) {
        return inputs.applications().stream()
                .filter(application -> application.call().equals(call))
                .toList();
    }

    private Model byApplication(CallModel.Application model) {
        var applications = applications(model.call());
        return new ByApplication(
                rule(model, applications),
                applications.stream().map(RunModels::application).toList(),
                inputs.parameters().unit());
    }

    private static Optional<Map<Recipient, Kroner>> told(CallModel.Ceiling model) {
        return Optional.ofNullable(model.told())
                .map(told -> told.entrySet().stream()
                        .collect(Collectors.toMap(
                                one -> RunRows.recipient(one.getKey()), one -> Kroner.of(one.getValue()))));
    }

    /** Each application with the municipalities that have a part of it, whose ceilings are then one. */
    private List<WithinCeiling.Request> requests(CallModel.Ceiling model) {
        var numbers = inputs.municipalities().stream()
                .collect(Collectors.toMap(RunInputs.Municipality::id, RunInputs.Municipality::number));
        return applications(model.call()).stream()
                .map(application -> new WithinCeiling.Request(
                        recipient(application),
                        Kroner.of(application.assessed()),
                        Stream.concat(
                                        Stream.of(application.number()),
                                        application.participants().stream()
                                                .filter(participant -> participant.share() > 0)
                                                .map(participant -> numbers.getOrDefault(
                                                        participant.municipality(), participant.number())))
                                .map(RunRows::recipient)
                                .collect(Collectors.toSet())))
                .toList();
    }

    private Model perPosition(CallModel.Positions model) {
        var applications = applications(model.call());
        var rule = rule(model, applications);
        return new PerPosition(
                Kroner.of(model.rate()),
                model.stepDown().stream().map(Decimal::of).toList(),
                rule,
                applications.stream()
                        .map(RunModels::positions)
                        .map(application -> inputs.ofFirstEngine() ? asByFirstEngine(application, rule) : application)
                        .toList(),
                inputs.parameters().unit());
    }

    /**
     * Ranked by the assessment's rank where every application has one, else by its score. Without a rule there is no
     * call that it would be read from, and so nobody to divide among.
     */
    private static ByApplication.Rule rule(CallModel model, List<RunInputs.Application> applications) {
        return switch (Objects.requireNonNullElse(model.rule(), DivisionRule.RANKED)) {
            // Within ceilings: refused for these models before anything is stored.
            case PROPORTIONAL, WITHIN_CEILING -> new ByApplication.Rule.Proportional();
            case SCORE_WEIGHTED -> new ByApplication.Rule.ScoreWeighted();
            case RANKED ->
                new ByApplication.Rule.Ranked(
                        applications.stream().allMatch(application -> application.rank() != null)
                                ? ByApplication.Order.RANK
                                : ByApplication.Order.SCORE,
                        switch (Objects.requireNonNullElse(model.tieRule(), TieRule.NONE)) {
                            case EARLIEST -> ByApplication.TieRule.EARLIEST;
                            case LARGER -> ByApplication.TieRule.LARGER;
                            case NONE -> ByApplication.TieRule.NONE;
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
        return new PerPosition.PositionApplication(
                recipient(application),
                application.each().stream()
                        .map(one -> new PerPosition.Position(Decimal.of(one.percent()), one.year()))
                        .toList(),
                Kroner.of(application.asked()),
                Kroner.of(application.assessed()),
                Optional.ofNullable(application.rank()),
                Optional.ofNullable(application.score()).map(Decimal::of),
                Kroner.of(application.smallestUseful()),
                Optional.of(Instant.parse(application.submittedAt())));
    }

    /** The first engine knew no limit by what was assessed, and no smallest useful amount where nothing was ranked. */
    private static PerPosition.PositionApplication asByFirstEngine(
            PerPosition.PositionApplication application, ByApplication.Rule rule) {
        return new PerPosition.PositionApplication(
                application.recipient(),
                application.positions(),
                application.asked(),
                application.asked(),
                application.rank(),
                application.score(),
                rule instanceof ByApplication.Rule.Ranked ? application.smallestUseful() : Kroner.ZERO,
                application.submittedAt());
    }

    private Model activityBased(PotModel.Activity model) {
        var approved = inputs.approved() == null ? Set.<String>of() : Set.copyOf(inputs.approved());
        return new ActivityBased(
                Decimal.of(model.unitPrice()),
                Decimal.of(model.ownShare()),
                model.activities().stream()
                        .map(one -> new ActivityBased.Activity(
                                RunRows.recipient(one.number()),
                                Decimal.of(one.units()),
                                approved.contains(one.number())))
                        .toList(),
                inputs.parameters().unit());
    }

    private Incorporation step(PotModel.Incorporation model) {
        return new Incorporation(rows.before(model.fromScheme(), model.fromYear()), method(model));
    }

    private static Incorporation.Method method(PotModel.Incorporation model) {
        if (model.phaseIn() != null) {
            return new Incorporation.Method.PhaseIn(
                    model.phaseIn().years(), model.phaseIn().year());
        }
        if (model.guarantee() == null) {
            return new Incorporation.Method.AtOnce();
        }
        var threshold = Decimal.of(model.guarantee().threshold());
        return switch (model.guarantee().variant()) {
            case STATE -> new Incorporation.Method.StateGuarantee(threshold);
            case STRICT -> new Incorporation.Method.StrictGuarantee(threshold);
        };
    }

    private static Recipient recipient(RunInputs.Application application) {
        return new Recipient(new MunicipalityNumber(application.number()), application.reference());
    }
}
