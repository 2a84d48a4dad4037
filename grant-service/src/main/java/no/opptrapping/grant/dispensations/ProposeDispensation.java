package no.opptrapping.grant.dispensations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.opptrapping.grant.calls.Call;
import no.opptrapping.grant.calls.CallId;
import no.opptrapping.grant.calls.CallStatus;
import no.opptrapping.grant.calls.Calls;
import no.opptrapping.grant.impartiality.Impartiality;
import no.opptrapping.grant.known.KnownMunicipalities;
import no.opptrapping.platform.access.AuditLog;
import no.opptrapping.platform.problems.BrokenRule;
import no.opptrapping.platform.register.KnownMunicipality;
import no.opptrapping.platform.time.BusinessDates;
import no.opptrapping.platform.values.MunicipalityNumber;

/** Proposes that one municipality may apply after the deadline, which another person decides. */
@ApplicationScoped
public class ProposeDispensation {
    /** Whom it is for, until when and why. */
    public record Command(CallId call, MunicipalityNumber number, Instant until, String reason) {}

    /** What became of it. */
    public sealed interface Outcome {
        /** It waits for a second person. */
        record Proposed(Dispensation dispensation) implements Outcome {}

        /** Rules stand in the way. */
        record Refused(List<BrokenRule> broken) implements Outcome {}

        /** The call is not announced, or it is decided or called off. */
        record CallNotAnnounced(CallStatus status) implements Outcome {}

        /** The municipality has a dispensation of the call that is not refused. */
        record ProposedBefore() implements Outcome {}
    }

    private final Dispensations dispensations;
    private final Calls calls;
    private final KnownMunicipalities municipalities;
    private final Impartiality impartiality;
    private final AuditLog audit;
    private final Clock clock;

    ProposeDispensation(
            Dispensations dispensations,
            Calls calls,
            KnownMunicipalities municipalities,
            Impartiality impartiality,
            AuditLog audit,
            Clock clock) {
        this.dispensations = dispensations;
        this.calls = calls;
        this.municipalities = municipalities;
        this.impartiality = impartiality;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public Outcome propose(Command command, String by) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var call = calls.find(command.call());
        call.ifPresent(one -> impartiality.require("dispensation.proposed", one.scheme()));
        var municipality = municipalities.byNumber(command.number(), BusinessDates.of(now));
        var broken = brokenBy(command, call, municipality, now);
        if (!broken.isEmpty()) {
            return new Outcome.Refused(broken);
        }
        if (call.orElseThrow().status() != CallStatus.ANNOUNCED) {
            return new Outcome.CallNotAnnounced(call.get().status());
        }
        var proposed = new Dispensation(
                DispensationId.random(),
                command.call(),
                call.get().scheme(),
                municipality.orElseThrow().id(),
                command.until(),
                command.reason(),
                Optional.empty(),
                by,
                now,
                Optional.empty());
        if (!dispensations.add(proposed)) {
            return new Outcome.ProposedBefore();
        }
        audit.decision(
                "dispensation.proposed",
                proposed.id().toString(),
                Map.of(
                        "number",
                        command.number().value(),
                        "until",
                        command.until().toString()));
        return new Outcome.Proposed(proposed);
    }

    private static List<BrokenRule> brokenBy(
            Command command, Optional<Call> call, Optional<KnownMunicipality> municipality, Instant now) {
        var broken = new ArrayList<BrokenRule>();
        if (call.isEmpty()) {
            broken.add(BrokenRule.of("dispensation.call-unknown", "/callId"));
        }
        if (municipality.isEmpty()) {
            broken.add(BrokenRule.of("dispensation.municipality-unknown", "/municipality"));
        }
        if (!command.until().isAfter(now)
                || call.filter(one -> !command.until().isAfter(one.deadline())).isPresent()) {
            broken.add(BrokenRule.of("dispensation.until-not-later", "/until"));
        }
        return broken;
    }
}
