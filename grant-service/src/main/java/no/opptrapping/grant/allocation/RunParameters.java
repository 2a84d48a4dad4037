package no.opptrapping.grant.allocation;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import no.opptrapping.grant.calls.CallId;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asked a run to do, in the plain types of JSON, because it is stored and hashed as it is. Exact numbers
 * are decimal strings, amounts whole kroner.
 *
 * @param scheme the scheme's identity
 * @param structureDate the date, ISO, whose municipalities the run is about
 * @param unit kroner that amounts are rounded to: 1, 100 or 1000
 * @param populationYear the inhabitants are those on 1 January of this year
 */
public record RunParameters(
        String scheme, int year, String structureDate, int unit, int populationYear, List<Pot> pots) {
    public RunParameters {
        pots = List.copyOf(pots);
    }

    /** What the pots sum to; empty when one of them takes what is left of the appropriation. */
    OptionalLong sumOfPots() {
        var sum = 0L;
        for (var pot : pots) {
            if (pot.amount() == null) {
                return OptionalLong.empty();
            }
            sum = Math.addExact(sum, pot.amount());
        }
        return OptionalLong.of(sum);
    }

    /** The same parameters with these pots. */
    RunParameters with(List<Pot> others) {
        return new RunParameters(scheme, year, structureDate, unit, populationYear, others);
    }

    /** Whether this divides the same in the same way, whatever the pots are called. */
    boolean dividesAs(RunParameters other) {
        return withoutNames().equals(other.withoutNames());
    }

    private RunParameters withoutNames() {
        return with(pots.stream()
                .map(pot -> new Pot("", pot.amount(), pot.exclusive(), pot.eligible(), pot.model()))
                .toList());
    }

    /**
     * A part of the budget.
     *
     * @param amount null for what is left of the pots before it
     * @param eligible null for every municipality of the structure
     */
    public record Pot(
            String name,
            @Nullable Long amount,
            boolean exclusive,
            @Nullable Eligible eligible,
            Model model) {
        Pot with(Model other) {
            return new Pot(name, amount, exclusive, eligible, other);
        }
    }

    /** Who a pot is for: municipalities by number, the classes of a grouping, or those that applied to a call. */
    public record Eligible(
            @Nullable List<String> municipalities,
            @Nullable String grouping,
            @Nullable List<String> classes,
            @Nullable String call) {}

    /**
     * Imported need indices by municipality number.
     *
     * @param whenMissing refuse, exclude or own-key: what is done with municipalities that the import lacks
     * @param tolerance how far from 1 the indices' mean, weighted by population, may be; null for any
     */
    public record Indices(
            Map<String, String> values,
            String whenMissing,
            @Nullable String tolerance) {
        public Indices {
            values = Map.copyOf(values);
        }
    }

    /** A criterion; {@code year} is that of the indicator's figures. */
    public record Weight(String indicator, int year, String weight) {
        /** The figures' name in a run: code and year. */
        public String figures() {
            return indicator + "/" + year;
        }
    }

    /** How a pot is divided. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Objective.class, name = "objective"),
        @JsonSubTypes.Type(value = Application.class, name = "application"),
        @JsonSubTypes.Type(value = Positions.class, name = "position"),
        @JsonSubTypes.Type(value = Activity.class, name = "activity"),
        @JsonSubTypes.Type(value = Framework.class, name = "framework"),
        @JsonSubTypes.Type(value = Incorporation.class, name = "incorporation")
    })
    public sealed interface Model {
        /** The call whose applications it divides among, and which adopting the run decides; empty for no call. */
        Optional<CallId> dividedCall();

        /** The criteria; none where the key is a registered one that is not read yet, or nothing goes by criteria. */
        default List<Weight> weights() {
            return List.of();
        }

        /** The registered cost key that the criteria are read from, if it is one. */
        default @Nullable CostKey costKey() {
            return null;
        }

        /** The imported need indices, if it goes by such. */
        default @Nullable Indices indices() {
            return null;
        }

        /** The same with the criteria of its registered cost key. */
        default Model withWeights(List<Weight> read) {
            throw new IllegalStateException("No division by criteria: " + this);
        }
    }

    /** A cost key of the register by its code; {@code year} is that of the figures. */
    public record CostKey(String code, int year) {}

    /** By objective criteria, within floors and caps: the same for all, by municipality number, or per inhabitant. */
    public record Objective(
            List<Weight> weights,
            @Nullable CostKey costKey,
            boolean normalise,
            @Nullable Indices indices,
            @Nullable Long floorPerMunicipality,
            @Nullable Long capPerMunicipality,
            @Nullable Map<String, Long> floors,
            @Nullable Map<String, Long> caps,
            @Nullable String floorPerInhabitant,
            @Nullable String capPerInhabitant)
            implements Model {
        public Objective {
            weights = List.copyOf(weights);
        }

        @Override
        public Optional<CallId> dividedCall() {
            return Optional.empty();
        }

        @Override
        public Model withWeights(List<Weight> read) {
            return new Objective(
                    read,
                    costKey,
                    normalise,
                    indices,
                    floorPerMunicipality,
                    capPerMunicipality,
                    floors,
                    caps,
                    floorPerInhabitant,
                    capPerInhabitant);
        }
    }

    /**
     * Among the applications to a call, whose rule and tie rule were announced with it; here by the codes that calls use.
     * Where somebody asks without them they are null; in a run's inputs they are there.
     */
    public sealed interface OfCall extends Model {
        String call();

        @Nullable
        String rule();

        @Nullable
        String tieRule();

        /** The same by these rules. */
        OfCall by(String rule, String tieRule);

        @Override
        default Optional<CallId> dividedCall() {
            return Optional.of(new CallId(UUID.fromString(call())));
        }
    }

    /** By application. */
    public record Application(
            String call, @Nullable String rule, @Nullable String tieRule) implements OfCall {
        @Override
        public Application by(String other, String otherTie) {
            return new Application(call, other, otherTie);
        }
    }

    /**
     * Per position of the applications to a call.
     *
     * @param rate kroner for a full-time position in a year whose step-down factor is 1
     * @param stepDown the factor of each year in the project, the first year first
     * @param rule ranked or proportional, within each class of positions
     */
    public record Positions(
            String call,
            long rate,
            List<String> stepDown,
            @Nullable String rule,
            @Nullable String tieRule) implements OfCall {
        public Positions {
            stepDown = List.copyOf(stepDown);
        }

        @Override
        public Positions by(String other, String otherTie) {
            return new Positions(call, rate, stepDown, other, otherTie);
        }
    }

    /**
     * By activity; units count when the municipality's report of {@code reportYear} is approved.
     *
     * @param unitPrice kroner per unit
     * @param ownShare from 0 to 1
     */
    public record Activity(String unitPrice, String ownShare, int reportYear, List<Units> activities) implements Model {
        public Activity {
            activities = List.copyOf(activities);
        }

        @Override
        public Optional<CallId> dividedCall() {
            return Optional.empty();
        }
    }

    /** What one municipality did. */
    public record Units(String number, String units) {}

    /** The framework grant by a cost key. */
    public record Framework(
            List<Weight> weights,
            @Nullable CostKey costKey,
            boolean normalise,
            @Nullable Indices indices) implements Model {
        public Framework {
            weights = List.copyOf(weights);
        }

        @Override
        public Optional<CallId> dividedCall() {
            return Optional.empty();
        }

        @Override
        public Model withWeights(List<Weight> read) {
            return new Framework(read, costKey, normalise, indices);
        }
    }

    /** The step from an earmarked scheme's awards of a year to the framework grant; the easing is one or none. */
    public record Incorporation(
            String fromScheme,
            int fromYear,
            List<Weight> weights,
            @Nullable CostKey costKey,
            boolean normalise,
            @Nullable Indices indices,
            @Nullable Guarantee guarantee,
            @Nullable PhaseIn phaseIn)
            implements Model {
        public Incorporation {
            weights = List.copyOf(weights);
        }

        @Override
        public Optional<CallId> dividedCall() {
            return Optional.empty();
        }

        @Override
        public Model withWeights(List<Weight> read) {
            return new Incorporation(fromScheme, fromYear, read, costKey, normalise, indices, guarantee, phaseIn);
        }
    }

    /** An income guarantee: {@code variant} is state or strict, the threshold kroner per inhabitant. */
    public record Guarantee(String variant, String threshold) {}

    /** The {@code year}th of {@code years} equal steps. */
    public record PhaseIn(int years, int year) {}
}
