package no.opptrapping.platform.body;

import java.io.Serial;
import no.opptrapping.platform.problems.BrokenRule;

/** What a value type says in its creator of a written value that it cannot stand for, in words of its own. */
public final class UnfitValue extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    private final transient BrokenRule rule;

    /** With the code of the fault; its place is found by who reads the body. */
    public UnfitValue(String code, Object... alternatingNameValue) {
        super(code);
        this.rule = BrokenRule.of(code, "", alternatingNameValue);
    }

    BrokenRule rule() {
        return rule;
    }
}
