package no.opptrapping.municipality.registry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import no.opptrapping.municipality.registry.RegisteredOrganisationNumber.Origin;
import no.opptrapping.municipality.registry.RegisteredOrganisationNumber.Standing;
import no.opptrapping.platform.access.AuditLog;
import no.opptrapping.platform.time.BusinessDates;
import no.opptrapping.platform.values.MunicipalityNumber;
import no.opptrapping.platform.values.OrganisationNumber;

/**
 * Enters the organisation number of a municipality that the reference data has none for, with its source, so that the
 * municipality can sign in and be paid. What was entered can be entered anew; what the reference data knows cannot.
 */
@ApplicationScoped
public class EnterOrganisationNumber {
    private final Municipalities municipalities;
    private final MunicipalityFeed feed;
    private final AuditLog auditLog;
    private final Clock clock;

    EnterOrganisationNumber(Municipalities municipalities, MunicipalityFeed feed, AuditLog auditLog, Clock clock) {
        this.municipalities = municipalities;
        this.feed = feed;
        this.auditLog = auditLog;
        this.clock = clock;
    }

    /**
     * What an administrator enters.
     *
     * @param source where the number was read
     * @param current whether what is stored is what the administrator has seen
     */
    public record Command(
            MunicipalityNumber municipality, OrganisationNumber number, String source, Predicate<Listed> current) {}

    /** What came of it. */
    public sealed interface Outcome {
        record Entered(Listed listed, Register register, LocalDate today) implements Outcome {}

        /** The municipality number is not in use today. */
        record NoMunicipality(NumberLookup lookup) implements Outcome {}

        /** The municipality has changed since the administrator read it. */
        record ChangedMeanwhile() implements Outcome {}

        record Rejected(List<Rule> broken) implements Outcome {}
    }

    /** What must hold. */
    public enum Rule {
        /** The reference data has no number of its own for the municipality. */
        NOT_KNOWN_FROM_REFERENCE_DATA,
        /** No other municipality is recognised by the number. */
        NOT_ANOTHER_MUNICIPALITYS
    }

    /** Enters the number, from the municipality's founding on. */
    @Transactional
    public Outcome enter(Command command) {
        var edition = municipalities.lock();
        var register = municipalities.load();
        var today = BusinessDates.today(clock);
        var lookup = register.find(command.municipality(), today);
        if (!(lookup instanceof NumberLookup.Valid(var listed))) {
            return new Outcome.NoMunicipality(lookup);
        }
        if (!command.current().test(listed)) {
            return new Outcome.ChangedMeanwhile();
        }
        var broken = brokenBy(command, listed.municipality(), register);
        if (!broken.isEmpty()) {
            return new Outcome.Rejected(broken);
        }
        var changed = withNumber(listed.municipality(), command);
        municipalities.put(changed);
        municipalities.changed(edition);
        var now = municipalities.load();
        feed.announceChanges(now);
        auditLog.decision(
                "municipality.organisation-number-entered",
                changed.id().toString(),
                Map.of(
                        "municipality", command.municipality().value(),
                        "organisationNumber", command.number().value(),
                        "source", command.source()));
        return new Outcome.Entered(new Listed(changed, listed.version()), now, today);
    }

    private static List<Rule> brokenBy(Command command, Municipality municipality, Register register) {
        var broken = new ArrayList<Rule>();
        if (municipality.organisationNumbers().stream()
                .anyMatch(one -> one.isInUse()
                        && one.origin() == Origin.REFERENCE
                        && one.period().to().isEmpty())) {
            broken.add(Rule.NOT_KNOWN_FROM_REFERENCE_DATA);
        }
        var period = periodOf(municipality);
        if (register.municipalities().stream()
                .filter(other -> !other.id().equals(municipality.id()))
                .flatMap(other -> other.organisationNumbers().stream())
                .anyMatch(one -> one.isInUse()
                        && one.number().equals(command.number())
                        && one.period().overlaps(period))) {
            broken.add(Rule.NOT_ANOTHER_MUNICIPALITYS);
        }
        return broken;
    }

    private static Municipality withNumber(Municipality municipality, Command command) {
        var entered = new RegisteredOrganisationNumber(
                command.number(), periodOf(municipality), Standing.CONFIRMED, Origin.ENTERED, command.source());
        return new Municipality(
                municipality.id(),
                municipality.foundedOn(),
                municipality.versions(),
                Stream.concat(
                                municipality.organisationNumbers().stream()
                                        .filter(one -> one.origin() == Origin.REFERENCE),
                                Stream.of(entered))
                        .toList());
    }

    private static Period periodOf(Municipality municipality) {
        var from = municipality.foundedOn().filter(Register.BEGINNING::isBefore).orElse(Register.BEGINNING);
        return new Period(Optional.of(from), municipality.ceasedOn());
    }
}
