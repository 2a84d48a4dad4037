package no.opptrapping.municipality.reference;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.stream.Stream;
import no.opptrapping.municipality.indicators.PublishConversions;
import no.opptrapping.municipality.indicators.PublishObservations;
import no.opptrapping.municipality.lineage.StructureChange;
import no.opptrapping.municipality.offices.KeepOffices;
import no.opptrapping.municipality.registry.Municipalities;
import no.opptrapping.municipality.registry.Municipality;
import no.opptrapping.municipality.registry.MunicipalityFeed;
import no.opptrapping.municipality.registry.Register;
import no.opptrapping.municipality.registry.RegisteredOrganisationNumber;
import no.opptrapping.municipality.registry.RegisteredOrganisationNumber.Origin;
import no.opptrapping.municipality.registry.RegisteredOrganisationNumber.Standing;
import no.opptrapping.municipality.sync.AdoptedValues;

/**
 * Takes an edition of the reference data into the register: keeps what differs from what is known, and tells the world
 * of it. What the edition does not mention stays as it is, and so does what was adopted from the official sources later.
 */
@ApplicationScoped
public class TakeInReferenceData {
    private final Municipalities municipalities;
    private final MunicipalityFeed feed;
    private final KeepOffices keepOffices;
    private final PublishObservations publishObservations;
    private final PublishConversions publishConversions;
    private final AdoptedValues adoptedValues;

    TakeInReferenceData(
            Municipalities municipalities,
            MunicipalityFeed feed,
            KeepOffices keepOffices,
            PublishObservations publishObservations,
            PublishConversions publishConversions,
            AdoptedValues adoptedValues) {
        this.municipalities = municipalities;
        this.feed = feed;
        this.keepOffices = keepOffices;
        this.publishObservations = publishObservations;
        this.publishConversions = publishConversions;
        this.adoptedValues = adoptedValues;
    }

    /** What was done. */
    public sealed interface Outcome {
        /** The same edition was taken in before. */
        record NothingNew() implements Outcome {}

        /** How many municipalities and sets of observations were new or had changed. */
        record TakenIn(int municipalities, int observationSets) implements Outcome {}
    }

    /** Takes the edition in, unless it is the one that was taken in last. */
    @Transactional
    public Outcome takeIn(ReferenceEdition edition) {
        if (municipalities.lock().equals(edition.fingerprint())) {
            return new Outcome.NothingNew();
        }
        var known = municipalities.load();
        var keepWhatCameLater = new KeepWhatCameLater(known);
        edition.register().municipalities().stream()
                .map(keepWhatCameLater::of)
                .map(municipality -> withEnteredNumbers(municipality, known))
                .filter(municipality -> !known.find(municipality.id()).equals(Optional.of(municipality)))
                .forEach(municipalities::put);
        keepChanges(edition.register(), known);
        edition.register().counties().stream().map(keepWhatCameLater::of).forEach(municipalities::put);
        keepOffices.keep(edition.offices());
        var adopted = adoptedValues.keys();
        municipalities.changed(edition.fingerprint());
        var register = municipalities.load();
        var published = publishObservations.publish(
                edition.indicators(),
                edition.observations().stream()
                        .filter(set -> !adopted.contains(set.key()))
                        .toList());
        publishConversions.followReferenceData(published, register);
        return new Outcome.TakenIn(feed.announceChanges(register), published.size());
    }

    private void keepChanges(Register edition, Register known) {
        var kept = known.lineage().changes().stream().collect(toMap(StructureChange::key, identity()));
        edition.lineage().changes().stream()
                .filter(change -> !change.equals(kept.get(change.key())))
                .forEach(municipalities::put);
    }

    /**
     * The municipality with the organisation numbers that a person entered: the edition's numbers for the same time are
     * conflicting if they are others, and need not be repeated if they are the same.
     */
    private static Municipality withEnteredNumbers(Municipality municipality, Register known) {
        var entered = known.find(municipality.id()).stream()
                .flatMap(kept -> kept.organisationNumbers().stream())
                .filter(registered -> registered.origin() == Origin.ENTERED)
                .toList();
        var fromEdition = municipality.organisationNumbers().stream()
                .filter(registered -> entered.stream()
                        .noneMatch(one -> one.number().equals(registered.number())
                                && one.period().overlaps(registered.period())))
                .map(registered -> entered.stream().anyMatch(one -> one.period().overlaps(registered.period()))
                        ? conflicting(registered)
                        : registered);
        return new Municipality(
                municipality.id(),
                municipality.foundedOn(),
                municipality.versions(),
                Stream.concat(fromEdition, entered.stream()).toList());
    }

    private static RegisteredOrganisationNumber conflicting(RegisteredOrganisationNumber registered) {
        return new RegisteredOrganisationNumber(
                registered.number(),
                registered.period(),
                Standing.CONFLICTING,
                registered.origin(),
                registered.source());
    }
}
