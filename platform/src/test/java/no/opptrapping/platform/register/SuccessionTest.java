package no.opptrapping.platform.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.platform.values.MunicipalityNumber;
import no.opptrapping.platform.values.OrganisationNumber;
import org.junit.jupiter.api.Test;

class SuccessionTest {
    private static final LocalDate REFORM = LocalDate.of(2020, 1, 1);
    private static final LocalDate SPLIT = LocalDate.of(2024, 1, 1);
    private static final LocalDate TODAY = LocalDate.of(2025, 2, 1);

    private static final MunicipalityId ALESUND_OLD = id(1);
    private static final MunicipalityId HARAM_OLD = id(2);
    private static final MunicipalityId ALESUND_BIG = id(3);
    private static final MunicipalityId ALESUND_NEW = id(4);
    private static final MunicipalityId HARAM_NEW = id(5);
    private static final MunicipalityId RENUMBERED = id(6);
    private static final OrganisationNumber ORGANISATION = new OrganisationNumber("920415288");

    private final Map<MunicipalityId, HeardMunicipality> heard = new LinkedHashMap<>();

    SuccessionTest() {
        hear(
                ALESUND_OLD,
                REFORM,
                List.of(version("1504", "Ålesund", null, REFORM)),
                successor(ALESUND_BIG, REFORM, "1", true));
        hear(
                HARAM_OLD,
                REFORM,
                List.of(version("1534", "Haram", null, REFORM)),
                successor(ALESUND_BIG, REFORM, "1", true));
        hear(
                ALESUND_BIG,
                SPLIT,
                List.of(version("1507", "Ålesund", REFORM, SPLIT)),
                successor(ALESUND_NEW, SPLIT, "0.84", false),
                successor(HARAM_NEW, SPLIT, "0.16", true));
        hear(ALESUND_NEW, null, List.of(version("1508", "Ålesund", SPLIT, null)));
        hear(HARAM_NEW, null, List.of(version("1580", "Haram", SPLIT, null)));
        keep(new HeardMunicipality(
                RENUMBERED,
                null,
                List.of(version("0602", "Drammen", null, REFORM), version("3301", "Drammen", REFORM, null)),
                List.of(),
                List.of(new HeardMunicipality.HeldNumber(ORGANISATION, REFORM, null))));
    }

    @Test
    void findsByTheNumberOfTheDay() {
        assertThat(known().byNumber(number("1507"), LocalDate.of(2023, 12, 31)))
                .map(KnownMunicipality::id)
                .hasValue(ALESUND_BIG);
        assertThat(known().byNumber(number("1507"), SPLIT)).isEmpty();
        assertThat(known().byNumber(number("3301"), LocalDate.of(2019, 12, 31))).isEmpty();
    }

    @Test
    void findsByTheOrganisationNumberOfTheDay() {
        assertThat(known().byOrganisation(ORGANISATION, TODAY))
                .map(KnownMunicipality::number)
                .hasValue(number("3301"));
        assertThat(known().byOrganisation(ORGANISATION, LocalDate.of(2019, 12, 31)))
                .isEmpty();
    }

    @Test
    void listsThoseThatExistOnADayByNumber() {
        assertThat(known().validOn(TODAY))
                .extracting(one -> one.number().value())
                .containsExactly("1508", "1580", "3301");
        assertThat(known().validOn(LocalDate.of(2019, 1, 1)))
                .extracting(one -> one.number().value())
                .containsExactly("0602", "1504", "1534");
    }

    @Test
    void aRenumberedMunicipalityIsItsOwnSuccessor() {
        assertThat(ceased("0602")).containsExactly("3301 Drammen");
    }

    @Test
    void namesTheSuccessorsThroughTheWholeChain() {
        assertThat(ceased("1507")).containsExactly("1508 Ålesund", "1580 Haram");
        assertThat(ceased("1504")).containsExactly("1508 Ålesund", "1580 Haram");
    }

    @Test
    void doesNotKnowANumberThatIsNoneYet() {
        assertThat(known().status(number("1580"), LocalDate.of(2023, 6, 1))).isEqualTo(new NumberStatus.Unknown());
        assertThat(known().status(number("9999"), TODAY)).isEqualTo(new NumberStatus.Unknown());
        assertThat(known().status(number("1580"), SPLIT)).isInstanceOf(NumberStatus.Valid.class);
    }

    @Test
    void passesOnThroughTheChainWithTheSharesMultiplied() {
        assertThat(known().passedOn(ALESUND_OLD, TODAY))
                .containsExactly(
                        new Passed(ALESUND_NEW, new BigDecimal("0.84"), true),
                        new Passed(HARAM_NEW, new BigDecimal("0.16"), true));
        assertThat(known().passedOn(ALESUND_OLD, LocalDate.of(2022, 1, 1)))
                .containsExactly(new Passed(ALESUND_BIG, BigDecimal.ONE, false));
        assertThat(known().passedOn(ALESUND_NEW, TODAY))
                .containsExactly(new Passed(ALESUND_NEW, BigDecimal.ONE, false));
    }

    @Test
    void passesOnNothingToASuccessorThatHasNotBeenHeardOf() {
        var lonely = id(99);
        hear(lonely, REFORM, List.of(version("0704", "Tønsberg", null, REFORM)), successor(id(98), REFORM, "1", true));
        assertThat(known().passedOn(lonely, TODAY)).isEmpty();
        assertThat(ceased("0704")).isEmpty();
    }

    @Test
    void passesNothingOnWhileOneHalfOfASplitHasNotBeenHeardOf() {
        heard.remove(HARAM_NEW);

        assertThat(known().passedOn(ALESUND_BIG, TODAY)).isEmpty();
        assertThat(known().passedOn(ALESUND_OLD, TODAY)).isEmpty();
        assertThat(known().passedOn(ALESUND_BIG, SPLIT.minusDays(1)))
                .containsExactly(new Passed(ALESUND_BIG, BigDecimal.ONE, false));
    }

    @Test
    void passesWhatIsOnOneSidesLandToThatSideWithoutDividingIt() {
        hear(
                ALESUND_BIG,
                SPLIT,
                List.of(version("1507", "Ålesund", REFORM, SPLIT)),
                new HeardMunicipality.Successor(
                        ALESUND_NEW, SPLIT, new BigDecimal("0.84"), "estimated", false, List.of(ALESUND_OLD)),
                new HeardMunicipality.Successor(
                        HARAM_NEW, SPLIT, new BigDecimal("0.16"), "estimated", true, List.of(HARAM_OLD)));

        assertThat(known().passedOn(HARAM_OLD, TODAY)).containsExactly(new Passed(HARAM_NEW, BigDecimal.ONE, false));
        assertThat(known().passedOn(ALESUND_OLD, TODAY))
                .containsExactly(new Passed(ALESUND_NEW, BigDecimal.ONE, false));
        assertThat(known().passedOn(ALESUND_BIG, TODAY)).hasSize(2);
        heard.remove(HARAM_NEW);
        assertThat(known().passedOn(ALESUND_OLD, TODAY))
                .as("the other half has no part in it")
                .hasSize(1);
    }

    @Test
    void theDutiesPassStepByStepToTheOneThatTheRegisterNamesAndNotToTheLargestPart() {
        var succession = known().succession(HARAM_OLD, TODAY).orElseThrow();
        assertThat(succession.answering().id()).isEqualTo(HARAM_NEW);
        assertThat(succession.steps())
                .containsExactly(
                        new Takeover(HARAM_OLD, ALESUND_BIG, number("1507"), "Ålesund", REFORM),
                        new Takeover(ALESUND_BIG, HARAM_NEW, number("1580"), "Haram", SPLIT));
        assertThat(known().succession(HARAM_OLD, SPLIT.minusDays(1)))
                .map(Succession::answering)
                .map(KnownMunicipality::id)
                .hasValue(ALESUND_BIG);
        assertThat(known().succession(ALESUND_NEW, TODAY))
                .map(Succession::steps)
                .hasValue(List.of());
    }

    @Test
    void nobodyIsKnownToAnswerUntilTheSuccessorHasBeenHeardOf() {
        var lonely = id(99);
        hear(lonely, REFORM, List.of(version("0704", "Tønsberg", null, REFORM)), successor(id(98), REFORM, "1", true));
        assertThat(known().succession(lonely, TODAY)).isEmpty();
        hear(id(98), null, List.of(version("3803", "Tønsberg", REFORM, null)));
        assertThat(known().succession(lonely, TODAY))
                .map(Succession::answering)
                .map(KnownMunicipality::id)
                .hasValue(id(98));
    }

    private List<String> ceased(String number) {
        return known().status(number(number), TODAY) instanceof NumberStatus.Ceased(var successors)
                ? successors.stream()
                        .map(one -> one.number() + " " + one.name())
                        .toList()
                : List.of("not ceased");
    }

    private void hear(
            MunicipalityId id,
            LocalDate ceasedOn,
            List<HeardMunicipality.Version> versions,
            HeardMunicipality.Successor... successors) {
        keep(new HeardMunicipality(id, ceasedOn, versions, List.of(successors), List.of()));
    }

    private void keep(HeardMunicipality one) {
        heard.put(one.municipalityId(), one);
    }

    private Structure known() {
        return new Structure(heard.values());
    }

    private static HeardMunicipality.Version version(String number, String name, LocalDate from, LocalDate to) {
        return new HeardMunicipality.Version(number(number), name, from, to);
    }

    private static HeardMunicipality.Successor successor(
            MunicipalityId to, LocalDate on, String share, boolean dutyBearer) {
        return new HeardMunicipality.Successor(to, on, new BigDecimal(share), dutyBearer);
    }

    private static MunicipalityNumber number(String number) {
        return new MunicipalityNumber(number);
    }

    private static MunicipalityId id(int serial) {
        return new MunicipalityId(new UUID(0, serial));
    }
}
