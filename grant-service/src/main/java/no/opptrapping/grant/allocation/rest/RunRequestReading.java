package no.opptrapping.grant.allocation.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.opptrapping.grant.allocation.inputs.RunParameters;
import no.opptrapping.platform.problems.BrokenRule;
import org.jspecify.annotations.Nullable;

/** Reads a request whose form is valid into a run's parameters, and collects what the form could not say. */
final class RunRequestReading {
    private final RunRequest request;
    private final int populationYear;
    private final List<BrokenRule> broken = new ArrayList<>();
    private final RunParameters parameters;

    RunRequestReading(RunRequest request) {
        this.request = request;
        this.populationYear = Objects.requireNonNullElse(request.populationYear(), request.year() - 1);
        this.parameters = new RunParameters(
                request.schemeId().toString(),
                request.year(),
                request.structureDate().toString(),
                request.unit(),
                populationYear,
                IntStream.range(0, request.pots().size()).mapToObj(this::pot).toList());
    }

    /** What is wrong; empty when the parameters can be used. */
    List<BrokenRule> broken() {
        return broken;
    }

    RunParameters parameters() {
        return parameters;
    }

    private RunParameters.Pot pot(int index) {
        var pot = request.pots().get(index);
        var at = "/pots/" + index;
        var rest = Boolean.TRUE.equals(pot.budget().rest());
        if (rest == (pot.budget().amount() != null)) {
            broken.add(BrokenRule.of("allocation.amount-or-rest", at + "/budget"));
        }
        return new RunParameters.Pot(
                pot.name(),
                pot.budget().amount(),
                Boolean.TRUE.equals(pot.exclusive()),
                eligible(pot, at),
                new ModelReading(pot.model(), at + "/model", request.year(), populationYear, broken).read());
    }

    private RunParameters.@Nullable Eligible eligible(RunRequest.Pot pot, String at) {
        var eligible = pot.eligible();
        if (eligible == null) {
            return null;
        }
        if (!List.of("objective", "framework").contains(pot.model().kind())) {
            broken.add(BrokenRule.of("allocation.not-for-this-kind", at + "/eligible"));
        }
        var ways = Stream.of(eligible.municipalities(), eligible.grouping(), eligible.appliedTo())
                .filter(Objects::nonNull)
                .count();
        if (ways != 1) {
            broken.add(BrokenRule.of("allocation.one-way-to-be-eligible", at + "/eligible"));
            return null;
        }
        var grouping = eligible.grouping();
        return new RunParameters.Eligible(
                eligible.municipalities(),
                grouping == null ? null : grouping.code(),
                grouping == null ? null : grouping.classes(),
                eligible.appliedTo() == null ? null : eligible.appliedTo().toString());
    }
}
