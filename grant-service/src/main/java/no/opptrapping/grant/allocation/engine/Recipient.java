package no.opptrapping.grant.allocation.engine;

import java.util.Comparator;
import no.opptrapping.platform.values.MunicipalityNumber;

/**
 * Who a row is about: a municipality, and where it applied more than once, the application's reference (else empty).
 * Its order is the last word in every tie, so every order is total.
 */
public record Recipient(MunicipalityNumber number, String reference) implements Comparable<Recipient> {
    private static final Comparator<Recipient> BY_NUMBER_THEN_REFERENCE =
            Comparator.comparing(Recipient::number).thenComparing(Recipient::reference);

    public static Recipient of(MunicipalityNumber number) {
        return new Recipient(number, "");
    }

    @Override
    public int compareTo(Recipient other) {
        return BY_NUMBER_THEN_REFERENCE.compare(this, other);
    }

    /** {@code 0301}, or {@code 0301/reference}. */
    @Override
    public String toString() {
        return reference.isEmpty() ? number.value() : number.value() + "/" + reference;
    }
}
