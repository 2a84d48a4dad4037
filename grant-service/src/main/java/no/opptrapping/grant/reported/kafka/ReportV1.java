package no.opptrapping.grant.reported.kafka;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import no.opptrapping.grant.reported.HeardReport;
import no.opptrapping.platform.events.UnusableEvent;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.platform.values.MunicipalityNumber;
import org.jspecify.annotations.Nullable;

/** The fields of report.v1 that this service reads; any may be missing in what somebody sends. */
record ReportV1(
        @Nullable UUID reportId,
        long version,
        @Nullable String status,
        @Nullable MunicipalityId municipalityId,
        @Nullable MunicipalityNumber number,
        int year,
        @Nullable LocalDate dueOn,
        @Nullable Instant submittedAt,
        @Nullable Instant approvedAt,
        @Nullable List<Account> awards,
        @Nullable String manYears) {

    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,9}[.][0-9]{2,6}");

    record Account(
            @Nullable UUID awardId,
            @Nullable Kroner carriedIn,
            @Nullable Kroner received,
            @Nullable Kroner spent,
            @Nullable Kroner unspent,
            @Nullable Kroner ownShare) {
        HeardReport.Account heard() {
            return new HeardReport.Account(
                    needed(awardId, "awards/awardId"),
                    Optional.ofNullable(carriedIn).orElse(Kroner.ZERO),
                    needed(received, "awards/received"),
                    needed(spent, "awards/spent"),
                    needed(unspent, "awards/unspent"),
                    Optional.ofNullable(ownShare).orElse(Kroner.ZERO));
        }
    }

    HeardReport heard() {
        return new HeardReport(
                needed(reportId, "reportId"),
                version,
                status(needed(status, "status")),
                needed(municipalityId, "municipalityId"),
                needed(number, "number"),
                Year.of(year),
                needed(dueOn, "dueOn"),
                Optional.ofNullable(submittedAt),
                Optional.ofNullable(approvedAt),
                Optional.ofNullable(awards).orElseGet(List::of).stream()
                        .map(Account::heard)
                        .toList(),
                Optional.ofNullable(manYears).map(ReportV1::decimal));
    }

    private static HeardReport.Status status(String code) {
        try {
            return HeardReport.Status.valueOf(code.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new UnusableEvent("report.v1 has a status that is not known: " + code, unknown);
        }
    }

    private static BigDecimal decimal(String text) {
        if (!DECIMAL.matcher(text).matches()) {
            throw new UnusableEvent("report.v1 has man-years that are no number");
        }
        return new BigDecimal(text);
    }

    private static <T> T needed(@Nullable T value, String name) {
        if (value == null) {
            throw new UnusableEvent("report.v1 lacks " + name);
        }
        return value;
    }
}
