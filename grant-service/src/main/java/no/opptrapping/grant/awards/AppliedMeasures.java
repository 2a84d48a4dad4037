package no.opptrapping.grant.awards;

import java.util.List;
import no.opptrapping.grant.applications.ApplicationId;

/** The measures that an application was about, as its award carries them on. */
public interface AppliedMeasures {
    /** In the application's order; empty when the application is not known. */
    List<Award.Measure> of(ApplicationId application);

    /** The measures of an adopted amount: none when it does not come from an application. */
    default List<Award.Measure> of(AdoptedAmount adopted) {
        return adopted.application().map(this::of).orElseGet(List::of);
    }
}
