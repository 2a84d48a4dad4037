package no.opptrapping.municipality.offices;

import java.util.List;
import java.util.OptionalLong;

/** The county governors' offices that are kept. */
public interface CountyGovernorOffices {
    /** All of them, also those that have ceased. */
    List<CountyGovernorOffice> all();

    /** Keeps the office as it is given; which version that is, or empty when it was kept so before. */
    OptionalLong keep(CountyGovernorOffice office);
}
