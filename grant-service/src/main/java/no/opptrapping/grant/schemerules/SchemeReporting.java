package no.opptrapping.grant.schemerules;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.DateTimeException;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.opptrapping.platform.body.OwnRules;
import no.opptrapping.platform.problems.BrokenRule;
import no.opptrapping.platform.values.Kroner;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The terms of reporting, as they are asked for and shown; days are without a year, as {@code --03-01}. */
public record SchemeReporting(
        @Schema(required = true, pattern = "^--[0-9]{2}-[0-9]{2}$", maxLength = 7, examples = "--01-15")
        String opens,

        @Schema(required = true, pattern = "^--[0-9]{2}-[0-9]{2}$", maxLength = 7, examples = "--03-01")
        String due,

        @Schema(required = true, maxLength = 40, examples = "is-24-8")
        @Size(max = 40)
        @Pattern(regexp = SchemeRules.CODE, message = "scheme.form-malformed")
        String form,

        @Schema(required = true) Kroner simpleBelow,
        @Nullable Kroner auditorThreshold)
        implements OwnRules {
    /** The terms, with days. */
    public ReportingTerms terms() {
        return new ReportingTerms(
                MonthDay.parse(opens), MonthDay.parse(due), form, simpleBelow, Optional.ofNullable(auditorThreshold));
    }

    @Override
    public List<BrokenRule> broken() {
        var broken = new ArrayList<BrokenRule>();
        var opens = day(opens(), "/opens", broken);
        var due = day(due(), "/due", broken);
        if (opens.isPresent() && due.isPresent() && !opens.get().isBefore(due.get())) {
            broken.add(BrokenRule.of("scheme.report-due-before-it-opens", "/due"));
        }
        known(form(), broken);
        notNegative(simpleBelow(), "/simpleBelow", broken);
        notNegative(auditorThreshold(), "/auditorThreshold", broken);
        return broken;
    }

    /** One that is no code at all is told of as such. */
    private static void known(String form, List<BrokenRule> broken) {
        var forms = ConfigProvider.getConfig().getValues("opptrapping.schemes.report-forms", String.class);
        if (form.matches(SchemeRules.CODE) && !forms.contains(form)) {
            broken.add(BrokenRule.of(
                    "scheme.form-unknown",
                    "/form",
                    "form",
                    form,
                    "forms",
                    forms.stream().sorted().toList()));
        }
    }

    private static Optional<MonthDay> day(String text, String pointer, List<BrokenRule> broken) {
        try {
            return Optional.of(MonthDay.parse(text));
        } catch (DateTimeException notADay) {
            broken.add(BrokenRule.of("scheme.day-malformed", pointer));
            return Optional.empty();
        }
    }

    private static void notNegative(@Nullable Kroner amount, String pointer, List<BrokenRule> broken) {
        if (amount != null && amount.isNegative()) {
            broken.add(BrokenRule.of("validation.too-small", pointer));
        }
    }
}
