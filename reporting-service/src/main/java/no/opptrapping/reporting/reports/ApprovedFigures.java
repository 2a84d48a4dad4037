package no.opptrapping.reporting.reports;

import java.time.Year;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.reporting.forms.Education;
import no.opptrapping.reporting.forms.ManYears;
import no.opptrapping.reporting.forms.ServiceArea;
import no.opptrapping.reporting.forms.TargetGroup;

/** The figures of the reports that are in force: of each report the edition that was approved last. */
public interface ApprovedFigures {
    /**
     * The account of one award in one year.
     *
     * @param carriedIn what had been carried over from the year before
     */
    record Account(
            UUID awardId,
            MunicipalityId municipality,
            Kroner carriedIn,
            Kroner received,
            Kroner spent,
            Kroner unspent) {
        /** What there was to account for. */
        public Kroner toAccountFor() {
            return carriedIn.plus(received);
        }
    }

    /** One cell of the man-years of one municipality. */
    record Cell(
            MunicipalityId municipality,
            TargetGroup targetGroup,
            ServiceArea area,
            Education education,
            ManYears value) {}

    /** The municipalities that have an approved report of the year, whatever it says. */
    Set<MunicipalityId> municipalities(Year year);

    /** Every approved account of the year. */
    List<Account> accounts(Year year);

    /** Every approved cell of the year. */
    List<Cell> manYears(Year year);
}
