package no.opptrapping.grant.calls;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.opptrapping.grant.impartiality.Impartiality;
import no.opptrapping.grant.schemes.Scheme;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.grant.schemes.SchemeKind;
import no.opptrapping.grant.schemes.Schemes;
import no.opptrapping.platform.access.AuditLog;
import no.opptrapping.platform.events.Outbox;
import no.opptrapping.platform.language.LocalisedText;
import no.opptrapping.platform.problems.BrokenRule;
import no.opptrapping.platform.time.BusinessDates;
import no.opptrapping.platform.values.Kroner;

/** Makes a call under a scheme, which another person then announces. */
@ApplicationScoped
public class MakeCall {
    /**
     * The call that somebody wants to make; the fields are those of {@link Call}.
     *
     * @param forecast the forecast that comes true by it
     */
    public record Command(
            SchemeId scheme,
            Year year,
            LocalisedText title,
            LocalDate opensOn,
            Instant deadline,
            Kroner budget,
            DivisionRule rule,
            TieRule tieRule,
            boolean smallestUsefulAllowed,
            List<CallDocument> documents,
            List<Round> rounds,
            Optional<CallId> forecast,
            String madeBy) {}

    /** What became of it. */
    public sealed interface Outcome {
        /** The call is made and not yet announced. */
        record Made(Call call) implements Outcome {}

        /** Rules stand in the way. */
        record Refused(List<BrokenRule> broken) implements Outcome {}
    }

    private final Schemes schemes;
    private final Calls calls;
    private final Forecasts forecasts;
    private final Outbox outbox;
    private final AuditLog audit;
    private final Impartiality impartiality;
    private final Clock clock;

    MakeCall(
            Schemes schemes,
            Calls calls,
            Forecasts forecasts,
            Outbox outbox,
            AuditLog audit,
            Impartiality impartiality,
            Clock clock) {
        this.impartiality = impartiality;
        this.schemes = schemes;
        this.calls = calls;
        this.forecasts = forecasts;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public Outcome make(Command command) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var broken = new ArrayList<>(brokenBy(command, schemes.find(command.scheme()), now));
        command.forecast().flatMap(id -> brokenBy(command, id)).ifPresent(broken::add);
        if (!broken.isEmpty()) {
            return new Outcome.Refused(List.copyOf(broken));
        }
        impartiality.require("call.made", command.scheme());
        var call = new Call(
                command.forecast().orElseGet(CallId::random),
                command.scheme(),
                command.year(),
                command.title(),
                command.opensOn(),
                command.deadline(),
                command.budget(),
                command.rule(),
                command.tieRule(),
                command.smallestUsefulAllowed(),
                command.documents(),
                CallStatus.DRAFT,
                1,
                command.madeBy(),
                now,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                CallParts.WHOLE.with(command.rounds()));
        calls.add(call);
        outbox.append(CallV1.of(call));
        audit.decision(
                "call.made",
                call.id().toString(),
                Map.of("budget", call.budget().toString()));
        return new Outcome.Made(call);
    }

    /** A forecast comes true once, in its own scheme and year. */
    private Optional<BrokenRule> brokenBy(Command command, CallId id) {
        var forecast = forecasts.lock(id).filter(one -> one.withdrawal().isEmpty());
        if (forecast.isEmpty()) {
            return Optional.of(BrokenRule.of("call.forecast-unknown", "/forecastId"));
        }
        if (!forecast.get().scheme().equals(command.scheme())
                || !forecast.get().year().equals(command.year())) {
            return Optional.of(BrokenRule.of("call.forecast-of-another", "/forecastId"));
        }
        return calls.find(id).map(_ -> BrokenRule.of("call.forecast-made-already", "/forecastId"));
    }

    static List<BrokenRule> brokenBy(Command command, Optional<Scheme> scheme, Instant now) {
        var broken = new ArrayList<BrokenRule>();
        if (scheme.isEmpty()) {
            broken.add(BrokenRule.of("call.scheme-unknown", "/schemeId"));
        } else if (scheme.get().kind() != SchemeKind.EARMARKED) {
            broken.add(BrokenRule.of("call.scheme-not-earmarked", "/schemeId"));
        }
        if (!command.budget().isPositive()) {
            broken.add(BrokenRule.of("call.budget-not-positive", "/budget", "amount", command.budget()));
        }
        if (!command.deadline().isAfter(BusinessDates.startOf(command.opensOn()))) {
            broken.add(BrokenRule.of("call.deadline-before-opening", "/deadline", "opensOn", command.opensOn()));
        }
        if (!command.deadline().isAfter(now)) {
            broken.add(BrokenRule.of("call.deadline-in-the-past", "/deadline"));
        }
        broken.addAll(RoundRules.brokenBy(command.rounds(), command.opensOn(), command.deadline(), command.budget()));
        return List.copyOf(broken);
    }
}
