package no.opptrapping.grant.statements;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import no.opptrapping.grant.applications.Application;
import no.opptrapping.grant.calls.Call;
import no.opptrapping.grant.schemerules.SchemeVersions;
import no.opptrapping.platform.time.BusinessDates;
import no.opptrapping.platform.time.LastMoment;

/**
 * How long the county governor has for a statement, by the rules that the call was announced under: so many days after
 * the deadline of the call, or after the submission where that came later, to the end of the day in Norway.
 */
@ApplicationScoped
public class StatementPeriod {
    private final SchemeVersions versions;
    private final Statements statements;

    StatementPeriod(SchemeVersions versions, Statements statements) {
        this.versions = versions;
        this.statements = statements;
    }

    /** The last instant that is on time; empty where the rules ask for no statement. */
    public Optional<Instant> due(Application application, Call call) {
        return call.schemeVersion()
                .flatMap(number -> versions.find(call.scheme(), number))
                .flatMap(version -> version.rules().handlingTerms().daysForStatement())
                .map(days -> BusinessDates.startOf(
                        LastMoment.of(begins(application, call)).day().plusDays(days + 1L)));
    }

    /** Until when the statement is waited for; empty when it is given, its time is over or the rules ask for none. */
    public Optional<Instant> waitedForUntil(Application application, Call call, Instant now) {
        return due(application, call)
                .filter(due -> !now.isAfter(due))
                .filter(_ -> statements.find(application.id()).isEmpty());
    }

    private static Instant begins(Application application, Call call) {
        return application
                .submittedAt()
                .filter(at -> at.isAfter(call.deadline()))
                .orElse(call.deadline());
    }
}
