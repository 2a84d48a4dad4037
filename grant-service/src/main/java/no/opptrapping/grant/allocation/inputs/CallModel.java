package no.opptrapping.grant.allocation.inputs;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.opptrapping.grant.calls.CallId;
import no.opptrapping.grant.calls.DivisionRule;
import no.opptrapping.grant.calls.TieRule;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Among the applications to a call, whose rule and tie rule were announced with it. Where somebody asks without them
 * they are null; in a run's inputs they are there.
 */
public sealed interface CallModel extends PotModel {
    String call();

    @Nullable
    DivisionRule rule();

    @Nullable
    TieRule tieRule();

    /** The number of the call's round whose applications are divided; null of a call without rounds. */
    @Nullable
    Integer round();

    /** The call as the register of calls knows it. */
    default CallId callId() {
        return new CallId(UUID.fromString(call()));
    }

    /** Whether it divides by the positions that were applied for. */
    boolean countsPositions();

    /** Whether it can divide a call that was announced with the rule. */
    default boolean fits(DivisionRule announced) {
        return announced != DivisionRule.WITHIN_CEILING;
    }

    /** The same by these rules. */
    CallModel by(DivisionRule rule, TieRule tieRule);

    @Override
    default Optional<CallModel> byCall() {
        return Optional.of(this);
    }

    @Override
    default boolean dividesFramework() {
        return false;
    }

    /** By application. */
    @Schema(name = "ApplicationModel")
    record Application(
            String call,
            @Nullable DivisionRule rule,
            @Nullable TieRule tieRule,
            @Nullable Integer round) implements CallModel {
        /** Of a call without rounds. */
        public Application(String call, @Nullable DivisionRule rule, @Nullable TieRule tieRule) {
            this(call, rule, tieRule, null);
        }

        @Override
        public boolean countsPositions() {
            return false;
        }

        @Override
        public Application by(DivisionRule other, TieRule otherTie) {
            return new Application(call, other, otherTie, round);
        }
    }

    /**
     * Per position of the applications to a call.
     *
     * @param rate kroner for a full-time position in a year whose step-down factor is 1
     * @param stepDown the factor of each year in the project, the first year first
     * @param rule ranked or proportional, within each class of positions
     */
    @Schema(name = "PositionModel")
    record Positions(
            String call,
            long rate,
            List<String> stepDown,
            @Nullable DivisionRule rule,
            @Nullable TieRule tieRule,
            @Nullable Integer round)
            implements CallModel {
        /** Of a call without rounds. */
        public Positions(
                String call, long rate, List<String> stepDown, @Nullable DivisionRule rule, @Nullable TieRule tieRule) {
            this(call, rate, stepDown, rule, tieRule, null);
        }

        public Positions {
            stepDown = List.copyOf(stepDown);
        }

        @Override
        public boolean countsPositions() {
            return true;
        }

        @Override
        public Positions by(DivisionRule other, TieRule otherTie) {
            return new Positions(call, rate, stepDown, other, otherTie, round);
        }
    }

    /**
     * Requests within ceilings that a key computes; the rule is that of such calls, and nothing is ever tied.
     *
     * @param told the ceilings that municipalities were told of the call, whole kroner by number of the run's
     *     structure; null where they were told none, and in what somebody asks for
     */
    @Schema(name = "CeilingModel")
    record Ceiling(
            String call,
            @Nullable DivisionRule rule,
            @Nullable TieRule tieRule,
            List<Weight> weights,
            @Nullable CostKey costKey,
            boolean normalise,
            @Nullable Indices indices,
            @Nullable Integer round,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Map<String, Long> told)
            implements CallModel {
        public Ceiling {
            weights = List.copyOf(weights);
            told = told == null ? null : Map.copyOf(told);
        }

        /** Within ceilings that nobody was told. */
        public Ceiling(
                String call,
                @Nullable DivisionRule rule,
                @Nullable TieRule tieRule,
                List<Weight> weights,
                @Nullable CostKey costKey,
                boolean normalise,
                @Nullable Indices indices,
                @Nullable Integer round) {
            this(call, rule, tieRule, weights, costKey, normalise, indices, round, null);
        }

        /** The same within these ceilings; null for those that the key computes. */
        public Ceiling withTold(@Nullable Map<String, Long> ceilings) {
            return new Ceiling(call, rule, tieRule, weights, costKey, normalise, indices, round, ceilings);
        }

        @Override
        public boolean countsPositions() {
            return false;
        }

        @Override
        public boolean fits(DivisionRule announced) {
            return announced == DivisionRule.WITHIN_CEILING;
        }

        @Override
        public Ceiling by(DivisionRule other, TieRule otherTie) {
            return new Ceiling(call, other, otherTie, weights, costKey, normalise, indices, round, told);
        }

        @Override
        public Ceiling withIndices(Indices imported) {
            return new Ceiling(call, rule, tieRule, weights, costKey, normalise, imported, round, told);
        }

        @Override
        public Ceiling withWeights(List<Weight> read) {
            return new Ceiling(call, rule, tieRule, read, costKey, normalise, indices, round, told);
        }
    }
}
