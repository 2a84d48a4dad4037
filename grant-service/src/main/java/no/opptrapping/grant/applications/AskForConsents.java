package no.opptrapping.grant.applications;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import no.opptrapping.grant.applications.ApplicationContent.ParticipantLine;
import no.opptrapping.grant.known.KnownMunicipalities;
import no.opptrapping.grant.notices.News;
import no.opptrapping.grant.notices.NoticeKind;
import no.opptrapping.grant.notices.Notices;
import no.opptrapping.platform.access.AuditLog;
import no.opptrapping.platform.problems.BrokenRule;
import no.opptrapping.platform.register.KnownMunicipality;
import no.opptrapping.platform.register.NumberStatus;
import no.opptrapping.platform.time.BusinessDates;

/**
 * Asks those who are to share in a joint application whether they take part with their shares. From then on they see it;
 * who is not named any more is not asked any more.
 */
@ApplicationScoped
public class AskForConsents {
    /** What became of it. */
    public sealed interface Outcome {
        /** Everybody with a share has been asked; an answer to the same share stands. */
        record Asked(Application application) implements Outcome {}

        /** There is nobody to ask: participants are missing, or none of them can be asked. */
        record Refused(List<BrokenRule> broken) implements Outcome {}

        /** It is submitted, so its participants are bound. */
        record NotWritten(ApplicationStatus status) implements Outcome {}

        /** Nothing that the municipality has is called so. */
        record UnknownApplication() implements Outcome {}
    }

    private final Applications applications;
    private final KnownMunicipalities municipalities;
    private final Notices notices;
    private final AuditLog audit;
    private final Clock clock;

    AskForConsents(
            Applications applications,
            KnownMunicipalities municipalities,
            Notices notices,
            AuditLog audit,
            Clock clock) {
        this.applications = applications;
        this.municipalities = municipalities;
        this.notices = notices;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public Outcome ask(KnownMunicipality host, ApplicationId id) {
        var found = applications.lock(id).filter(application -> application.isHostedBy(host));
        if (found.isEmpty()) {
            return new Outcome.UnknownApplication();
        }
        var application = found.get();
        if (!application.status().isWritten()) {
            return new Outcome.NotWritten(application.status());
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var consents = consents(application, host, now);
        if (consents.isEmpty()) {
            return new Outcome.Refused(List.of(BrokenRule.of("application.nobody-to-ask", "/participants")));
        }
        return new Outcome.Asked(asked(application, host, consents));
    }

    private Application asked(Application application, KnownMunicipality host, List<Consent> consents) {
        if (application.consents().equals(consents)) {
            return application;
        }
        var asked = application.with(consents);
        applications.change(asked);
        notices.tellEach(consents.stream()
                .filter(consent -> !application.consents().contains(consent))
                .map(consent -> new Notices.Addressed(
                        consent.municipality(),
                        News.of(
                                NoticeKind.CONSENT_ASKED,
                                "/v1/applications/" + application.id(),
                                Map.of(
                                        "reference",
                                        application.reference(),
                                        "host",
                                        host.name(),
                                        "share",
                                        consent.share()))))
                .toList());
        audit.decision(
                "application.consents-asked",
                application.id().toString(),
                Map.of("participants", String.valueOf(consents.size())));
        return asked;
    }

    private List<Consent> consents(Application application, KnownMunicipality host, Instant now) {
        var consents = new ArrayList<Consent>();
        application.content().participants().stream()
                .flatMap(line -> consent(application, line, host, now))
                .filter(one -> consents.stream()
                        .noneMatch(other -> other.municipality().equals(one.municipality())))
                .forEach(consents::add);
        return List.copyOf(consents);
    }

    private Stream<Consent> consent(
            Application application, ParticipantLine line, KnownMunicipality host, Instant now) {
        var share = line.share();
        if (line.number() == null
                || share == null
                || !share.isPositive()
                || !(municipalities.status(line.number(), BusinessDates.of(now))
                        instanceof NumberStatus.Valid(var municipality))
                || municipality.id().equals(host.id())) {
            return Stream.empty();
        }
        return Stream.of(application.consents().stream()
                .filter(one -> one.municipality().equals(municipality.id())
                        && one.share().equals(share))
                .findFirst()
                .orElseGet(() -> new Consent(municipality.id(), municipality.number(), share, now, Optional.empty())));
    }
}
