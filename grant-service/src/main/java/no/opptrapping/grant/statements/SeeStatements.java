package no.opptrapping.grant.statements;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import no.opptrapping.grant.applications.Application;
import no.opptrapping.grant.applications.ApplicationId;
import no.opptrapping.grant.applications.ApplicationStatus;
import no.opptrapping.grant.applications.FindApplications;
import no.opptrapping.grant.known.KnownMunicipalities;
import no.opptrapping.platform.access.CallerSight;
import no.opptrapping.platform.language.Language;
import no.opptrapping.platform.register.KnownMunicipality;
import no.opptrapping.platform.time.BusinessDates;

/** Shows statements to the administration, and to applicants when their application is decided. */
@ApplicationScoped
@Transactional
public class SeeStatements {
    /** An application that waits for its statement, and who answers for it today as far as that is known. */
    public record Line(AwaitedStatement awaited, Optional<KnownMunicipality> municipality, boolean overdue) {}

    private final Statements statements;
    private final FindApplications findApplications;
    private final KnownMunicipalities municipalities;
    private final CallerSight sight;
    private final Clock clock;

    SeeStatements(
            Statements statements,
            FindApplications findApplications,
            KnownMunicipalities municipalities,
            CallerSight sight,
            Clock clock) {
        this.statements = statements;
        this.findApplications = findApplications;
        this.municipalities = municipalities;
        this.sight = sight;
        this.clock = clock;
    }

    /** The statement on an application, or empty when there is none or the caller may not see it (yet). */
    public Optional<Statement> find(ApplicationId id) {
        return findApplications
                .find(id)
                .map(FindApplications.Found::application)
                .filter(application -> sight.get().isOfTheAdministration() || isDecided(application))
                .flatMap(application -> statements.find(id));
    }

    /** What statements are waited for of those that the caller may see, the first due first. */
    public List<Line> awaited(Language language, Optional<Statements.Key> after, int limit) {
        var now = clock.instant();
        var today = BusinessDates.of(now);
        var structure = municipalities.structure();
        return statements.awaited(sight.get().only(), language, after, limit).stream()
                .map(one -> new Line(
                        one,
                        structure.dutyBearer(one.host(), today).flatMap(bearer -> structure.on(bearer, today)),
                        now.isAfter(one.due())))
                .toList();
    }

    private static boolean isDecided(Application application) {
        return application.status() == ApplicationStatus.APPROVED || application.status() == ApplicationStatus.REJECTED;
    }
}
