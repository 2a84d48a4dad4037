package no.opptrapping.grant.appropriations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
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
import no.opptrapping.platform.problems.BrokenRule;
import no.opptrapping.platform.values.Kroner;

/** Proposes a scheme's appropriation of a year as the Storting adopted it; a second person approves it. */
@ApplicationScoped
public class RegisterAppropriation {
    /** The appropriation as somebody wants to register it; the fields are those of {@link Appropriation}. */
    public record Command(
            SchemeId scheme, Year year, Kroner amount, String source, Optional<SchemeId> incorporatedFrom, String by) {}

    /** What became of it. */
    public sealed interface Outcome {
        /** It waits for another person's approval. */
        record Registered(Appropriation appropriation) implements Outcome {}

        /** Rules stand in the way. */
        record Refused(List<BrokenRule> broken) implements Outcome {}

        /** The scheme has its appropriation of the year; it can be revised. */
        record RegisteredBefore(Appropriation appropriation) implements Outcome {}
    }

    private final Schemes schemes;
    private final Appropriations appropriations;
    private final Impartiality impartiality;
    private final AuditLog audit;
    private final Clock clock;

    RegisterAppropriation(
            Schemes schemes, Appropriations appropriations, Impartiality impartiality, AuditLog audit, Clock clock) {
        this.schemes = schemes;
        this.appropriations = appropriations;
        this.impartiality = impartiality;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public Outcome register(Command command) {
        var broken = brokenBy(
                command,
                schemes.find(command.scheme()),
                command.incorporatedFrom().flatMap(schemes::find));
        if (!broken.isEmpty()) {
            return new Outcome.Refused(broken);
        }
        impartiality.require("appropriation.proposed", command.scheme());
        return appropriations
                .of(command.scheme(), command.year())
                .<Outcome>map(Outcome.RegisteredBefore::new)
                .orElseGet(() -> registered(command));
    }

    private Outcome registered(Command command) {
        var appropriation = new Appropriation(
                AppropriationId.random(),
                command.scheme(),
                command.year(),
                command.amount(),
                command.source(),
                command.incorporatedFrom(),
                List.of(),
                command.by(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                Optional.empty());
        appropriations.add(appropriation);
        audit.decision(
                "appropriation.proposed",
                appropriation.id().toString(),
                Map.of("amount", appropriation.adopted().toString()));
        return new Outcome.Registered(appropriation);
    }

    static List<BrokenRule> brokenBy(Command command, Optional<Scheme> scheme, Optional<Scheme> from) {
        var broken = new ArrayList<BrokenRule>();
        if (!command.amount().isPositive()) {
            broken.add(BrokenRule.of("appropriation.amount-not-positive", "/amount", "amount", command.amount()));
        }
        if (scheme.isEmpty()) {
            broken.add(BrokenRule.of("appropriation.scheme-unknown", "/schemeId"));
        }
        if (command.incorporatedFrom().isPresent()) {
            if (from.isEmpty()) {
                broken.add(BrokenRule.of("appropriation.scheme-unknown", "/incorporatedFrom"));
            } else if (from.get().kind() != SchemeKind.EARMARKED) {
                broken.add(BrokenRule.of("appropriation.incorporated-from-framework", "/incorporatedFrom"));
            }
            if (scheme.isPresent() && scheme.get().kind() != SchemeKind.FRAMEWORK) {
                broken.add(BrokenRule.of("appropriation.incorporated-into-earmarked", "/incorporatedFrom"));
            }
        }
        return List.copyOf(broken);
    }
}
