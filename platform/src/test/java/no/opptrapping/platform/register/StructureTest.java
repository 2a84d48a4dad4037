package no.opptrapping.platform.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import no.opptrapping.platform.register.HeardMunicipality.HeldNumber;
import no.opptrapping.platform.register.HeardMunicipality.Successor;
import no.opptrapping.platform.register.HeardMunicipality.Version;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.platform.values.MunicipalityNumber;
import no.opptrapping.platform.values.OrganisationNumber;
import org.junit.jupiter.api.Test;

/** Snillfjord was split in three in 2020; Sandnes took in Forsand. */
class StructureTest {
    private static final LocalDate REFORM = LocalDate.of(2020, 1, 1);
    private static final LocalDate BEFORE = LocalDate.of(2019, 1, 1);
    private static final MunicipalityId SNILLFJORD = id(1);
    private static final MunicipalityId ORKLAND = id(2);
    private static final MunicipalityId HEIM = id(3);
    private static final MunicipalityId HITRA = id(4);
    private static final MunicipalityId FORSAND = id(5);
    private static final MunicipalityId SANDNES = id(6);
    private static final OrganisationNumber NUMBER = new OrganisationNumber("942110464");

    private final Structure structure = new Structure(List.of(
            new HeardMunicipality(
                    SNILLFJORD,
                    REFORM,
                    List.of(new Version(new MunicipalityNumber("5012"), "Snillfjord", null, REFORM)),
                    List.of(
                            new Successor(ORKLAND, REFORM, new BigDecimal("0.53"), true),
                            new Successor(HEIM, REFORM, new BigDecimal("0.31"), false),
                            new Successor(HITRA, REFORM, new BigDecimal("0.16"), false)),
                    List.of()),
            municipality(ORKLAND, "5059", REFORM),
            municipality(HEIM, "5055", REFORM),
            municipality(HITRA, "5056", null),
            new HeardMunicipality(
                    FORSAND,
                    REFORM,
                    List.of(new Version(new MunicipalityNumber("1129"), "Forsand", null, REFORM)),
                    List.of(new Successor(SANDNES, REFORM, BigDecimal.ONE, true)),
                    List.of(new HeldNumber(NUMBER, null, REFORM))),
            municipality(SANDNES, "1108", null)));

    @Test
    void knowsWhoThereWasOnADate() {
        assertThat(structure.validOn(BEFORE).stream().map(KnownMunicipality::number))
                .extracting(MunicipalityNumber::value)
                .containsExactly("1108", "1129", "5012", "5056");
        assertThat(structure.validOn(REFORM).stream().map(KnownMunicipality::number))
                .extracting(MunicipalityNumber::value)
                .containsExactly("1108", "5055", "5056", "5059");
    }

    @Test
    void dividesASplitMunicipalityByThePeopleThatMoved() {
        assertThat(structure.passedOn(SNILLFJORD, REFORM))
                .containsExactly(
                        new Passed(ORKLAND, new BigDecimal("0.53"), true),
                        new Passed(HEIM, new BigDecimal("0.31"), true),
                        new Passed(HITRA, new BigDecimal("0.16"), true));
    }

    @Test
    void passesAMergedMunicipalityOnWhole() {
        assertThat(structure.passedOn(FORSAND, REFORM)).containsExactly(new Passed(SANDNES, BigDecimal.ONE, false));
        assertThat(structure.passedOn(FORSAND, BEFORE)).containsExactly(new Passed(FORSAND, BigDecimal.ONE, false));
    }

    @Test
    void hasNoPlaceForWhatIsNotFoundedYetOrNotKnown() {
        assertThat(structure.passedOn(ORKLAND, BEFORE)).isEmpty();
        assertThat(structure.passedOn(id(99), REFORM)).isEmpty();
    }

    @Test
    void givesTheDutiesOfOneThatCeasedToItsDutyBearer() {
        assertThat(structure.answeredForBy(ORKLAND, REFORM)).containsExactlyInAnyOrder(ORKLAND, SNILLFJORD);
        assertThat(structure.answeredForBy(HEIM, REFORM)).containsExactly(HEIM);
        assertThat(structure.dutyBearer(SNILLFJORD, BEFORE)).hasValue(SNILLFJORD);
    }

    @Test
    void knowsAnOrganisationNumberOnlyWhileItIsHeld() {
        assertThat(structure.byOrganisation(NUMBER, BEFORE))
                .map(KnownMunicipality::name)
                .hasValue("Forsand");
        assertThat(structure.byOrganisation(NUMBER, REFORM)).isEmpty();
    }

    private static HeardMunicipality municipality(MunicipalityId id, String number, LocalDate from) {
        return new HeardMunicipality(
                id,
                null,
                List.of(new Version(new MunicipalityNumber(number), number, from, null)),
                List.of(),
                List.of());
    }

    private static MunicipalityId id(int n) {
        return new MunicipalityId(UUID.fromString("00000000-0000-0000-0000-00000000000" + n % 10));
    }
}
