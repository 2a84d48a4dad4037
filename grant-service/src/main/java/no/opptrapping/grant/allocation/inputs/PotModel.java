package no.opptrapping.grant.allocation.inputs;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Year;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.opptrapping.grant.calls.CallId;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How a pot is divided, as somebody asked for it: a part of {@link RunParameters}, stored and hashed with them. */
@Schema(name = "Model")
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = PotModel.Objective.class, name = "objective"),
    @JsonSubTypes.Type(value = CallModel.Application.class, name = "application"),
    @JsonSubTypes.Type(value = CallModel.Positions.class, name = "position"),
    @JsonSubTypes.Type(value = CallModel.Ceiling.class, name = "ceiling"),
    @JsonSubTypes.Type(value = PotModel.Activity.class, name = "activity"),
    @JsonSubTypes.Type(value = PotModel.Framework.class, name = "framework"),
    @JsonSubTypes.Type(value = PotModel.Incorporation.class, name = "incorporation")
})
public sealed interface PotModel
        permits CallModel, PotModel.Objective, PotModel.Activity, PotModel.Framework, PotModel.Incorporation {
    /** The same model as one that divides by a call; empty where it does not. */
    Optional<CallModel> byCall();

    /** Whether it divides money of a framework scheme; the others divide earmarked money. */
    boolean dividesFramework();

    /** Whether it divides money that can be awarded: a framework grant without a before is a study. */
    default boolean canBeAdopted() {
        return true;
    }

    /** The call whose applications it divides among, and which adopting the run decides; empty for no call. */
    default Optional<CallId> dividedCall() {
        return byCall().map(CallModel::callId);
    }

    /** The same model as a step from earmarked money to the framework grant; empty where it is none. */
    default Optional<Incorporation> step() {
        return Optional.empty();
    }

    /** The year whose approved reports its units are of, if it goes by such. */
    default Optional<Year> reported() {
        return Optional.empty();
    }

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

    /** What makes a framework grant whole; null where it is one sum or something else. */
    default @Nullable WholeFramework whole() {
        return null;
    }

    /** The same with the criteria of its registered cost key. */
    default PotModel withWeights(List<Weight> read) {
        throw new IllegalStateException("No division by criteria: " + this);
    }

    /** The same with other imported need indices. */
    default PotModel withIndices(Indices imported) {
        throw new IllegalStateException("No division by indices: " + this);
    }

    /** A criterion; {@code year} is that of the indicator's figures. */
    @Schema(name = "CriterionWeight")
    record Weight(String indicator, int year, String weight) {
        /** The figures' name in a run: code and year. */
        public String figures() {
            return indicator + "/" + year;
        }
    }

    /** A cost key of the register by its code; {@code year} is that of the figures. */
    @Schema(name = "CostKeyChoice")
    record CostKey(String code, int year) {}

    /**
     * Imported need indices by municipality number.
     *
     * @param tolerance how far from 1 the indices' mean, weighted by population, may be; null for any
     */
    @Schema(name = "NeedIndices")
    record Indices(
            Map<String, String> values,
            WhenMissing whenMissing,
            @Nullable String tolerance) {
        public Indices {
            values = Map.copyOf(values);
        }
    }

    /** By objective criteria, within floors and caps: the same for all, by municipality number, or per inhabitant. */
    @Schema(name = "ObjectiveModel")
    record Objective(
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
            implements PotModel {
        public Objective {
            weights = List.copyOf(weights);
        }

        @Override
        public Optional<CallModel> byCall() {
            return Optional.empty();
        }

        @Override
        public boolean dividesFramework() {
            return false;
        }

        @Override
        public PotModel withIndices(Indices imported) {
            return new Objective(
                    weights,
                    costKey,
                    normalise,
                    imported,
                    floorPerMunicipality,
                    capPerMunicipality,
                    floors,
                    caps,
                    floorPerInhabitant,
                    capPerInhabitant);
        }

        /** The same with limits by municipality number. */
        public Objective withLimits(@Nullable Map<String, Long> lowest, @Nullable Map<String, Long> highest) {
            return new Objective(
                    weights,
                    costKey,
                    normalise,
                    indices,
                    floorPerMunicipality,
                    capPerMunicipality,
                    lowest,
                    highest,
                    floorPerInhabitant,
                    capPerInhabitant);
        }

        @Override
        public PotModel withWeights(List<Weight> read) {
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
     * By activity; units count when the municipality's report of {@code reportYear} is approved.
     *
     * @param unitPrice kroner per unit
     * @param ownShare from 0 to 1
     */
    @Schema(name = "ActivityModel")
    record Activity(String unitPrice, String ownShare, int reportYear, List<Units> activities) implements PotModel {
        public Activity {
            activities = List.copyOf(activities);
        }

        /** The same with other units. */
        public Activity withActivities(List<Units> others) {
            return new Activity(unitPrice, ownShare, reportYear, others);
        }

        @Override
        public Optional<Year> reported() {
            return Optional.of(Year.of(reportYear));
        }

        @Override
        public Optional<CallModel> byCall() {
            return Optional.empty();
        }

        @Override
        public boolean dividesFramework() {
            return false;
        }
    }

    /** What one municipality did. */
    @Schema(name = "ActivityUnits")
    record Units(String number, String units) {}

    /** The framework grant by a cost key: one sum, or whole as the state computes it. */
    @Schema(name = "FrameworkModel")
    record Framework(
            List<Weight> weights,
            @Nullable CostKey costKey,
            boolean normalise,
            @Nullable Indices indices,
            @Nullable WholeFramework whole)
            implements PotModel {
        public Framework {
            weights = List.copyOf(weights);
        }

        /** One sum. */
        public Framework(
                List<Weight> weights, @Nullable CostKey costKey, boolean normalise, @Nullable Indices indices) {
            this(weights, costKey, normalise, indices, null);
        }

        /** The same, made whole by this. */
        public Framework withWhole(WholeFramework other) {
            return new Framework(weights, costKey, normalise, indices, other);
        }

        @Override
        public Optional<CallModel> byCall() {
            return Optional.empty();
        }

        @Override
        public boolean dividesFramework() {
            return true;
        }

        @Override
        public boolean canBeAdopted() {
            return false;
        }

        @Override
        public PotModel withIndices(Indices imported) {
            return new Framework(weights, costKey, normalise, imported, whole);
        }

        @Override
        public PotModel withWeights(List<Weight> read) {
            return new Framework(read, costKey, normalise, indices, whole);
        }
    }

    /** The step from an earmarked scheme's awards of a year to the framework grant; the easing is one or none. */
    @Schema(name = "IncorporationModel")
    record Incorporation(
            String fromScheme,
            int fromYear,
            List<Weight> weights,
            @Nullable CostKey costKey,
            boolean normalise,
            @Nullable Indices indices,
            @Nullable Guarantee guarantee,
            @Nullable PhaseIn phaseIn)
            implements PotModel {
        public Incorporation {
            weights = List.copyOf(weights);
        }

        @Override
        public Optional<CallModel> byCall() {
            return Optional.empty();
        }

        @Override
        public boolean dividesFramework() {
            return true;
        }

        @Override
        public Optional<Incorporation> step() {
            return Optional.of(this);
        }

        @Override
        public PotModel withIndices(Indices imported) {
            return new Incorporation(fromScheme, fromYear, weights, costKey, normalise, imported, guarantee, phaseIn);
        }

        @Override
        public PotModel withWeights(List<Weight> read) {
            return new Incorporation(fromScheme, fromYear, read, costKey, normalise, indices, guarantee, phaseIn);
        }
    }

    /** An income guarantee (<i>inntektsgarantiordningen</i>); the threshold is kroner per inhabitant. */
    @Schema(name = "IncomeGuarantee")
    record Guarantee(GuaranteeVariant variant, String threshold) {}

    /** The {@code year}th of {@code years} equal steps. */
    @Schema(name = "PhaseIn")
    record PhaseIn(int years, int year) {}
}
