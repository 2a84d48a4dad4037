package no.opptrapping.grant.applications;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import no.opptrapping.grant.applications.Completion.Remark;
import no.opptrapping.grant.calls.Call;
import no.opptrapping.grant.calls.CallStatus;
import no.opptrapping.grant.calls.Calls;
import no.opptrapping.grant.impartiality.Impartiality;
import no.opptrapping.grant.notices.News;
import no.opptrapping.grant.notices.NoticeKind;
import no.opptrapping.grant.notices.Notices;
import no.opptrapping.grant.schemerules.Delegation;
import no.opptrapping.platform.access.AuditLog;
import no.opptrapping.platform.access.CallerSight;
import no.opptrapping.platform.events.Outbox;
import no.opptrapping.platform.problems.BrokenRule;
import no.opptrapping.platform.time.BusinessDates;

/**
 * Returns a submitted application for completion (forvaltningsloven § 11: whoever applies is told what is missing), with
 * remarks and a last day. Until then the municipality writes on it and submits it again; when nothing comes, it is
 * decided as it was submitted.
 */
@ApplicationScoped
public class ReturnApplication {
    /** What became of it. */
    public sealed interface Outcome {
        /** It is with the municipality again. */
        record Returned(Application application) implements Outcome {}

        /** Rules stand in the way. */
        record Refused(List<BrokenRule> broken) implements Outcome {}

        /** Only what is submitted and neither returned nor decided can be returned. */
        record NotSubmitted(ApplicationStatus status) implements Outcome {}

        /** The call has been called off or decided, so nothing of it is completed. */
        record CallOver() implements Outcome {}

        /** Nothing that the caller may see is called so. */
        record UnknownApplication() implements Outcome {}
    }

    private static final int MOST_DAYS = 90;
    private static final Pattern POINTER = Pattern.compile("(/([^/~]|~[01])*)*");

    private final Applications applications;
    private final Calls calls;
    private final CallerSight sight;
    private final Impartiality impartiality;
    private final Delegation delegation;
    private final Notices notices;
    private final Outbox outbox;
    private final AuditLog audit;
    private final Clock clock;

    ReturnApplication(
            Applications applications,
            Calls calls,
            CallerSight sight,
            Impartiality impartiality,
            Delegation delegation,
            Notices notices,
            Outbox outbox,
            AuditLog audit,
            Clock clock) {
        this.applications = applications;
        this.calls = calls;
        this.sight = sight;
        this.impartiality = impartiality;
        this.delegation = delegation;
        this.notices = notices;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Returns it.
     *
     * @param lastDay the last day, in Norway, on which it can be submitted again
     */
    @Transactional
    public Outcome giveBack(ApplicationId id, List<Remark> remarks, LocalDate lastDay, String by) {
        var seen = applications
                .find(id)
                .filter(application -> application.isSeenWith(sight.get())
                        && delegation.lets(
                                "application.returned",
                                id,
                                application.scheme(),
                                () -> calls.find(application.call()).flatMap(Call::schemeVersion),
                                application.host()));
        // The call before the application, in the order of whoever decides it.
        return seen.flatMap(application -> calls.lockShared(application.call()))
                .flatMap(call -> applications.lock(id).map(application -> {
                    impartiality.require("application.returned", application.scheme());
                    if (application.status() != ApplicationStatus.SUBMITTED) {
                        return new Outcome.NotSubmitted(application.status());
                    }
                    return call.status() == CallStatus.ANNOUNCED
                            ? giveBack(application, remarks, lastDay, by)
                            : new Outcome.CallOver();
                }))
                .orElseGet(Outcome.UnknownApplication::new);
    }

    private Outcome giveBack(Application application, List<Remark> remarks, LocalDate lastDay, String by) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var broken = brokenBy(remarks, lastDay, BusinessDates.of(now));
        if (!broken.isEmpty()) {
            return new Outcome.Refused(broken);
        }
        var returned = application.returned(
                new Completion(remarks, by, now, lastMomentOf(lastDay), application.content(), Optional.empty()));
        applications.change(returned);
        outbox.append(ApplicationV1.of(returned));
        notices.tell(
                returned.host(),
                News.of(
                                NoticeKind.APPLICATION_RETURNED,
                                "/v1/applications/" + returned.id(),
                                Map.of("reference", returned.reference(), "lastDay", lastDay))
                        .toAnswerBy(lastDay));
        audit.decision(
                "application.returned",
                application.id().toString(),
                Map.of("remarks", String.valueOf(remarks.size()), "lastDay", lastDay.toString()));
        return new Outcome.Returned(returned);
    }

    private static Instant lastMomentOf(LocalDate day) {
        return BusinessDates.startOf(day.plusDays(1)).minus(1, ChronoUnit.MICROS);
    }

    static List<BrokenRule> brokenBy(List<Remark> remarks, LocalDate lastDay, LocalDate today) {
        var broken = new ArrayList<BrokenRule>();
        for (var i = 0; i < remarks.size(); i++) {
            var pointer = remarks.get(i).pointer();
            if (!POINTER.matcher(pointer).matches()) {
                broken.add(BrokenRule.of(
                        "application.remark-pointer-malformed", "/remarks/" + i + "/pointer", "value", pointer));
            }
        }
        if (lastDay.isBefore(today)) {
            broken.add(BrokenRule.of("application.completion-in-the-past", "/lastDay", "today", today));
        } else if (lastDay.isAfter(today.plusDays(MOST_DAYS))) {
            broken.add(BrokenRule.of("application.completion-too-late", "/lastDay", "days", MOST_DAYS));
        }
        return broken;
    }
}
