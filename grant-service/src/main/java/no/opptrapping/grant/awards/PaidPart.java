package no.opptrapping.grant.awards;

import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigInteger;
import java.util.Locale;
import no.opptrapping.platform.values.Kroner;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a reduction does with what has been paid of an award. */
@Schema(name = "PaidPart")
public enum PaidPart {
    /** It is settled against what is not paid yet, as far as that reaches; the rest is claimed back. */
    SETTLE,
    /** The part of it that is as large a part as the reduction is of the award, rounded down, is claimed back. */
    CLAIM;

    /** The word for it in JSON. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * How an award stands when it is to be reduced; no figure is negative.
     *
     * @param unpaid what is not paid of it
     * @param withTheBank what of the unpaid has been approved or sent to the bank, and may be paid any moment
     * @param unreported what is paid and not accounted for in an approved report, nor claimed
     * @param reported what is accounted for in an approved report
     */
    public record Standing(Kroner unpaid, Kroner withTheBank, Kroner unreported, Kroner reported) {
        Kroner paid() {
            return unreported.plus(reported);
        }

        Kroner award() {
            return unpaid.plus(paid());
        }
    }

    /** Where the money of a reduction is taken. */
    public sealed interface Taking {
        /** What is unpaid becomes available again, and what is claimed was paid; both together are the reduction. */
        record Taken(Kroner unpaid, Kroner claimed) implements Taking {}

        /** It would take what is on its way to the municipality. */
        record WithTheBank(Kroner withTheBank) implements Taking {}

        /** It would claim what an approved report has accounted for. */
        record Reported(Kroner claimed, Kroner unreported) implements Taking {}
    }

    /** Where a reduction of the amount is taken, or why it cannot be; at most the whole award. */
    public Taking take(Kroner reduction, Standing of) {
        if (!reduction.isPositive() || reduction.compareTo(of.award()) > 0) {
            throw new IllegalArgumentException("Not a reduction of " + of + ": " + reduction);
        }
        var free = of.unpaid().minus(of.withTheBank());
        var claimed = switch (this) {
            case SETTLE -> reduction.minus(reduction.min(free));
            case CLAIM -> part(reduction, of);
        };
        if (claimed.compareTo(of.unreported()) > 0) {
            return this == SETTLE && of.withTheBank().isPositive()
                    ? new Taking.WithTheBank(of.withTheBank())
                    : new Taking.Reported(claimed, of.unreported());
        }
        var unpaid = reduction.minus(claimed);
        return unpaid.compareTo(free) > 0
                ? new Taking.WithTheBank(of.withTheBank())
                : new Taking.Taken(unpaid, claimed);
    }

    private static Kroner part(Kroner reduction, Standing of) {
        return Kroner.of(BigInteger.valueOf(reduction.value())
                .multiply(BigInteger.valueOf(of.paid().value()))
                .divide(BigInteger.valueOf(of.award().value()))
                .longValueExact());
    }
}
