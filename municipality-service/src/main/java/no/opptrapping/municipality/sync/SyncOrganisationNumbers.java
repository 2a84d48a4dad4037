package no.opptrapping.municipality.sync;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.opptrapping.municipality.registry.Municipality;
import no.opptrapping.municipality.registry.NumberLookup;
import no.opptrapping.municipality.registry.Period;
import no.opptrapping.municipality.registry.Register;
import no.opptrapping.municipality.registry.RegisteredOrganisationNumber;
import no.opptrapping.municipality.registry.RegisteredOrganisationNumber.Origin;
import no.opptrapping.municipality.registry.RegisteredOrganisationNumber.Standing;
import no.opptrapping.platform.values.MunicipalityNumber;
import no.opptrapping.platform.values.OrganisationNumber;

/** Organisation numbers: what is adopted is kept as if a person had entered it, with its source. */
@ApplicationScoped
class SyncOrganisationNumbers implements Synchronisation {
    /** More municipalities than this have never lost their number at a time: the search must have left them out. */
    private static final int MOST_LOST = 40;

    private final LegalEntities entities;
    private final RegisterAsKept register;

    SyncOrganisationNumbers(LegalEntities entities, RegisterAsKept register) {
        this.entities = entities;
        this.register = register;
    }

    @Override
    public Source source() {
        return Source.ORGANISATION_NUMBERS;
    }

    @Override
    public Found compare(LocalDate today) throws SourceFault {
        var revision = register.read();
        var compare = new CompareOrganisationNumbers(revision.register(), today, entities.municipalities());
        var lost = compare.lost();
        if (lost.size() > MOST_LOST) {
            throw new SourceFault(SourceFault.Reason.CONTRADICTORY, Map.of("what", "-" + lost.size()));
        }
        var standings = new HashMap<OrganisationNumber, LegalEntities.Standing>();
        for (var number : lost) {
            standings.put(number, entities.standingOf(number));
        }
        return new Found(RegisterAsKept.basis(revision.number()), compare.differences(standings));
    }

    @Override
    public String basis(List<Difference> differences) {
        return register.basis();
    }

    @Override
    public void adopt(List<Difference> differences, List<SplitDecision> decisions, String by) {
        register.change(municipalities -> {
            var known = municipalities.load();
            differences.forEach(difference -> municipalities.put(with(difference, known)));
        });
    }

    private static Municipality with(Difference difference, Register register) {
        var item = difference.after().isEmpty()
                ? difference.before().getFirst()
                : difference.after().getFirst();
        if (!(register.find(new MunicipalityNumber(item.number()), difference.on())
                instanceof NumberLookup.Valid(var listed))) {
            throw new IllegalStateException("The register has no " + item.number());
        }
        var municipality = listed.municipality();
        var held = new ArrayList<RegisteredOrganisationNumber>();
        for (var registered : municipality.organisationNumbers()) {
            until(registered, difference.on()).ifPresent(held::add);
        }
        if (!difference.after().isEmpty()) {
            held.add(new RegisteredOrganisationNumber(
                    new OrganisationNumber(item.value()),
                    new Period(
                            difference.before().isEmpty() ? beginning(municipality) : Optional.of(difference.on()),
                            municipality.ceasedOn()),
                    Standing.CONFIRMED,
                    Origin.ENTERED,
                    "Enhetsregisteret, " + difference.on()));
        }
        return new Municipality(municipality.id(), municipality.foundedOn(), municipality.versions(), held);
    }

    /** What is in use ends on the day; what would only begin then never was. */
    private static Optional<RegisteredOrganisationNumber> until(RegisteredOrganisationNumber held, LocalDate day) {
        if (!held.isInUse() || !held.period().to().map(day::isBefore).orElse(true)) {
            return Optional.of(held);
        }
        return held.period().from().map(day::isAfter).orElse(true)
                ? Optional.of(new RegisteredOrganisationNumber(
                        held.number(),
                        new Period(held.period().from(), Optional.of(day)),
                        held.standing(),
                        held.origin(),
                        held.source()))
                : Optional.empty();
    }

    private static Optional<LocalDate> beginning(Municipality municipality) {
        return Optional.of(
                municipality.foundedOn().filter(Register.BEGINNING::isBefore).orElse(Register.BEGINNING));
    }
}
