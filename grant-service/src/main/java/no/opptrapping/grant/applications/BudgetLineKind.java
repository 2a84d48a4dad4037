package no.opptrapping.grant.applications;

import com.fasterxml.jackson.annotation.JsonValue;

/** What a line of an application's budget is: a cost, or income that covers a part of the costs. */
public enum BudgetLineKind {
    WAGES("wages"),
    PURCHASES("purchases"),
    OTHER("other"),
    INCOME("income");

    private final String code;

    BudgetLineKind(String code) {
        this.code = code;
    }

    /** The word for it in JSON and in the database. */
    @JsonValue
    public String code() {
        return code;
    }
}
