package no.opptrapping.municipality.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.opptrapping.municipality.registry.Municipality;
import no.opptrapping.municipality.registry.MunicipalityVersion;
import no.opptrapping.municipality.registry.Period;
import no.opptrapping.municipality.registry.Register;
import org.junit.jupiter.api.Test;

class KeepWhatCameLaterTest {
    private static final Register EDITION = ReadReferenceEdition.read().register();
    private static final LocalDate LATER = LocalDate.of(2028, 1, 1);

    @Test
    void keepsAMunicipalityThatHasCeasedSinceTheEdition() {
        var lund = lund();
        var ceased = with(lund, List.of(until(lund.latest())));

        var kept = new KeepWhatCameLater(registerWith(ceased)).of(lund);

        assertThat(kept.ceasedOn()).contains(LATER);
        assertThat(kept.organisationNumbers())
                .isNotEmpty()
                .allMatch(number -> number.period().to().equals(Optional.of(LATER)));
    }

    @Test
    void keepsANameThatCameAfterTheEdition() {
        var lund = lund();
        var renamed = with(
                lund,
                List.of(
                        until(lund.latest()),
                        new MunicipalityVersion(
                                lund.latest().number(),
                                "Lund - Moi",
                                new Period(Optional.of(LATER), Optional.empty()))));

        assertThat(new KeepWhatCameLater(registerWith(renamed))
                        .of(lund)
                        .latest()
                        .name())
                .isEqualTo("Lund - Moi");
    }

    @Test
    void takesTheEditionsWordWhereItSaysSomethingElse() {
        var lund = lund();
        var misspelt = with(
                lund,
                List.of(new MunicipalityVersion(
                        lund.latest().number(), "Lunn", lund.latest().period())));

        assertThat(new KeepWhatCameLater(registerWith(misspelt)).of(lund)).isEqualTo(lund);
        assertThat(new KeepWhatCameLater(EDITION).of(lund)).isEqualTo(lund);
    }

    private static Municipality lund() {
        return EDITION.municipalities().stream()
                .filter(municipality -> municipality.latest().number().value().equals("1112"))
                .findFirst()
                .orElseThrow();
    }

    private static MunicipalityVersion until(MunicipalityVersion open) {
        return new MunicipalityVersion(
                open.number(), open.name(), new Period(open.period().from(), Optional.of(LATER)));
    }

    /** The municipality with other versions instead of its last. */
    private static Municipality with(Municipality municipality, List<MunicipalityVersion> last) {
        var versions = new ArrayList<>(municipality.versions());
        versions.removeLast();
        versions.addAll(last);
        return new Municipality(
                municipality.id(), municipality.foundedOn(), versions, municipality.organisationNumbers());
    }

    private static Register registerWith(Municipality municipality) {
        return new Register(List.of(municipality), List.of(), EDITION.lineage());
    }
}
