package no.opptrapping.grant.allocation.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.opptrapping.grant.allocation.engine.FrameworkGrant.FrameworkDivision;
import no.opptrapping.grant.allocation.engine.FrameworkGrant.FrameworkLine;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityNumber;
import org.junit.jupiter.api.Test;

/** Published need indices and equalisation, where the files with them lie beside the project. */
class PublishedNeedTest {
    private static final Path DATA = Path.of("..", "..", "shared", "data");
    /** The publisher's inhabitants are of another date than ours. */
    private static final Decimal TOLERANCE = Decimal.of("0.001");

    @Test
    void theIndicesOf2025And2026LackTwoMunicipalitiesAndHaveAMeanOfOneWithinTheTolerance() throws IOException {
        var published = lines("gront_hefte_utgiftsbehov.csv");
        for (var year : List.of("2025", "2026")) {
            var indices = new HashMap<Recipient, Decimal>();
            published.stream()
                    .filter(row -> row[0].equals(year))
                    .forEach(row -> indices.put(recipient(row[1]), Decimal.of(row[3])));
            var rows = rows(lines("befolkning.csv").stream()
                    .filter(row -> row[0].equals("2025"))
                    .toList());

            var refused = new FrameworkGrant(
                            new Key.ImportedIndices(indices, new Key.WhenMissing.Refuse(), Optional.of(TOLERANCE)),
                            rows,
                            1000,
                            Optional.empty())
                    .divide(Kroner.of(483_400_000));
            assertThat(Golden.faults(refused))
                    .extracting(fault -> fault.broken() + " " + fault.pointer())
                    .containsExactly("INDEX_KNOWN /indices/values/1151", "INDEX_KNOWN /indices/values/4629");
            var division = divided(
                    new Key.ImportedIndices(indices, new Key.WhenMissing.Exclude(), Optional.of(TOLERANCE)), rows);
            assertThat(division.excluded()).containsExactly(recipient("1151"), recipient("4629"));
            assertThat(equalisation(division)).isEqualTo(Kroner.ZERO);
            for (var line : division.lines()) {
                assertThat(line.needIndex().orElseThrow().rounded(2))
                        .isCloseTo(indices.get(line.recipient()).value(), offset(new BigDecimal("0.01")));
            }
        }
    }

    @Test
    void thePublishedEqualisationOf2016SumsToZeroWithinElevenKronerPerInhabitant() throws IOException {
        var published = lines("gront_hefte_2016_utgiftsbehov.csv");
        var people = BigDecimal.ZERO;
        var sum = BigDecimal.ZERO;
        for (var row : published) {
            people = people.add(new BigDecimal(row[7]));
            sum = sum.add(new BigDecimal(row[5]).multiply(new BigDecimal(row[7])));
        }
        assertThat(sum.abs()).isLessThanOrEqualTo(people.multiply(BigDecimal.valueOf(11)));
    }

    @Test
    void ourNeedPerInhabitantIsThePublishedOneOf2016WithinTheRoundingOfTheIndices() throws IOException {
        var published = lines("gront_hefte_2016_utgiftsbehov.csv");
        var indices = new HashMap<Recipient, Decimal>();
        var people = new ArrayList<Row>();
        var need = BigDecimal.ZERO;
        for (var row : published) {
            indices.put(recipient(row[1]), Decimal.of(row[3]));
            people.add(new Row(recipient(row[1]), Decimal.of(row[7]), Map.of()));
            need = need.add(new BigDecimal(row[4]).multiply(new BigDecimal(row[7])));
        }
        var division = Golden.allocated(new FrameworkGrant(
                        new Key.ImportedIndices(
                                indices, new Key.WhenMissing.Refuse(), Optional.of(Decimal.of("0.002"))),
                        people,
                        1,
                        Optional.empty())
                .divide(Kroner.of(need.longValue())));
        var expected = new HashMap<Recipient, BigDecimal>();
        published.forEach(row -> expected.put(recipient(row[1]), new BigDecimal(row[4])));
        for (var line : division.lines()) {
            var perInhabitant = Fraction.of(line.framework().value())
                    .over(line.inhabitants())
                    .rounded(2);
            assertThat(perInhabitant)
                    .as("%s, an index of two decimals of a mean of 48 096 kroner", line.recipient())
                    .isCloseTo(expected.get(line.recipient()), offset(BigDecimal.valueOf(350)));
        }
    }

    /** The printed mean is of other inhabitants than the file's: 48 096.50 kroner where its needs come to 48 086.38. */
    private static final Decimal PRINTED_MEAN = Decimal.of("48096.5");

    @Test
    void thePublishedEqualisationOf2016ComesOutForEveryMunicipality() throws IOException {
        var published = lines("gront_hefte_2016_utgiftsbehov.csv");
        var needs = new HashMap<Recipient, Decimal>();
        var printed = new HashMap<Recipient, BigDecimal>();
        var rows = new ArrayList<Row>();
        var people = 0L;
        for (var row : published) {
            needs.put(recipient(row[1]), Decimal.of(row[4]));
            printed.put(recipient(row[1]), new BigDecimal(row[5]));
            rows.add(new Row(recipient(row[1]), Decimal.of(row[7]), Map.of()));
            people += Long.parseLong(row[7]);
        }
        var key = new Key.ImportedIndices(needs, new Key.WhenMissing.Refuse(), Optional.empty());
        var grant = Kroner.of(22_668 * people);

        var own = divided(key, rows, grant, Optional.empty());
        assertThat(equalisation(own)).isEqualTo(Kroner.ZERO);
        var constant =
                PRINTED_MEAN.toFraction().minus(part(own.lines().getFirst()).mean());
        assertThat(constant.rounded(2)).isEqualTo("10.12");
        assertThat(own.lines())
                .hasSize(428)
                .allSatisfy(line -> assertThat(part(line)
                                .equalisation()
                                .over(line.inhabitants())
                                .minus(constant)
                                .rounded(2))
                        .isEqualByComparingTo(printed.get(line.recipient())));

        var total = PRINTED_MEAN.toFraction().times(Fraction.of(people)).floor().longValueExact();
        var asPrinted = divided(key, rows, grant, Optional.of(Kroner.of(total)));
        assertThat(asPrinted.lines()).hasSize(428).allSatisfy(line -> {
            assertThat(part(line).equalisation().over(line.inhabitants()).rounded(2))
                    .isEqualByComparingTo(printed.get(line.recipient()));
            assertThat(Math.abs(line.equalisation().value()
                            - part(line).equalisation().rounded(0).longValueExact()))
                    .isLessThanOrEqualTo(1);
        });
        assertThat(asPrinted.undistributed()).isEqualTo(equalisation(asPrinted).negated());
    }

    private static FrameworkDivision divided(Key key, List<Row> rows, Kroner grant, Optional<Kroner> total) {
        var whole = new WholeGrant(
                total, true, total.map(_ -> Decimal.of("10.13")), Map.of(), List.of(), Optional.empty(), Map.of());
        return Golden.allocated(new FrameworkGrant(key, rows, 1, Optional.empty(), Optional.of(whole)).divide(grant));
    }

    private static WholeGrant.Part part(FrameworkLine line) {
        return line.whole().orElseThrow();
    }

    private static FrameworkDivision divided(Key key, List<Row> rows) {
        return Golden.allocated(new FrameworkGrant(key, rows, 1000, Optional.empty()).divide(Kroner.of(483_400_000)));
    }

    private static Kroner equalisation(FrameworkDivision division) {
        return Kroner.sum(
                division.lines().stream().map(FrameworkLine::equalisation).toList());
    }

    private static List<Row> rows(List<String[]> population) {
        return population.stream()
                .map(row -> new Row(recipient(row[1]), Decimal.of(row[2]), Map.of()))
                .toList();
    }

    private static Recipient recipient(String number) {
        return Recipient.of(new MunicipalityNumber(number));
    }

    private static List<String[]> lines(String file) throws IOException {
        var path = DATA.resolve(file);
        assumeTrue(Files.exists(path), "Not beside this project: " + file);
        try (var lines = Files.lines(path)) {
            return lines.skip(1).map(line -> line.split(",", -1)).toList();
        }
    }
}
