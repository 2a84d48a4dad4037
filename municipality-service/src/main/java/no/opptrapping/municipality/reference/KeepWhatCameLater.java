package no.opptrapping.municipality.reference;

import java.util.List;
import no.opptrapping.municipality.registry.County;
import no.opptrapping.municipality.registry.Municipality;
import no.opptrapping.municipality.registry.MunicipalityVersion;
import no.opptrapping.municipality.registry.Period;
import no.opptrapping.municipality.registry.Register;
import no.opptrapping.municipality.registry.RegisteredOrganisationNumber;

/**
 * Keeps what has been adopted from the official sources since an edition of the reference data was made: an edition that
 * says the same up to then does not undo what came later. Pure.
 */
final class KeepWhatCameLater {
    private final Register known;

    KeepWhatCameLater(Register known) {
        this.known = known;
    }

    /** The edition's municipality, going on as it is known to. */
    Municipality of(Municipality edition) {
        return known.find(edition.id())
                .filter(kept -> goesOn(edition.versions(), kept.versions()))
                .map(kept -> new Municipality(
                        edition.id(),
                        edition.foundedOn(),
                        kept.versions(),
                        edition.organisationNumbers().stream()
                                .map(number -> within(number, kept))
                                .toList()))
                .orElse(edition);
    }

    /** The edition's county, ended if it is known to have. */
    County of(County edition) {
        return known.counties().stream()
                .filter(kept -> kept.number().equals(edition.number())
                        && kept.period().from().equals(edition.period().from())
                        && kept.period().to().isPresent()
                        && edition.period().to().isEmpty())
                .findFirst()
                .map(kept -> new County(edition.number(), edition.name(), kept.period()))
                .orElse(edition);
    }

    private static boolean goesOn(List<MunicipalityVersion> edition, List<MunicipalityVersion> kept) {
        var last = edition.size() - 1;
        if (kept.size() < edition.size() || !edition.subList(0, last).equals(kept.subList(0, last))) {
            return false;
        }
        var open = edition.get(last);
        var later = kept.get(last);
        return open.period().to().isEmpty()
                && later.period().to().isPresent()
                && open.number().equals(later.number())
                && open.name().equals(later.name())
                && open.period().from().equals(later.period().from());
    }

    private static RegisteredOrganisationNumber within(RegisteredOrganisationNumber number, Municipality kept) {
        return number.period().to().isPresent() || kept.ceasedOn().isEmpty()
                ? number
                : new RegisteredOrganisationNumber(
                        number.number(),
                        new Period(number.period().from(), kept.ceasedOn()),
                        number.standing(),
                        number.origin(),
                        number.source());
    }
}
