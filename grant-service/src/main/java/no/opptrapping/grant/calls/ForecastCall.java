package no.opptrapping.grant.calls;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.IntPredicate;
import no.opptrapping.grant.impartiality.Impartiality;
import no.opptrapping.grant.schemes.Scheme;
import no.opptrapping.grant.schemes.SchemeKind;
import no.opptrapping.grant.schemes.Schemes;
import no.opptrapping.platform.access.AuditLog;
import no.opptrapping.platform.problems.BrokenRule;
import no.opptrapping.platform.time.BusinessDates;

/** Forecasts (<i>varsler</i>) a call before it is made, changes what is expected, and withdraws it. */
@ApplicationScoped
public class ForecastCall {
    /** What became of it. */
    public sealed interface Outcome {
        /** The forecast as it is now, for everybody to read. */
        record Forecasted(Forecast forecast) implements Outcome {}

        /** Rules stand in the way. */
        record Refused(List<BrokenRule> broken) implements Outcome {}

        /** It is withdrawn. */
        record Withdrawn() implements Outcome {}

        /** The call has been made. */
        record MadeAlready() implements Outcome {}

        /** Somebody has changed it since the caller read it. */
        record ChangedMeanwhile() implements Outcome {}

        /** There is no such forecast. */
        record UnknownForecast() implements Outcome {}
    }

    private final Forecasts forecasts;
    private final Calls calls;
    private final Schemes schemes;
    private final Impartiality impartiality;
    private final AuditLog audit;
    private final Clock clock;

    ForecastCall(
            Forecasts forecasts, Calls calls, Schemes schemes, Impartiality impartiality, AuditLog audit, Clock clock) {
        this.forecasts = forecasts;
        this.calls = calls;
        this.schemes = schemes;
        this.impartiality = impartiality;
        this.audit = audit;
        this.clock = clock;
    }

    /** Tells everybody what is expected. */
    @Transactional
    public Outcome make(Forecast.Expected expected, String by) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        impartiality.require("call.forecast", expected.scheme());
        var broken = brokenBy(expected, schemes.find(expected.scheme()), now);
        if (!broken.isEmpty()) {
            return new Outcome.Refused(broken);
        }
        var made = new Forecast(
                CallId.random(),
                expected.scheme(),
                expected.year(),
                expected.title(),
                expected.opensOn(),
                expected.deadline(),
                expected.budget(),
                1,
                by,
                now,
                now,
                Optional.empty());
        forecasts.add(made);
        return recorded(made);
    }

    /** Changes what is expected; scheme and year stay. */
    @Transactional
    public Outcome change(CallId id, IntPredicate isRead, Forecast.Expected expected) {
        return change(id, isRead, (forecast, now) -> {
            var broken = new ArrayList<>(brokenBy(expected, schemes.find(forecast.scheme()), now));
            if (!expected.scheme().equals(forecast.scheme()) || !expected.year().equals(forecast.year())) {
                broken.add(BrokenRule.of("call.forecast-of-another", "/schemeId"));
            }
            return broken.isEmpty()
                    ? new Outcome.Forecasted(forecast.changed(expected, now))
                    : new Outcome.Refused(broken);
        });
    }

    /** Says that it is not expected any more, and why. */
    @Transactional
    public Outcome withdraw(CallId id, String reason) {
        return change(id, _ -> true, (forecast, now) -> new Outcome.Forecasted(forecast.withdrawn(reason, now)));
    }

    private Outcome change(CallId id, IntPredicate isRead, BiFunction<Forecast, Instant, Outcome> change) {
        var found = forecasts.lock(id);
        if (found.isEmpty()) {
            return new Outcome.UnknownForecast();
        }
        impartiality.require("call.forecast", found.get().scheme());
        if (found.get().withdrawal().isPresent()) {
            return new Outcome.Withdrawn();
        }
        if (calls.find(id).isPresent()) {
            return new Outcome.MadeAlready();
        }
        if (!isRead.test(found.get().version())) {
            return new Outcome.ChangedMeanwhile();
        }
        var outcome = change.apply(found.get(), clock.instant().truncatedTo(ChronoUnit.MICROS));
        if (outcome instanceof Outcome.Forecasted(var changed)) {
            forecasts.change(changed);
            return recorded(changed);
        }
        return outcome;
    }

    private Outcome recorded(Forecast forecast) {
        audit.decision(
                "call.forecast",
                forecast.id().toString(),
                Map.of(
                        "version",
                        Integer.toString(forecast.version()),
                        "deadline",
                        forecast.deadline().toString()));
        return new Outcome.Forecasted(forecast);
    }

    private static List<BrokenRule> brokenBy(Forecast.Expected expected, Optional<Scheme> scheme, Instant now) {
        var broken = new ArrayList<BrokenRule>();
        if (scheme.isEmpty()) {
            broken.add(BrokenRule.of("call.scheme-unknown", "/schemeId"));
        } else if (scheme.get().kind() != SchemeKind.EARMARKED) {
            broken.add(BrokenRule.of("call.scheme-not-earmarked", "/schemeId"));
        }
        expected.budget()
                .filter(budget -> !budget.isPositive())
                .ifPresent(
                        budget -> broken.add(BrokenRule.of("call.budget-not-positive", "/budget", "amount", budget)));
        if (!expected.deadline().isAfter(BusinessDates.startOf(expected.opensOn()))) {
            broken.add(BrokenRule.of("call.deadline-before-opening", "/deadline", "opensOn", expected.opensOn()));
        }
        if (!expected.deadline().isAfter(now)) {
            broken.add(BrokenRule.of("call.deadline-in-the-past", "/deadline"));
        }
        return broken;
    }
}
