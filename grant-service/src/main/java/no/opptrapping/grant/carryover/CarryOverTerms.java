package no.opptrapping.grant.carryover;

import java.math.BigDecimal;
import java.math.RoundingMode;
import no.opptrapping.grant.schemerules.SchemeCarryOver;
import no.opptrapping.platform.values.Kroner;

/**
 * What the rules that an award was made under let the municipality keep of it.
 *
 * @param free at most so much without asking
 * @param byApplication whether more can be applied for
 */
public record CarryOverTerms(Kroner free, boolean byApplication) {
    /** What has been carried over once and cannot be again. */
    public static final CarryOverTerms NOTHING = new CarryOverTerms(Kroner.ZERO, false);

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** The scheme's percent of the award, in whole kroner, rounded down. */
    public static CarryOverTerms of(SchemeCarryOver rules, Kroner award) {
        var free = BigDecimal.valueOf(award.value())
                .multiply(BigDecimal.valueOf(rules.freePercent()))
                .divide(HUNDRED, 0, RoundingMode.DOWN);
        return new CarryOverTerms(Kroner.of(free.longValueExact()), rules.byApplication());
    }
}
