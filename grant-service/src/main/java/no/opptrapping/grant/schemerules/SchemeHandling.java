package no.opptrapping.grant.schemerules;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import no.opptrapping.platform.body.OwnRules;
import no.opptrapping.platform.problems.BrokenRule;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * How applications of the scheme are handled (<i>saksbehandling</i>).
 *
 * @param secondSignature whether an application is signed by another person than the one who filled it in; missing: no
 * @param statementDays days that the county governor has for a statement (<i>uttalelse</i>); missing: none is asked for
 * @param rejectionReasons what an application can be rejected for; missing: the scheme has no list
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "SchemeHandling")
public record SchemeHandling(
        @Schema(
                description =
                        "Whether an application is signed by another person than the one who filled it in; missing: no")
        @Nullable
        Boolean secondSignature,

        @Schema(
                minimum = "1",
                maximum = "90",
                description = "Days that the county governor has for a statement; missing: none is asked for")
        @Min(1)
        @Max(90)
        @Nullable
        Integer statementDays,

        @Schema(maxItems = 30) @Size(max = 30) @Nullable List<@NotNull @Valid RejectionReason> rejectionReasons)
        implements OwnRules {
    static final SchemeHandling USUAL = new SchemeHandling(null, null, null);

    /** Whether the one who signs is another person than the one who filled in. */
    public boolean asksSecondSignature() {
        return Boolean.TRUE.equals(secondSignature);
    }

    /** Days that the county governor has for its statement; empty when none is asked for. */
    public Optional<Integer> daysForStatement() {
        return Optional.ofNullable(statementDays);
    }

    /** What an application can be rejected for; empty when the scheme has no list. */
    public List<RejectionReason> reasons() {
        return Objects.requireNonNullElse(rejectionReasons, List.of());
    }

    @Override
    public List<BrokenRule> broken() {
        return Twice.of(reasons(), RejectionReason::code, "scheme.reason-twice", "/rejectionReasons");
    }
}
