package no.opptrapping.grant.schemerules;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.function.IntPredicate;
import no.opptrapping.grant.impartiality.Impartiality;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.access.AuditLog;

/** Drafts the next version of a scheme's rules (regelverk), and changes the draft until another person puts it in force. */
@ApplicationScoped
public class DraftSchemeVersion {
    /** What became of it. */
    public sealed interface Outcome {
        /** The draft is stored. */
        record Drafted(SchemeVersion draft) implements Outcome {}

        /** There is a draft; change that one, or put it in force first. */
        record DraftedBefore(int number) implements Outcome {}

        /** It is in force and stays as it is; draft the next. */
        record InForce() implements Outcome {}

        /** Somebody has changed it since the caller read it. */
        record ChangedMeanwhile() implements Outcome {}

        /** There is no such scheme or version. */
        record Unknown() implements Outcome {}
    }

    private final SchemeVersions versions;
    private final Impartiality impartiality;
    private final AuditLog audit;
    private final Clock clock;

    DraftSchemeVersion(SchemeVersions versions, Impartiality impartiality, AuditLog audit, Clock clock) {
        this.versions = versions;
        this.impartiality = impartiality;
        this.audit = audit;
        this.clock = clock;
    }

    /** Drafts the version after the one that is in force. */
    @Transactional
    public Outcome draft(SchemeId scheme, SchemeRules rules, String by) {
        var newest = versions.lockNewest(scheme);
        if (newest.isEmpty()) {
            return new Outcome.Unknown();
        }
        impartiality.require("scheme.version-drafted", scheme);
        if (newest.get().inForce().isEmpty()) {
            return new Outcome.DraftedBefore(newest.get().number());
        }
        var draft = SchemeVersion.draft(scheme, newest.get().number() + 1, rules, by, now());
        versions.add(draft);
        return drafted(draft);
    }

    /**
     * Writes the draft anew.
     *
     * @param expected whether the edition that there is, is the one that the caller has read
     */
    @Transactional
    public Outcome change(SchemeId scheme, int number, IntPredicate expected, SchemeRules rules, String by) {
        var newest = versions.lockNewest(scheme);
        if (newest.isEmpty() || number < 1 || number > newest.get().number()) {
            return new Outcome.Unknown();
        }
        impartiality.require("scheme.version-drafted", scheme);
        var current = newest.get();
        if (number < current.number() || current.inForce().isPresent()) {
            return new Outcome.InForce();
        }
        if (!expected.test(current.edition())) {
            return new Outcome.ChangedMeanwhile();
        }
        var changed = current.changed(rules, by, now());
        versions.change(changed);
        return drafted(changed);
    }

    private Outcome drafted(SchemeVersion draft) {
        audit.decision(
                "scheme.version-drafted",
                draft.scheme().toString(),
                Map.of("version", Integer.toString(draft.number()), "edition", Integer.toString(draft.edition())));
        return new Outcome.Drafted(draft);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
