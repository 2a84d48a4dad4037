package no.opptrapping.municipality.sync;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import no.opptrapping.municipality.sync.DecideSplits.Broken;
import no.opptrapping.municipality.sync.DecideSplits.Rule;
import no.opptrapping.municipality.sync.DecideSplits.Said;
import no.opptrapping.municipality.sync.Difference.Item;
import no.opptrapping.municipality.sync.Difference.Kind;
import no.opptrapping.platform.register.ShareMethod;
import no.opptrapping.platform.values.MunicipalityNumber;
import org.junit.jupiter.api.Test;

class DecideSplitsTest {
    private static final LocalDate DAY = LocalDate.of(2028, 1, 1);

    @Test
    void wantsADutyBearerForEverySplitAndNothingElse() {
        var result = new DecideSplits(List.of(split("", ""))).of(List.of(said("1507", "1509", Map.of())));

        assertThat(result.broken())
                .containsExactly(
                        new Broken(Rule.SPLIT_IS_PROPOSED, 0, "1507"),
                        new Broken(Rule.EVERY_SPLIT_IS_DECIDED, -1, "1508"));
    }

    @Test
    void namesEveryFaultOfADecision() {
        assertThat(new DecideSplits(List.of(split("", "")))
                        .of(List.of(said("1508", "0301", Map.of())))
                        .broken())
                .extracting(Broken::rule)
                .containsExactly(Rule.DUTY_BEARER_IS_A_SUCCESSOR, Rule.SHARES_ARE_KNOWN);
        assertThat(new DecideSplits(List.of(split("", "")))
                        .of(List.of(said("1508", "1509", Map.of("1509", 5L))))
                        .broken())
                .extracting(Broken::rule)
                .containsExactly(Rule.PEOPLE_OF_EVERY_SUCCESSOR);
        assertThat(new DecideSplits(List.of(split("", "")))
                        .of(List.of(said("1508", "1509", Map.of("1509", 0L, "1510", 0L))))
                        .broken())
                .extracting(Broken::rule)
                .containsExactly(Rule.PEOPLE_OF_EVERY_SUCCESSOR);
    }

    @Test
    void prefersKnownPeopleToTheEstimate() {
        var people = Map.of("1509", 3L, "1510", 1L);

        assertThat(new DecideSplits(List.of(split("0.9", "0.1")))
                        .of(List.of(said("1508", "1510", people)))
                        .decisions())
                .singleElement()
                .satisfies(decision -> {
                    assertThat(decision.method()).isEqualTo(ShareMethod.KNOWN);
                    assertThat(decision.shares().get(new MunicipalityNumber("1509")))
                            .isEqualByComparingTo("0.75");
                });
        assertThat(new DecideSplits(List.of(split("0.9", "0.1")))
                        .of(List.of(said("1508", "1510", Map.of())))
                        .decisions())
                .singleElement()
                .satisfies(decision -> {
                    assertThat(decision.method()).isEqualTo(ShareMethod.ESTIMATED);
                    assertThat(decision.shares().values().stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                            .isEqualByComparingTo("1");
                });
    }

    private static Difference split(String first, String second) {
        return new Difference(
                Kind.SPLIT,
                "",
                DAY,
                List.of(Item.of("1508", "Ålesund")),
                List.of(new Item("1509", "Ålesund", first), new Item("1510", "Vigra", second)));
    }

    private static Said said(String municipality, String dutyBearer, Map<String, Long> people) {
        return new Said(
                DAY,
                new MunicipalityNumber(municipality),
                new MunicipalityNumber(dutyBearer),
                people.entrySet().stream()
                        .collect(toMap(entry -> new MunicipalityNumber(entry.getKey()), Map.Entry::getValue)));
    }
}
