package no.opptrapping.grant.schemerules;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.DateTimeException;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import no.opptrapping.platform.body.OwnRules;
import no.opptrapping.platform.problems.BrokenRule;
import no.opptrapping.platform.values.Kroner;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How awards of the scheme are paid.
 *
 * @param instalments the plan, earliest first; missing: an accepted award is paid as one
 * @param secondPersonAbove an award above this amount has its account changed by two persons; missing: none has
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "SchemePayments")
public record SchemePayments(
        @Schema(minItems = 1, maxItems = 12) @Size(min = 1, max = 12) @Nullable
        List<@NotNull @Valid SchemeInstalment> instalments,

        @Nullable Kroner secondPersonAbove)
        implements OwnRules {
    static final SchemePayments USUAL = new SchemePayments(null, null);

    /** The plan, earliest first; an accepted award is paid as one where the scheme says nothing. */
    public List<SchemeInstalment> plan() {
        return instalments == null
                ? List.of(new SchemeInstalment(100, "--01-01", InstalmentCondition.ACCEPTED))
                : instalments;
    }

    /** Above what an award has its account changed by two persons; empty: none has. */
    public Optional<Kroner> twoPersonsAbove() {
        return Optional.ofNullable(secondPersonAbove);
    }

    @Override
    public List<BrokenRule> broken() {
        var broken = new ArrayList<BrokenRule>();
        if (secondPersonAbove != null && secondPersonAbove.isNegative()) {
            broken.add(BrokenRule.of("validation.too-small", "/secondPersonAbove"));
        }
        if (instalments != null) {
            var sum = instalments.stream().mapToInt(SchemeInstalment::percent).sum();
            if (sum != 100) {
                broken.add(BrokenRule.of("scheme.instalments-not-whole", "/instalments", "sum", sum));
            }
            var days = instalments.stream().flatMap(one -> day(one.from())).toList();
            if (!days.equals(days.stream().sorted().distinct().toList())) {
                broken.add(BrokenRule.of("scheme.instalments-out-of-order", "/instalments"));
            }
        }
        return broken;
    }

    /** None for what is no day, which the instalment says of itself. */
    private static Stream<MonthDay> day(String written) {
        try {
            return Stream.of(MonthDay.parse(written));
        } catch (DateTimeException notADay) {
            return Stream.empty();
        }
    }
}
