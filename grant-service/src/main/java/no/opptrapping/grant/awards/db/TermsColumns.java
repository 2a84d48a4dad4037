package no.opptrapping.grant.awards.db;

import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import no.opptrapping.grant.awards.Award;

/** The columns of the table award that tell how it can be answered. */
@Embeddable
record TermsColumns(LocalDate acceptBy, int appealDays) {
    static TermsColumns of(Award.Terms terms) {
        return new TermsColumns(terms.acceptBy(), terms.appealDays());
    }

    Award.Terms terms() {
        return new Award.Terms(acceptBy, appealDays);
    }
}
