package no.opptrapping.grant.frames;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import no.opptrapping.grant.ledger.Account;
import no.opptrapping.platform.values.Kroner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The accounts per office that the state has published as the frames' use, where they stand beside the project. */
class PublishedFramesTest {
    private static final Path SHARED = Path.of("..", "..", "shared", "data");
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);
    /** The published figures are rounded to one decimal of a million. */
    private static final long AS_THE_SOURCE = 200_000;

    @ParameterizedTest
    @ValueSource(ints = {2021, 2022, 2023, 2024, 2025})
    void theTenOfficesUseOfTheirFramesAddsUpToTheItemsAccounts(int year) {
        var offices = rows("tilskudd_rusarbeid_per_fylkesmann.csv").stream()
                .filter(row -> isOfTheItem(row, year))
                .toList();
        assertThat(offices).hasSize(10);
        assertThat(offices)
                .extracting(row -> row.getField("organisasjonsnummer"))
                .doesNotHaveDuplicates();

        var posted = new PostedFrames();
        var lines = new ArrayList<FrameChange.Line>();
        for (var row : offices) {
            lines.add(new FrameChange.Line(PostedFrames.office(lines.size()), kroner(row, "regnskap_mill_kr")));
        }
        // What was used can be more than the year's appropriation: unused money of the year before was carried over.
        posted.appropriate(
                Kroner.sum(lines.stream().map(FrameChange.Line::amount).toList())
                        .value());
        assertThat(posted.frames().brokenBy(lines)).isEmpty();
        posted.change(lines);
        for (var line : lines) {
            var award = UUID.randomUUID();
            posted.award(award, line.office(), line.amount());
            posted.pay(award, line.office(), line.amount());
        }

        var accounts = rows("statsbudsjett_rus_og_rammetilskudd.csv").stream()
                .filter(row -> isOfTheItem(row, year))
                .map(row -> kroner(row, "regnskap_mill_kr"))
                .findFirst()
                .orElseThrow();
        assertThat(posted.on(Account.PAID_UNREPORTED).value())
                .isBetween(accounts.value() - AS_THE_SOURCE, accounts.value() + AS_THE_SOURCE);
        for (var line : lines) {
            assertThat(posted.frames().of(line.office()))
                    .isEqualTo(new Frame(
                            line.office(), line.amount(), line.amount(), line.amount(), Kroner.ZERO, Kroner.ZERO));
        }
    }

    @Test
    void inTwentyTwentyTwoTheAppropriationTheAuthorityAndWhatWasPaidAreAccountsOfTheirOwn() {
        var posted = new PostedFrames();
        posted.appropriate(460_265_000);
        posted.change(List.of(new FrameChange.Line(PostedFrames.office(1), Kroner.of(460_260_000))));
        var award = UUID.randomUUID();
        posted.award(award, PostedFrames.office(1), Kroner.of(458_857_770));
        posted.pay(award, PostedFrames.office(1), Kroner.of(458_857_770));

        assertThat(posted.on(Account.APPROPRIATED)).isEqualTo(Kroner.of(-460_265_000));
        assertThat(posted.on(Account.AUTHORISED)).isEqualTo(Kroner.of(460_260_000));
        assertThat(posted.on(Account.PAID_UNREPORTED)).isEqualTo(Kroner.of(458_857_770));
        assertThat(posted.on(Account.FRAME_UNUSED)).isEqualTo(Kroner.of(1_402_230));
    }

    private static boolean isOfTheItem(NamedCsvRecord row, int year) {
        return row.getField("aar").equals(Integer.toString(year))
                && row.getField("kapittel").equals("765")
                && row.getField("post").equals("62");
    }

    private static Kroner kroner(NamedCsvRecord row, String millions) {
        return Kroner.of(
                new BigDecimal(row.getField(millions)).multiply(MILLION).longValueExact());
    }

    private static List<NamedCsvRecord> rows(String file) {
        var path = SHARED.resolve(file);
        assumeTrue(Files.isRegularFile(path), "There is no ../shared/data beside the project: it is left out");
        try (var csv = CsvReader.builder().ofNamedCsvRecord(path)) {
            return csv.stream().toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
