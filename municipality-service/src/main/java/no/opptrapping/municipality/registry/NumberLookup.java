package no.opptrapping.municipality.registry;

import java.time.LocalDate;
import java.util.List;
import no.opptrapping.platform.values.MunicipalityNumber;

/** What a municipality number stands for on a date. */
public sealed interface NumberLookup {
    /** The number is in use on the date. */
    record Valid(Listed listed) implements NumberLookup {}

    /**
     * The number was in use, but no longer on the date.
     *
     * @param last the last to carry it
     * @param on the first day without it
     * @param successors who stands there on the date, through the whole chain: several after a split, the same
     *     municipality under a new number after a renumbering
     */
    record Ceased(MunicipalityNumber number, Listed last, LocalDate on, List<Listed> successors)
            implements NumberLookup {}

    /**
     * The number came into use only after the date.
     *
     * @param first the first to carry it
     * @param from the first day with it
     * @param predecessors who stood there on the date, through the whole chain
     */
    record NotYet(MunicipalityNumber number, Listed first, LocalDate from, List<Listed> predecessors)
            implements NumberLookup {}

    /** No municipality has carried the number since the register's beginning. */
    record Unknown(MunicipalityNumber number) implements NumberLookup {}
}
