package no.opptrapping.grant.schemerules;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Year;
import java.util.List;
import no.opptrapping.platform.body.OwnRules;
import no.opptrapping.platform.problems.BrokenRule;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A part of an award that is paid by itself (<i>termin</i>).
 *
 * @param percent its share of the award; those of a plan sum to 100
 * @param from the first day of the award's year on which it is paid, without a year, as {@code --07-01}
 */
@Schema(name = "SchemeInstalment")
public record SchemeInstalment(
        @Schema(required = true, minimum = "1", maximum = "100", description = "Percent; a plan sums to 100")
        @Min(1)
        @Max(100)
        Integer percent,

        @Schema(required = true, pattern = "^--[0-9]{2}-[0-9]{2}$", maxLength = 7, examples = "--07-01")
        String from,

        @Schema(required = true) InstalmentCondition condition)
        implements OwnRules {

    /** The first day on which it is paid, of an award of the year; the last of February for one that it does not have. */
    public LocalDate firstDay(Year year) {
        return MonthDay.parse(from).atYear(year.getValue());
    }

    @Override
    public List<BrokenRule> broken() {
        try {
            MonthDay.parse(from);
            return List.of();
        } catch (DateTimeException notADay) {
            return List.of(BrokenRule.of("scheme.day-malformed", "/from"));
        }
    }
}
