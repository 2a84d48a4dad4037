package no.opptrapping.grant.allocation.rest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import no.opptrapping.grant.allocation.engine.Decimal;
import no.opptrapping.grant.allocation.inputs.CallModel;
import no.opptrapping.grant.allocation.inputs.PotModel;
import no.opptrapping.grant.allocation.inputs.WhenMissing;
import no.opptrapping.grant.allocation.inputs.WholeFramework;
import no.opptrapping.grant.calls.CallId;
import no.opptrapping.grant.calls.DivisionRule;
import no.opptrapping.platform.body.UsedMembers;
import no.opptrapping.platform.problems.BrokenRule;
import org.jspecify.annotations.Nullable;

/** Reads how a pot is divided. What the kind needs must be there, and what it does not use must not. */
final class ModelReading {
    private static final CallId NO_CALL = new CallId(new UUID(0, 0));

    private final RunRequest.Model model;
    private final int year;
    private final int populationYear;
    private final List<BrokenRule> broken = new ArrayList<>();

    ModelReading(RunRequest.Model model, int year, int populationYear) {
        this.model = model;
        this.year = year;
        this.populationYear = populationYear;
    }

    /** What is wrong with it, whatever year it is for; empty when the parameters can be used. */
    static List<BrokenRule> broken(RunRequest.Model model) {
        var reading = new ModelReading(model, 0, 0);
        var _ = reading.read();
        return reading.broken;
    }

    /** The parameters; of use only when nothing is broken. */
    PotModel read() {
        members();
        return switch (model.kind()) {
            case APPLICATION -> application();
            case POSITION -> positions();
            case ACTIVITY -> activity();
            case CEILING ->
                new CallModel.Ceiling(
                        call(),
                        DivisionRule.WITHIN_CEILING,
                        null,
                        weights(),
                        costKey(),
                        normalise(),
                        indices(),
                        model.round());
            case FRAMEWORK -> new PotModel.Framework(weights(), costKey(), normalise(), indices(), whole());
            case INCORPORATION -> incorporation();
            case OBJECTIVE -> objective();
        };
    }

    private PotModel objective() {
        oneLimit("/floorPerInhabitant", model.floorPerMunicipality(), model.floors(), model.floorPerInhabitant());
        oneLimit("/capPerInhabitant", model.capPerMunicipality(), model.caps(), model.capPerInhabitant());
        return new PotModel.Objective(
                weights(),
                costKey(),
                normalise(),
                indices(),
                model.floorPerMunicipality(),
                model.capPerMunicipality(),
                model.floors(),
                model.caps(),
                decimal(model.floorPerInhabitant(), "/floorPerInhabitant"),
                decimal(model.capPerInhabitant(), "/capPerInhabitant"));
    }

    private void oneLimit(String pointer, @Nullable Object... ways) {
        var given = 0;
        for (var way : ways) {
            given += way == null ? 0 : 1;
        }
        if (given > 1) {
            refuse("one-kind-of-limit", pointer);
        }
    }

    private PotModel application() {
        notWithinCeiling();
        return new CallModel.Application(call(), model.rule(), model.tieRule(), model.round());
    }

    /** The call; one that does not exist where none was given, which is refused. */
    private String call() {
        return Objects.requireNonNullElse(model.callId(), NO_CALL).toString();
    }

    /** Requests within ceilings are a kind of their own. */
    private void notWithinCeiling() {
        if (model.rule() == DivisionRule.WITHIN_CEILING) {
            refuse("not-for-this-kind", "/rule");
        }
    }

    private PotModel positions() {
        notWithinCeiling();
        if (model.rule() == DivisionRule.SCORE_WEIGHTED) {
            refuse("not-for-this-kind", "/rule");
        }
        var factors = model.stepDown() == null ? List.<String>of() : model.stepDown();
        return new CallModel.Positions(
                call(),
                Objects.requireNonNullElse(model.rate(), 0L),
                IntStream.range(0, factors.size())
                        .mapToObj(i -> Objects.toString(decimal(factors.get(i), "/stepDown/" + i)))
                        .toList(),
                model.rule(),
                model.tieRule(),
                model.round());
    }

    private PotModel activity() {
        var activities = model.activities() == null ? List.<RunRequest.Units>of() : model.activities();
        return new PotModel.Activity(
                Objects.toString(decimal(model.unitPrice(), "/unitPrice")),
                Objects.requireNonNullElse(decimal(model.ownShare(), "/ownShare"), "0"),
                Objects.requireNonNullElse(model.reportYear(), year - 1),
                IntStream.range(0, activities.size())
                        .mapToObj(i -> new PotModel.Units(
                                activities.get(i).number(),
                                Objects.toString(decimal(activities.get(i).units(), "/activities/" + i + "/units"))))
                        .toList());
    }

    private PotModel incorporation() {
        if (model.guarantee() != null && model.phaseIn() != null) {
            refuse("guarantee-or-phase-in", "/phaseIn");
        }
        var guarantee = model.guarantee();
        var phaseIn = model.phaseIn();
        return new PotModel.Incorporation(
                Objects.toString(model.fromSchemeId()),
                Objects.requireNonNullElse(model.fromYear(), year - 1),
                weights(),
                costKey(),
                normalise(),
                indices(),
                guarantee == null
                        ? null
                        : new PotModel.Guarantee(
                                guarantee.variant(),
                                Objects.toString(decimal(guarantee.threshold(), "/guarantee/threshold"))),
                phaseIn == null ? null : new PotModel.PhaseIn(phaseIn.years(), phaseIn.year()));
    }

    private @Nullable WholeFramework whole() {
        var whole = model.whole();
        return whole == null ? null : whole.read((text, at) -> decimal(text, "/whole" + at));
    }

    private List<PotModel.Weight> weights() {
        var weights = model.weights() == null ? List.<RunRequest.Weight>of() : model.weights();
        if (!weights.isEmpty() && model.costKey() != null) {
            refuse("weights-or-cost-key", "/costKey");
        }
        var indices = model.indices();
        var needed = indices == null || indices.whenMissing() == WhenMissing.OWN_KEY;
        if (needed && weights.isEmpty() && model.costKey() == null) {
            refuse("at-least-one-criterion", "/weights");
        }
        if (!needed && !weights.isEmpty()) {
            refuse("not-for-this-kind", "/weights");
        }
        if (!needed && model.costKey() != null) {
            refuse("not-for-this-kind", "/costKey");
        }
        return IntStream.range(0, weights.size())
                .mapToObj(k -> new PotModel.Weight(
                        weights.get(k).indicator(),
                        Objects.requireNonNullElse(weights.get(k).year(), populationYear),
                        Objects.toString(decimal(weights.get(k).weight(), "/weights/" + k + "/weight"))))
                .toList();
    }

    private PotModel.@Nullable CostKey costKey() {
        var key = model.costKey();
        return key == null
                ? null
                : new PotModel.CostKey(key.code(), Objects.requireNonNullElse(key.year(), populationYear));
    }

    private PotModel.@Nullable Indices indices() {
        var indices = model.indices();
        if (indices == null) {
            return null;
        }
        var values = new HashMap<String, String>();
        indices.values()
                .forEach((number, index) ->
                        values.put(number, Objects.toString(decimal(index, "/indices/values/" + number))));
        return new PotModel.Indices(values, indices.whenMissing(), decimal(indices.tolerance(), "/indices/tolerance"));
    }

    private boolean normalise() {
        return Boolean.TRUE.equals(model.normalise());
    }

    /** Refuses every member that is given and not used, and asks for those that the kind cannot do without. */
    private void members() {
        var kind = model.kind().name().toLowerCase(Locale.ROOT);
        UsedMembers.superfluous(model, kind).forEach(name -> refuse("not-for-this-kind", "/" + name));
        UsedMembers.missing(model, kind).forEach(name -> refuse("needed-for-this-kind", "/" + name));
    }

    /** The number as it will be hashed: without superfluous zeros; null for none and for what is no number. */
    private @Nullable String decimal(@Nullable String text, String pointer) {
        if (text == null) {
            return null;
        }
        var number = Decimal.parse(text);
        if (number.isEmpty()) {
            refuse("decimal-number", pointer, "value", text);
        }
        return number.map(Decimal::toString).orElse(null);
    }

    private void refuse(String rule, String pointer, Object... arguments) {
        broken.add(BrokenRule.of("allocation." + rule, pointer, arguments));
    }
}
