package no.opptrapping.grant.awards.db;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.time.LocalDate;
import no.opptrapping.grant.awards.AccountNumber;
import no.opptrapping.grant.awards.Award;
import no.opptrapping.platform.values.OrganisationNumber;

/** The columns of the table award that are empty until the award is accepted, and then all filled. */
@Embeddable
record AcceptanceColumns(
        @Column(name = "accepted_at") Instant at,
        @Column(name = "accepted_on") LocalDate on,
        @Column(name = "accepted_by") String by,
        @Column(name = "accepted_for") OrganisationNumber organisation,
        AccountNumber accountNumber) {
    static AcceptanceColumns of(Award.Acceptance acceptance) {
        return new AcceptanceColumns(
                acceptance.at(),
                acceptance.on(),
                acceptance.acceptedBy(),
                acceptance.organisation(),
                acceptance.account());
    }

    Award.Acceptance acceptance() {
        return new Award.Acceptance(at, on, by, organisation, accountNumber);
    }
}
