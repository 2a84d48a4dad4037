package no.opptrapping.grant.allocation.engine;

import java.util.List;
import java.util.Locale;

/** What must hold for a budget to be divided. Each has a stable code and a text in three languages. */
public enum AllocationRule {
    AMOUNT_IN_RANGE("amount largest"),
    BUDGET_NOT_NEGATIVE("budget"),
    UNIT_IN_USE("unit"),
    SOMEONE_TO_DIVIDE_AMONG(""),
    RECIPIENT_ONLY_ONCE("recipient"),
    AT_LEAST_ONE_CRITERION(""),
    CRITERION_ONLY_ONCE("indicator"),
    WEIGHT_NOT_NEGATIVE("indicator weight"),
    WEIGHTS_SUM_TO_ONE("sum"),
    WEIGHTS_NOT_ALL_ZERO(""),
    VALUE_KNOWN("indicator municipalities"),
    VALUE_NOT_NEGATIVE("indicator municipalities"),
    CRITERION_TOTAL_ABOVE_ZERO("indicator"),
    INDEX_KNOWN("recipient"),
    INDEX_NOT_NEGATIVE("recipient"),
    INDEX_TOTAL_ABOVE_ZERO(""),
    INDEX_MEAN_WITHIN_TOLERANCE("mean tolerance"),
    INHABITANTS_KNOWN("municipalities"),
    INHABITANTS_NOT_NEGATIVE("municipalities"),
    INHABITANTS_ABOVE_ZERO("municipalities"),
    LIMIT_NOT_NEGATIVE("limit"),
    LIMIT_MULTIPLE_OF_UNIT("limit unit"),
    LIMIT_FOR_A_RECIPIENT("recipient"),
    FLOOR_NOT_ABOVE_CAP("municipalities"),
    FLOORS_WITHIN_BUDGET("sum budget"),
    ASSESSED_NOT_NEGATIVE("recipient assessed"),
    ASSESSED_WITHIN_ASKED("recipient assessed asked"),
    ASKED_NOT_NEGATIVE("recipient asked"),
    RANK_KNOWN("recipient"),
    SCORE_KNOWN("recipient"),
    SCORE_NOT_NEGATIVE("recipient score"),
    SCORES_NOT_ALL_ZERO(""),
    SUBMISSION_TIME_KNOWN("recipient"),
    SMALLEST_USEFUL_NOT_NEGATIVE("recipient smallestUseful"),
    SMALLEST_USEFUL_WITHIN_ASSESSED("recipient smallestUseful assessed"),
    POSITIONS_NOT_BY_SCORE(""),
    RATE_NOT_NEGATIVE("rate"),
    STEP_DOWN_KNOWN(""),
    STEP_DOWN_BETWEEN_ZERO_AND_ONE("factor"),
    POSITION_PERCENT_BETWEEN_ZERO_AND_HUNDRED("recipient percent"),
    POSITION_YEAR_FROM_ONE("recipient year"),
    UNITS_NOT_NEGATIVE("recipient units"),
    UNIT_PRICE_NOT_NEGATIVE("unitPrice"),
    OWN_SHARE_BETWEEN_ZERO_AND_ONE("ownShare"),
    BEFORE_NOT_NEGATIVE("recipient before"),
    BEFORE_FOR_A_RECIPIENT("recipient"),
    THRESHOLD_NOT_NEGATIVE("threshold"),
    GUARANTEE_WITHIN_FRAMEWORK_SUM("guaranteed framework"),
    PHASE_IN_YEAR_WITHIN_YEARS("year years"),
    TOTAL_NEED_KNOWN(""),
    TOTAL_NEED_ABOVE_ZERO("need"),
    NEEDS_IN_KRONER_IMPORTED(""),
    NEED_TOLERANCE_KNOWN(""),
    NEED_MEAN_WITHIN_TOLERANCE("mean printed tolerance"),
    ADDITION_FOR_A_RECIPIENT("recipient"),
    ADDITION_NOT_NEGATIVE("recipient amount"),
    ADDITIONS_WITHIN_BUDGET("sum budget"),
    INCORPORATED_WITHIN_SUMS("incorporated most"),
    WHOLE_FRAMEWORK_KNOWN("municipalities"),
    WHOLE_FRAMEWORK_NOT_NEGATIVE("municipalities"),
    CEILING_OF_A_ROW("recipient municipality"),
    CEILINGS_WITHIN_BUDGET("asked budget"),
    COMMITMENTS_NOT_NEGATIVE("committed"),
    COMMITMENTS_WITHIN_BUDGET("committed budget"),
    AT_LEAST_ONE_POT(""),
    POT_NAME_ONLY_ONCE("name"),
    POT_NOT_NEGATIVE("sum"),
    POTS_WITHIN_BUDGET("sum available"),
    EXCLUSIVE_POT_NOT_SHARED("name municipalities");

    private final String names;

    AllocationRule(String names) {
        this.names = names;
    }

    /** What the rule's text names, in order: the keys of {@link Fault#arguments()}. */
    public List<String> names() {
        return names.isEmpty() ? List.of() : List.of(names.split(" ", -1));
    }

    /** The code that callers may rely on, for example {@code weights-sum-to-one}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
