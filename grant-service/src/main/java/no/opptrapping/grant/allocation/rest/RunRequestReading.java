package no.opptrapping.grant.allocation.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import no.opptrapping.grant.allocation.RunParameters;
import no.opptrapping.grant.allocation.engine.Decimal;
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
            refuse("amount-or-rest", at + "/budget");
        }
        return new RunParameters.Pot(
                pot.name(),
                pot.budget().amount(),
                Boolean.TRUE.equals(pot.exclusive()),
                model(pot.model(), at + "/model"));
    }

    private RunParameters.Model model(RunRequest.Model model, String at) {
        return switch (model.kind()) {
            case "application" -> application(model, at);
            case "framework" -> new RunParameters.Framework(weights(model, at), normalise(model));
            case "incorporation" -> incorporation(model, at);
            default -> objective(model, at);
        };
    }

    private RunParameters.Model objective(RunRequest.Model model, String at) {
        if (model.floorPerMunicipality() != null && model.floorPerInhabitant() != null) {
            refuse("one-kind-of-limit", at + "/floorPerInhabitant");
        }
        if (model.capPerMunicipality() != null && model.capPerInhabitant() != null) {
            refuse("one-kind-of-limit", at + "/capPerInhabitant");
        }
        return new RunParameters.Objective(
                weights(model, at),
                normalise(model),
                model.floorPerMunicipality(),
                model.capPerMunicipality(),
                decimal(model.floorPerInhabitant(), at + "/floorPerInhabitant"),
                decimal(model.capPerInhabitant(), at + "/capPerInhabitant"));
    }

    private RunParameters.Model application(RunRequest.Model model, String at) {
        required(model.callId(), at + "/callId");
        required(model.rule(), at + "/rule");
        return new RunParameters.Application(
                Objects.toString(model.callId()),
                Objects.toString(model.rule()),
                Objects.requireNonNullElse(model.tieRule(), "none"));
    }

    private RunParameters.Model incorporation(RunRequest.Model model, String at) {
        required(model.fromSchemeId(), at + "/fromSchemeId");
        required(model.fromYear(), at + "/fromYear");
        if (model.guarantee() != null && model.phaseIn() != null) {
            refuse("guarantee-or-phase-in", at + "/phaseIn");
        }
        var guarantee = model.guarantee();
        var phaseIn = model.phaseIn();
        return new RunParameters.Incorporation(
                Objects.toString(model.fromSchemeId()),
                Objects.requireNonNullElse(model.fromYear(), request.year() - 1),
                weights(model, at),
                normalise(model),
                guarantee == null
                        ? null
                        : new RunParameters.Guarantee(
                                guarantee.variant(),
                                Objects.toString(decimal(guarantee.threshold(), at + "/guarantee/threshold"))),
                phaseIn == null ? null : new RunParameters.PhaseIn(phaseIn.years(), phaseIn.year()));
    }

    private List<RunParameters.Weight> weights(RunRequest.Model model, String at) {
        var weights = model.weights();
        if (weights == null || weights.isEmpty()) {
            refuse("at-least-one-criterion", at + "/weights");
            return List.of();
        }
        return IntStream.range(0, weights.size())
                .mapToObj(k -> new RunParameters.Weight(
                        weights.get(k).indicator(),
                        Objects.requireNonNullElse(weights.get(k).year(), populationYear),
                        Objects.toString(decimal(weights.get(k).weight(), at + "/weights/" + k + "/weight"))))
                .toList();
    }

    private static boolean normalise(RunRequest.Model model) {
        return Boolean.TRUE.equals(model.normalise());
    }

    /** The number as it will be hashed: without superfluous zeros; null for none and for what is no number. */
    private @Nullable String decimal(@Nullable String text, String at) {
        if (text == null) {
            return null;
        }
        var number = Decimal.parse(text);
        if (number.isEmpty()) {
            refuse("decimal-number", at, "value", text);
        }
        return number.map(Decimal::toString).orElse(null);
    }

    private void required(@Nullable Object value, String at) {
        if (value == null) {
            refuse("needed-for-this-kind", at);
        }
    }

    private void refuse(String rule, String at, Object... arguments) {
        broken.add(BrokenRule.of("allocation." + rule, at, arguments));
    }
}
