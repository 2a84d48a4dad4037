package no.opptrapping.grant.statements;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.opptrapping.grant.applications.Application;
import no.opptrapping.grant.applications.ApplicationId;
import no.opptrapping.grant.applications.ApplicationStatus;
import no.opptrapping.grant.applications.Applications;
import no.opptrapping.grant.calls.Call;
import no.opptrapping.grant.calls.CallStatus;
import no.opptrapping.grant.calls.Calls;
import no.opptrapping.grant.impartiality.Impartiality;
import no.opptrapping.grant.known.KnownMunicipalities;
import no.opptrapping.platform.access.AuditLog;
import no.opptrapping.platform.access.Caller;
import no.opptrapping.platform.access.CallerSight;
import no.opptrapping.platform.problems.BrokenRule;
import no.opptrapping.platform.time.BusinessDates;
import no.opptrapping.platform.values.Kroner;

/**
 * Gives the county governor's statement on an application of one of its municipalities of today, once. Until its deadline
 * has passed the assessment waits for it; one that comes later is marked, and read as long as nothing is decided.
 */
@ApplicationScoped
public class GiveStatement {
    /** What the county governor says; the fields are those of {@link Statement}. */
    public record Command(Advice advice, Optional<Kroner> amount, String text) {}

    /** What became of it. */
    public sealed interface Outcome {
        /** The statement is with the application. */
        record Given(Statement statement) implements Outcome {}

        /** Rules stand in the way. */
        record Refused(List<BrokenRule> broken) implements Outcome {}

        /** The rules of the scheme ask for no statement. */
        record NotAskedFor() implements Outcome {}

        /** It has been given before. */
        record GivenBefore() implements Outcome {}

        /** The application is withdrawn or decided. */
        record NotSubmitted(ApplicationStatus status) implements Outcome {}

        /** The call has been called off. */
        record CallCancelled() implements Outcome {}

        /** There is no such application in the counties. */
        record UnknownApplication() implements Outcome {}
    }

    private final Statements statements;
    private final StatementPeriod period;
    private final Applications applications;
    private final Calls calls;
    private final KnownMunicipalities municipalities;
    private final Impartiality impartiality;
    private final CallerSight sight;
    private final AuditLog audit;
    private final Clock clock;

    GiveStatement(
            Statements statements,
            StatementPeriod period,
            Applications applications,
            Calls calls,
            KnownMunicipalities municipalities,
            Impartiality impartiality,
            CallerSight sight,
            AuditLog audit,
            Clock clock) {
        this.statements = statements;
        this.period = period;
        this.applications = applications;
        this.calls = calls;
        this.municipalities = municipalities;
        this.impartiality = impartiality;
        this.sight = sight;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public Outcome give(ApplicationId id, Command command, Caller.Staff by) {
        var found = applications.lock(id).filter(one -> one.status() != ApplicationStatus.DRAFT);
        if (found.isEmpty()) {
            return new Outcome.UnknownApplication();
        }
        var application = found.get();
        if (!isOfTheCounties(application, by)) {
            sight.refused("statement.given", id.toString());
            return new Outcome.UnknownApplication();
        }
        impartiality.require("statement.given", application.scheme());
        var call = calls.find(application.call())
                .orElseThrow(() -> new IllegalStateException("An application without its call: " + id));
        return hindrance(application, call).orElseGet(() -> give(application, call, command, by));
    }

    private Optional<Outcome> hindrance(Application application, Call call) {
        if (!application.status().isPending()) {
            return Optional.of(new Outcome.NotSubmitted(application.status()));
        }
        if (call.status() == CallStatus.CANCELLED) {
            return Optional.of(new Outcome.CallCancelled());
        }
        return statements.find(application.id()).isPresent()
                ? Optional.of(new Outcome.GivenBefore())
                : Optional.empty();
    }

    private Outcome give(Application application, Call call, Command command, Caller.Staff by) {
        var due = period.due(application, call);
        if (due.isEmpty()) {
            return new Outcome.NotAskedFor();
        }
        var broken = brokenBy(command, application);
        if (!broken.isEmpty()) {
            return new Outcome.Refused(broken);
        }
        var statement = new Statement(
                application.id(),
                application.call(),
                command.advice(),
                command.amount(),
                command.text(),
                by.subject(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                due.get());
        statements.add(statement);
        audit.decision(
                "statement.given",
                application.id().toString(),
                Map.of(
                        "advice",
                        statement.advice().code(),
                        "counties",
                        String.join(" ", by.counties().stream().sorted().toList())));
        return new Outcome.Given(statement);
    }

    /** An amount is advised where the advice is to approve, and never more than what is asked for. */
    private static List<BrokenRule> brokenBy(Command command, Application application) {
        return command.amount()
                .filter(amount -> command.advice() != Advice.APPROVE
                        || !amount.isPositive()
                        || amount.compareTo(application.asked()) > 0)
                .map(amount -> List.of(BrokenRule.of(
                        "statement.amount-not-advisable", "/amount", "amount", amount, "asked", application.asked())))
                .orElse(List.of());
    }

    private boolean isOfTheCounties(Application application, Caller.Staff by) {
        return municipalities
                .structure()
                .answeredForIn(by.counties(), BusinessDates.today(clock))
                .contains(application.host());
    }
}
