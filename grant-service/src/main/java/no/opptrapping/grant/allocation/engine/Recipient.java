package no.opptrapping.grant.allocation.engine;

import no.opptrapping.platform.values.MunicipalityNumber;

/**
 * Who a row is about: a municipality, and where it applied more than once, the application's reference (else empty).
 * Its order is the last word in every tie, so every order is total.
 */
public record Recipient(MunicipalityNumber number, String reference) implements Comparable<Recipient> {
    public static Recipient of(MunicipalityNumber number) {
        return new Recipient(number, "");
    }

    @Override
    public int compareTo(Recipient other) {
        var byNumber = number.compareTo(other.number);
        return byNumber != 0 ? byNumber : reference.compareTo(other.reference);
    }

    /** {@code 0301}, or {@code 0301/reference}. */
    @Override
    public String toString() {
        return reference.isEmpty() ? number.value() : number.value() + "/" + reference;
    }
}
