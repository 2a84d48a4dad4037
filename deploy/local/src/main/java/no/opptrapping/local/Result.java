package no.opptrapping.local;

import java.util.List;

/**
 * What a scenario led to, read back through the public APIs.
 *
 * @param figures the sums, for people and as JSON
 * @param tables more to show, in this order
 * @param faults what does not add up, one sentence each; empty when all is well
 */
public record Result(Figures figures, List<Table> tables, List<String> faults) {
    public Result {
        tables = List.copyOf(tables);
        faults = List.copyOf(faults);
    }

    /** Sums of one grant year; money in whole kroner. */
    public record Figures(
            int year,
            int municipalities,
            Applications applications,
            long appropriation,
            long awarded,
            long undistributed,
            long carriedIn,
            long spent,
            long unspent,
            long outstanding,
            Framework framework,
            Events events) {}

    /**
     * Applications by what became of them.
     *
     * @param submitted all that were taken in: approved, rejected and withdrawn
     * @param refused submissions answered with a problem, late ones included
     */
    public record Applications(int submitted, int refused, int approved, int rejected, int withdrawn) {}

    /**
     * The step from the earmarked grant to the framework grant; money in whole kroner.
     *
     * @param compensated how many municipalities the income guarantee compensates
     * @param paying how many pay for it
     */
    public record Framework(
            long before, long after, int compensated, int paying, long sumOfCompensation, long netOfGuarantee) {}

    /** Events of all services together. */
    public record Events(long published, long consumed, long deadLettered) {}

    /**
     * A table for the terminal.
     *
     * @param columns headings; numbers in the rows are set flush right
     */
    public record Table(String title, List<String> columns, List<List<String>> rows) {
        public Table {
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
        }
    }
}
