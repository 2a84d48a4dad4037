package no.opptrapping.reporting.known;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Optional;
import no.opptrapping.platform.values.MunicipalityNumber;
import no.opptrapping.reporting.ReportingApplication;
import no.opptrapping.reporting.known.KnownIndicator.Withdrawn;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What has been withdrawn is used in no statistics, whichever way the news of it came. */
@QuarkusTest
@TestProfile(ReportingApplication.class)
class WithdrawnIndicatorIT {
    private static final Year YEAR = Year.of(2024);
    private static final LocalDate DATE = LocalDate.of(2024, 1, 1);

    @Inject
    KnownIndicators indicators;

    @Test
    void isNotFoundUntilThereIsANewerVersion() {
        keep(1, null);
        assertThat(version()).hasValue(1);

        keep(1, new Withdrawn(Instant.parse("2025-02-03T10:15:00Z"), "Counted twice"));
        assertThat(version()).isEmpty();
        assertThat(indicators.newest("counted-twice", DATE)).isEmpty();

        keep(1, null);
        assertThat(version()).as("told late").isEmpty();

        keep(2, null);
        keep(1, new Withdrawn(Instant.parse("2025-02-03T10:15:00Z"), "Counted twice"));
        assertThat(version()).hasValue(2);
    }

    private Optional<Integer> version() {
        return indicators.find("counted-twice", YEAR, DATE).map(KnownIndicator::version);
    }

    private void keep(int version, @Nullable Withdrawn withdrawn) {
        var values = List.of(new KnownIndicator.Value(new MunicipalityNumber("0301"), "7"));
        QuarkusTransaction.requiringNew()
                .run(() -> indicators.keep(
                        new KnownIndicator("counted-twice", YEAR, DATE, version, values, List.of(), withdrawn)));
    }
}
