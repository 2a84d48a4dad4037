package no.opptrapping.reporting.reports;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.platform.values.MunicipalityNumber;
import no.opptrapping.reporting.forms.Answers;
import no.opptrapping.reporting.obligations.ReportId;

/** Where reports and their editions are kept. */
public interface Reports {
    Optional<Report> find(ReportId id);

    /** Whose report it is; reads nothing else, so that it may be asked before the room is locked. */
    Optional<MunicipalityId> whose(ReportId id);

    /** Keeps it in place of what it was before. */
    void keep(Report report);

    /** Keeps the edition that has just been submitted, for ever. */
    void keepEdition(Report submitted);

    /** The answers that are in force for the municipality and year; empty when none are approved. */
    Optional<Answers> inForce(MunicipalityId municipality, Year year);

    /** A page of reports in order of identity, and one more when there are more. */
    List<Heading> list(Wish wish);

    /** What the year's reports have become: another one whenever a report is opened or changed. */
    State state(Year year);

    /**
     * How many reports there are and how often they have been changed; neither ever becomes smaller.
     *
     * @param versions the sum of the reports' versions
     */
    record State(long reports, long versions) {}

    /** Every report of the year, ordered by identity. */
    List<Heading> ofYear(Year year);

    /**
     * A report as it stands in a list: without its answers, which are long.
     *
     * @param approvedEdition which edition is in force
     * @param received whether money had been received when its room was opened
     */
    record Heading(
            ReportId id,
            MunicipalityId municipalityId,
            MunicipalityNumber number,
            Year year,
            LocalDate dueOn,
            ReportStatus status,
            int edition,
            OptionalInt approvedEdition,
            Optional<Instant> firstSubmittedAt,
            Optional<Instant> submittedAt,
            boolean received) {}

    /**
     * Which reports somebody asks for.
     *
     * @param municipalities only these; everybody's when empty
     * @param after the identity of the last one seen
     */
    record Wish(
            Optional<Set<MunicipalityId>> municipalities,
            Optional<Year> year,
            Optional<ReportStatus> status,
            Optional<ReportId> after,
            int limit) {}
}
