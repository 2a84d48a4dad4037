package no.opptrapping.grant.allocation.inputs;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import no.opptrapping.grant.known.Heard;
import no.opptrapping.grant.known.HeardIndicator;
import no.opptrapping.grant.known.HeardIndicator.Joint;
import no.opptrapping.grant.known.HeardIndicator.Kind;
import no.opptrapping.grant.known.HeardIndicator.Value;
import no.opptrapping.platform.register.HeardMunicipality;
import no.opptrapping.platform.register.HeardMunicipality.Successor;
import no.opptrapping.platform.register.HeardMunicipality.Version;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.platform.values.MunicipalityNumber;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A run's figures across a merger that was undone, and a split. */
class FiguresTest {
    private static final LocalDate MERGED = LocalDate.of(2020, 1, 1);
    private static final LocalDate UNDONE = LocalDate.of(2024, 1, 1);
    private static final LocalDate TODAY = LocalDate.of(2026, 1, 1);

    private final List<HeardMunicipality> municipalities = new ArrayList<>(List.of(
            municipality("1504", null, MERGED, successor("1507", MERGED, "1")),
            municipality("1534", null, MERGED, successor("1507", MERGED, "1")),
            municipality(
                    "1507",
                    MERGED,
                    UNDONE,
                    successor("1508", UNDONE, "0.862", "1504"),
                    successor("1580", UNDONE, "0.138", "1534")),
            municipality("1508", UNDONE, null),
            municipality("1580", UNDONE, null),
            municipality("0706", null, MERGED, successor("0710", MERGED, "1")),
            municipality("0719", null, MERGED, successor("0710", MERGED, "1")),
            municipality("0710", MERGED, null)));
    private final List<HeardIndicator> heard = new ArrayList<>();

    @Test
    void followsTheLandAndLeavesNothingOutOfASum() {
        tell("population", 2019, List.of(), "1504 48000", "1534 9383", "0706 40000", "0719 20000");

        var used = of("population", 2019, TODAY);

        assertThat(plain(used)).isEqualTo(Map.of("1508", "48000", "1580", "9383", "0710", "60000"));
        assertThat(used.missing()).isEmpty();
    }

    @Test
    void dividesToWholePersonsAsTheRegisterDoes() {
        tell("population", 2021, List.of(), "1507 67113", "0710 60000");

        assertThat(plain(of("population", 2021, TODAY)))
                .isEqualTo(Map.of("1508", "57851", "1580", "9262", "0710", "60000"));
    }

    @Test
    void hasNoFigureWhereOneOfThePredecessorsHasNoneAndNamesThem() {
        tell("users", 2019, List.of(), "1504 12", "0706 1");

        var used = of("users", 2019, MERGED);

        assertThat(used.values()).isEmpty();
        assertThat(used.missing()).containsExactly("0719 0719", "1534 1534");
    }

    @Test
    void addsAFigureThatSeveralHadTogether() {
        tell("users", 2019, List.of("0706 0719 33"), "1504 12", "1534 3");

        assertThat(plain(of("users", 2019, TODAY))).isEqualTo(Map.of("1508", "12", "1580", "3", "0710", "33"));
    }

    @Test
    void averagesARatioByThePeopleOfItsYear() {
        tell("population", 2019, List.of(), "1504 48000", "1534 12000", "0706 40000", "0719 10000");
        tell("need-index", 2019, List.of(), "1504 1.00", "1534 1.20", "0706 0.90", "0719 1.00");

        var used = of("need-index", 2019, MERGED);

        assertThat(used.ratio()).isTrue();
        assertThat(plain(used)).isEqualTo(Map.of("1507", "1.04", "0710", "0.92"));
        assertThat(of("need-index", 2019, TODAY).values())
                .containsEntry(new MunicipalityNumber("1580"), new BigDecimal("1.20"));
    }

    @Test
    void aRatioIsMultipliedBeforeItIsAddedUp() {
        tell("population", 2026, List.of(), "1508 50000", "1580 10000", "0710 60000");
        tell("need-index", 2026, List.of(), "1508 1.00", "1580 1.20", "0710 0.90");
        var population = of("population", 2026, TODAY);

        var need = of("need-index", 2026, TODAY).times(population.indicator(), population.values());

        assertThat(need.ratio()).isFalse();
        assertThat(need.indicator().times()).isEqualTo("population/2026");
        assertThat(plain(need)).isEqualTo(Map.of("1508", "50000", "1580", "12000", "0710", "54000"));
    }

    @Test
    void goesBackWhereASumSufficesAndIsMissingElsewhere() {
        tell("population", 2025, List.of(), "1508 58000", "1580 9300", "0710 60000");

        assertThat(plain(of("population", 2025, MERGED))).isEqualTo(Map.of("1507", "67300", "0710", "60000"));
        var earlier = of("population", 2025, LocalDate.of(2019, 1, 1));
        assertThat(plain(earlier)).isEqualTo(Map.of("1504", "58000", "1534", "9300"));
        assertThat(earlier.missing()).containsExactly("0710 0710");
    }

    @Test
    void namesWhoseSuccessorsHaveNotAllBeenHeardOf() {
        municipalities.removeIf(one -> one.municipalityId().equals(id("1580")));
        tell("population", 2021, List.of(), "1507 67113", "0710 60000");

        assertThat(of("population", 2021, TODAY).unheard()).containsExactly("1507 1507");
    }

    private Figures.Used of(String code, int year, LocalDate structure) {
        return new Figures(Heard.indicators(heard), Heard.municipalities(municipalities))
                .of(code, year, structure)
                .orElseThrow();
    }

    private static Map<String, String> plain(Figures.Used used) {
        var values = new TreeMap<String, String>();
        used.values().forEach((number, value) -> values.put(number.value(), RunInputs.plain(value)));
        return values;
    }

    private void tell(String code, int year, List<String> joint, String... values) {
        var ratio = code.equals("need-index");
        heard.add(new HeardIndicator(
                code,
                ratio ? Kind.RATIO : Kind.QUANTITY,
                ratio ? Optional.of("population") : Optional.empty(),
                Year.of(year),
                LocalDate.of(year, 1, 1),
                1,
                ratio ? "index" : "persons",
                "Invented for a test",
                Arrays.stream(values)
                        .map(one -> one.split(" ", 2))
                        .map(one -> new Value(new MunicipalityNumber(one[0]), one[1]))
                        .toList(),
                joint.stream()
                        .map(one -> one.split(" ", 3))
                        .map(one -> new Joint(
                                List.of(new MunicipalityNumber(one[0]), new MunicipalityNumber(one[1])), one[2]))
                        .toList(),
                Optional.empty()));
    }

    private static HeardMunicipality municipality(
            String number, @Nullable LocalDate from, @Nullable LocalDate to, Successor... successors) {
        return new HeardMunicipality(
                id(number),
                to,
                List.of(new Version(new MunicipalityNumber(number), number, from, to)),
                List.of(successors),
                List.of());
    }

    private static Successor successor(String number, LocalDate on, String share, String... territory) {
        return new Successor(
                id(number),
                on,
                new BigDecimal(share),
                "estimated",
                false,
                Arrays.stream(territory).map(FiguresTest::id).toList());
    }

    private static MunicipalityId id(String number) {
        return new MunicipalityId(new UUID(0, Long.parseLong(number)));
    }
}
