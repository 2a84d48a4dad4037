package no.opptrapping.grant.schemerules;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.opptrapping.grant.impartiality.Impartiality;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.grant.schemes.Schemes;
import no.opptrapping.platform.access.AuditLog;
import no.opptrapping.platform.events.Outbox;
import no.opptrapping.platform.problems.BrokenRule;
import no.opptrapping.platform.time.BusinessDates;

/** Puts a drafted version of a scheme's rules in force: another person than those who wrote it. */
@ApplicationScoped
public class PutSchemeVersionInForce {
    /** What became of it. */
    public sealed interface Outcome {
        /** It is in force from its day on. */
        record InForce(SchemeVersion version) implements Outcome {}

        /** Whoever has written on a version may not put it in force. */
        record WrittenBySamePerson() implements Outcome {}

        /** It was put in force before. */
        record InForceBefore() implements Outcome {}

        /** Somebody has changed it since the caller read it. */
        record ChangedMeanwhile() implements Outcome {}

        /** The day will not do. */
        record Refused(List<BrokenRule> broken) implements Outcome {}

        /** There is no such scheme or version. */
        record Unknown() implements Outcome {}
    }

    private static final int LONGEST_NOTICE_YEARS = 5;

    private final Schemes schemes;
    private final SchemeVersions versions;
    private final Impartiality impartiality;
    private final Outbox outbox;
    private final AuditLog audit;
    private final Clock clock;

    PutSchemeVersionInForce(
            Schemes schemes,
            SchemeVersions versions,
            Impartiality impartiality,
            Outbox outbox,
            AuditLog audit,
            Clock clock) {
        this.schemes = schemes;
        this.versions = versions;
        this.impartiality = impartiality;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Puts the version in force.
     *
     * @param edition which edition of the draft the person has read; empty: whichever there is
     * @param from the first day; empty: today
     */
    @Transactional
    public Outcome put(SchemeId id, int number, Optional<Integer> edition, Optional<LocalDate> from, String by) {
        var scheme = schemes.find(id);
        var newest = versions.lockNewest(id);
        if (scheme.isEmpty()
                || newest.isEmpty()
                || number < 1
                || number > newest.get().number()) {
            return new Outcome.Unknown();
        }
        impartiality.require("scheme.version-in-force", id);
        var draft = newest.get();
        if (number < draft.number() || draft.inForce().isPresent()) {
            return new Outcome.InForceBefore();
        }
        if (draft.drafters().contains(by)) {
            audit.denied("scheme.version-in-force", id.toString(), Map.of("reason", "written by the same person"));
            return new Outcome.WrittenBySamePerson();
        }
        if (edition.filter(read -> read != draft.edition()).isPresent()) {
            return new Outcome.ChangedMeanwhile();
        }
        var today = BusinessDates.today(clock);
        var day = from.orElse(today);
        var broken = brokenBy(day, today, versions.find(id, number - 1));
        if (!broken.isEmpty()) {
            return new Outcome.Refused(broken);
        }
        var version =
                draft.inForce(new SchemeVersion.InForce(day, by, clock.instant().truncatedTo(ChronoUnit.MICROS)));
        versions.change(version);
        outbox.append(SchemeV1.of(scheme.get(), version));
        audit.decision(
                "scheme.version-in-force",
                id.toString(),
                Map.of("version", Integer.toString(number), "from", day.toString()));
        return new Outcome.InForce(version);
    }

    /** Nothing is ruled for days that are over, and versions follow each other in the order of their numbers. */
    static List<BrokenRule> brokenBy(LocalDate day, LocalDate today, Optional<SchemeVersion> earlier) {
        if (day.isBefore(today)) {
            return List.of(BrokenRule.of("scheme.in-force-in-the-past", "/inForceFrom", "today", today));
        }
        if (day.isAfter(today.plusYears(LONGEST_NOTICE_YEARS))) {
            return List.of(BrokenRule.of("scheme.in-force-too-late", "/inForceFrom", "years", LONGEST_NOTICE_YEARS));
        }
        return earlier.flatMap(SchemeVersion::inForceFrom)
                .filter(before -> !day.isAfter(before))
                .map(before ->
                        List.of(BrokenRule.of("scheme.in-force-before-the-earlier", "/inForceFrom", "earlier", before)))
                .orElse(List.of());
    }
}
