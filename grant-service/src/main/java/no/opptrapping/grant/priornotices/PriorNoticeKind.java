package no.opptrapping.grant.priornotices;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a municipality is given notice of before it is decided. */
@Schema(name = "PriorNoticeKind")
public enum PriorNoticeKind {
    /** That money is to be paid back (<i>tilbakebetaling</i>). */
    RECOVERY,
    /** That a claim is to be settled against money that the municipality is to have (<i>avregning</i>). */
    SETTLEMENT,
    /** That an award is to be reversed (<i>omgjøring</i>, forvaltningsloven § 35). */
    REVERSAL,
    /** That an award is to be reduced (<i>reduksjon</i>). */
    REDUCTION,
    /** That less than was promised is to be paid (<i>nedskriving</i>). */
    WRITE_DOWN,
    /** That an appeal is to be dismissed since it came too late (forvaltningsloven § 31). */
    LATE_APPEAL;

    /** The word for it in JSON and in the database. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The one with the code; an unknown one is a bug, since the database knows the same. */
    public static PriorNoticeKind of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** Whether it is about money, the amount of which the notice names. */
    boolean isAboutMoney() {
        return switch (this) {
            case RECOVERY, SETTLEMENT, REVERSAL, REDUCTION, WRITE_DOWN -> true;
            case LATE_APPEAL -> false;
        };
    }
}
