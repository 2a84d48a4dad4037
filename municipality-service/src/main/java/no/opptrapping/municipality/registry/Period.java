package no.opptrapping.municipality.registry;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A time something holds.
 *
 * @param from the first day, or empty if it began on an unknown day before the register's own beginning
 *     ({@link Register#BEGINNING})
 * @param to the first day it no longer holds, or empty while it goes on
 */
public record Period(Optional<LocalDate> from, Optional<LocalDate> to) {
    /** By beginning; an unknown one is the oldest. */
    public static final Comparator<Period> OLDEST_FIRST =
            Comparator.comparing(period -> period.from().orElse(LocalDate.MIN));

    public Period {
        if (from.isPresent() && to.isPresent() && !from.get().isBefore(to.get())) {
            throw new IllegalArgumentException("A period ends after it begins: " + from + " " + to);
        }
    }

    public static Period of(@Nullable LocalDate from, @Nullable LocalDate to) {
        return new Period(Optional.ofNullable(from), Optional.ofNullable(to));
    }

    public boolean includes(LocalDate date) {
        return from.map(first -> !first.isAfter(date)).orElse(true)
                && to.map(date::isBefore).orElse(true);
    }

    public boolean overlaps(Period other) {
        return startsBeforeEndOf(other) && other.startsBeforeEndOf(this);
    }

    private boolean startsBeforeEndOf(Period other) {
        return from.isEmpty() || other.to.isEmpty() || from.get().isBefore(other.to.get());
    }
}
