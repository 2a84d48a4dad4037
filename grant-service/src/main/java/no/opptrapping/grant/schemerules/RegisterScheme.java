package no.opptrapping.grant.schemerules;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import no.opptrapping.grant.schemes.Scheme;
import no.opptrapping.grant.schemes.Schemes;
import no.opptrapping.platform.access.AuditLog;
import no.opptrapping.platform.problems.BrokenRule;

/** Registers a scheme with the draft of its first rules, which another person puts in force. */
@ApplicationScoped
public class RegisterScheme {
    /** What became of it. */
    public sealed interface Outcome {
        /** It is registered; nothing is given of it before its rules are in force. */
        record Registered(Scheme scheme, SchemeVersion draft) implements Outcome {}

        /** Rules stand in the way. */
        record Refused(List<BrokenRule> broken) implements Outcome {}
    }

    private final Schemes schemes;
    private final SchemeVersions versions;
    private final AuditLog audit;
    private final Clock clock;

    RegisterScheme(Schemes schemes, SchemeVersions versions, AuditLog audit, Clock clock) {
        this.schemes = schemes;
        this.versions = versions;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public Outcome register(Scheme scheme, SchemeRules rules, String by) {
        if (schemes.existsWith(scheme.code())) {
            return new Outcome.Refused(List.of(BrokenRule.of("scheme.code-taken", "/code", "code", scheme.code())));
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var draft = SchemeVersion.draft(scheme.id(), 1, rules, by, now);
        schemes.add(scheme, by, now);
        versions.add(draft);
        audit.decision("scheme.added", scheme.id().toString(), Map.of("code", scheme.code()));
        return new Outcome.Registered(scheme, draft);
    }
}
