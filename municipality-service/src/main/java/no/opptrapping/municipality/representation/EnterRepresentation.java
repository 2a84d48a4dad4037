package no.opptrapping.municipality.representation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongPredicate;
import no.opptrapping.municipality.registry.LanguageForm;
import no.opptrapping.municipality.registry.Municipalities;
import no.opptrapping.municipality.registry.MunicipalityFeed;
import no.opptrapping.municipality.registry.NumberLookup;
import no.opptrapping.municipality.registry.Register;
import no.opptrapping.municipality.registry.Representation;
import no.opptrapping.municipality.registry.Representation.Kind;
import no.opptrapping.municipality.registry.Representation.Representative;
import no.opptrapping.municipality.representation.KeptRepresentations.Kept;
import no.opptrapping.platform.access.AuditLog;
import no.opptrapping.platform.problems.BrokenRule;
import no.opptrapping.platform.time.BusinessDates;
import no.opptrapping.platform.values.MunicipalityNumber;
import no.opptrapping.platform.values.OrganisationNumber;

/** Enters how a municipality is represented, and tells the other services. */
@ApplicationScoped
public class EnterRepresentation {
    private final Municipalities municipalities;
    private final KeptRepresentations kept;
    private final MunicipalityFeed feed;
    private final AuditLog audit;
    private final Clock clock;

    EnterRepresentation(
            Municipalities municipalities,
            KeptRepresentations kept,
            MunicipalityFeed feed,
            AuditLog audit,
            Clock clock) {
        this.municipalities = municipalities;
        this.kept = kept;
        this.feed = feed;
        this.audit = audit;
        this.clock = clock;
    }

    /** What came of it. */
    public sealed interface Outcome {
        record Entered(Kept kept) implements Outcome {}

        /** The number is no municipality's today. */
        record NoMunicipality() implements Outcome {}

        /** It has changed since it was read. */
        record ChangedMeanwhile() implements Outcome {}

        record Rejected(List<BrokenRule> broken) implements Outcome {}
    }

    /**
     * Enters it in place of what was entered before.
     *
     * @param current whether the version is the one that was read
     */
    @Transactional
    public Outcome enter(MunicipalityNumber number, Representation representation, LongPredicate current) {
        var edition = municipalities.lock();
        var register = municipalities.load();
        var today = BusinessDates.today(clock);
        if (!(register.find(number, today) instanceof NumberLookup.Valid(var listed))) {
            return new Outcome.NoMunicipality();
        }
        if (!current.test(kept.find(listed.id()).version())) {
            return new Outcome.ChangedMeanwhile();
        }
        var broken = brokenBy(
                representation,
                listed.municipality().organisationNumberOn(today).stream().toList(),
                register);
        if (!broken.isEmpty()) {
            return new Outcome.Rejected(broken);
        }
        var entered = kept.keep(listed.id(), representation);
        municipalities.changed(edition);
        feed.announceChanges(register);
        audit.decision(
                "municipality.representation-entered",
                listed.id().toString(),
                Map.of(
                        "municipality",
                        number.value(),
                        "representatives",
                        String.join(
                                ", ",
                                representation.representatives().stream()
                                        .map(one -> one.organisation().value())
                                        .toList())));
        return new Outcome.Entered(entered);
    }

    static List<BrokenRule> brokenBy(Representation representation, List<OrganisationNumber> own, Register register) {
        var broken = new ArrayList<BrokenRule>();
        if (representation.languageForm() != LanguageForm.NEUTRAL
                && representation.languageSource().isBlank()) {
            broken.add(BrokenRule.of("representation.language-source-missing", "/languageSource"));
        }
        var representatives = representation.representatives();
        for (var i = 0; i < representatives.size(); i++) {
            var at = "/representatives/" + i;
            var one = representatives.get(i);
            if (own.contains(one.organisation())) {
                broken.add(BrokenRule.of("representation.represents-itself", at + "/organisationNumber"));
            }
            if (one.kind() == Kind.HOST && !isMunicipality(one, register)) {
                broken.add(BrokenRule.of("representation.host-is-no-municipality", at + "/organisationNumber"));
            }
            for (var other : representatives.subList(0, i)) {
                if (other.organisation().equals(one.organisation())
                        && other.period().overlaps(one.period())) {
                    broken.add(BrokenRule.of("representation.same-organisation-twice", at + "/organisationNumber"));
                }
            }
        }
        return broken;
    }

    private static boolean isMunicipality(Representative host, Register register) {
        LocalDate from = host.from();
        return register.find(host.organisation(), from).isPresent();
    }
}
