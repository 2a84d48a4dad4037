package no.opptrapping.grant.allocation.runs;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import no.opptrapping.grant.allocation.engine.ActivityBased.ActivityDivision;
import no.opptrapping.grant.allocation.engine.ActivityBased.ActivityLine;
import no.opptrapping.grant.allocation.engine.Amounts;
import no.opptrapping.grant.allocation.engine.ByApplication.ApplicationDivision;
import no.opptrapping.grant.allocation.engine.ByApplication.ApplicationLine;
import no.opptrapping.grant.allocation.engine.Division;
import no.opptrapping.grant.allocation.engine.FrameworkGrant.FrameworkDivision;
import no.opptrapping.grant.allocation.engine.FrameworkGrant.FrameworkLine;
import no.opptrapping.grant.allocation.engine.Incorporation;
import no.opptrapping.grant.allocation.engine.ObjectiveCriteria.ByCriteria;
import no.opptrapping.grant.allocation.engine.ObjectiveCriteria.CriteriaLine;
import no.opptrapping.grant.allocation.engine.PerPosition.PositionDivision;
import no.opptrapping.grant.allocation.engine.PerPosition.PositionLine;
import no.opptrapping.grant.allocation.engine.WithinCeiling.CeilingDivision;
import no.opptrapping.grant.allocation.engine.WithinCeiling.CeilingLine;
import no.opptrapping.grant.allocation.inputs.CallModel;
import no.opptrapping.grant.allocation.inputs.PotModel;
import no.opptrapping.grant.allocation.inputs.RunParameters;
import no.opptrapping.grant.framework.Easing;
import no.opptrapping.platform.values.Ore;

/** One line of one pot, with what was asked for of the pot and the whole of its division, each of the line's own kind. */
public sealed interface PotLine {
    RunParameters.Pot pot();

    Division division();

    Division.Line line();

    /** The line as one of the framework grant; empty where the pot is divided in another way. */
    default Optional<FrameworkLine> framework() {
        return Optional.empty();
    }

    /** The line as one of applications, by their classes of positions; empty where the pot is divided in another way. */
    default List<ApplicationLine> applied() {
        return List.of();
    }

    /** What eased a step from earmarked money to the framework grant, to the øre. */
    static Easing easing(Incorporation.Step step) {
        return new Easing(
                Ore.of(step.compensationInOre()),
                Ore.of(step.deductionInOre()),
                Ore.of(step.phaseInInOre()),
                Ore.of(step.roundingInOre()));
    }

    /** By objective criteria. */
    record OfCriteria(RunParameters.Pot pot, ByCriteria division, CriteriaLine line) implements PotLine {}

    /** By application. */
    record OfApplication(RunParameters.Pot pot, ApplicationDivision division, ApplicationLine line) implements PotLine {
        @Override
        public List<ApplicationLine> applied() {
            return List.of(line);
        }
    }

    /** Per position. */
    record OfPositions(RunParameters.Pot pot, CallModel.Positions model, PositionDivision division, PositionLine line)
            implements PotLine {
        @Override
        public List<ApplicationLine> applied() {
            return Stream.of(line.earlier(), line.newPositions())
                    .flatMap(Optional::stream)
                    .toList();
        }
    }

    /** Requests within ceilings. */
    record OfCeiling(RunParameters.Pot pot, CeilingDivision division, CeilingLine line) implements PotLine {}

    /** By activity. */
    record OfActivity(RunParameters.Pot pot, PotModel.Activity model, ActivityDivision division, ActivityLine line)
            implements PotLine {}

    /** Of the framework grant; {@code model} is there for a step to it. */
    record OfFramework(
            RunParameters.Pot pot,
            Optional<PotModel.Incorporation> model,
            FrameworkDivision division,
            FrameworkLine line)
            implements PotLine {
        @Override
        public Optional<FrameworkLine> framework() {
            return Optional.of(line);
        }

        /** The step's parameters, where the line is of one. */
        public PotModel.Incorporation incorporation() {
            return model.orElseThrow(() -> new IllegalStateException("A step without its parameters: " + pot.name()));
        }
    }

    /** The lines of a pot's division, in the recipients' order. */
    static Stream<PotLine> of(RunParameters.Pot pot, Division division) {
        return switch (division) {
            case ByCriteria of -> of.lines().stream().map(line -> new OfCriteria(pot, of, line));
            case ApplicationDivision of -> of.lines().stream().map(line -> new OfApplication(pot, of, line));
            case PositionDivision of ->
                of.lines().stream().map(line -> new OfPositions(pot, (CallModel.Positions) pot.model(), of, line));
            case CeilingDivision of -> of.lines().stream().map(line -> new OfCeiling(pot, of, line));
            case ActivityDivision of ->
                of.lines().stream().map(line -> new OfActivity(pot, (PotModel.Activity) pot.model(), of, line));
            case FrameworkDivision of ->
                of.lines().stream().map(line -> new OfFramework(pot, pot.model().step(), of, line));
            case Amounts amounts ->
                throw new IllegalArgumentException("Amounts without what they came from: " + pot.name());
        };
    }
}
