package no.opptrapping.grant.allocation.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BinaryOperator;
import no.opptrapping.grant.allocation.inputs.WholeFramework;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What makes a framework grant whole, as the state computes it. The pot's budget is the whole grant: what additions do
 * not take of it is given per inhabitant, and the calculated need, the second sum, is equalised.
 */
@Schema(name = "WholeFrameworkRequest")
record WholeFrameworkRequest(
        @Schema(
                description = "The calculated need of the country, kroner; left out only where the indices are needs in"
                        + " kroner, which then come to it themselves")
        @Min(1)
        @Max(10_000_000_000_000L)
        @Nullable
        Long totalNeed,

        @Schema(
                description =
                        "Whether the model's indices are needs in kroner per inhabitant, taken as they are; left out:"
                                + " they are relative, the country being 1")
        @Nullable
        Boolean needsInKroner,

        @Schema(
                description =
                        "How far, in kroner per inhabitant, the mean of needs in kroner may be from the mean that a"
                                + " totalNeed beside them makes")
        @Size(max = 40)
        @Nullable
        String tolerance,

        @Valid @Nullable Inhabitants inhabitants,
        @Size(max = 20) @Nullable List<@NotNull @Valid Addition> additions,
        @Valid @Nullable Guarantee guarantee,

        @Schema(
                description =
                        "Kroner of both sums that were an earmarked grant before: what they are of the grant, of the"
                                + " need and of each amount is shown")
        @Min(0)
        @Max(10_000_000_000_000L)
        @Nullable
        Long incorporated) {
    /** The inhabitants that the grant per inhabitant counts, of a date of their own (1 July of the year before). */
    @Schema(name = "GrantInhabitantsRequest")
    record Inhabitants(
            @NotNull LocalDate date,
            @NotBlank @Size(max = 200) String source,

            @NotNull @Size(min = 1, max = 1000)
            Map<@Pattern(regexp = "^[0-9]{4}$") String, @NotNull @Size(max = 40) String> values) {}

    /** Amounts that are given beside the two sums, whole kroner by municipality number. */
    @Schema(name = "FrameworkAdditionRequest")
    record Addition(
            @NotNull WholeFramework.Kind kind,
            @NotBlank @Size(max = 200) String source,

            @NotNull @Size(min = 1, max = 1000)
            Map<@Pattern(regexp = "^[0-9]{4}$") String, @NotNull @Min(0) @Max(10_000_000_000_000L) Long> amounts) {}

    /** The income guarantee over two years' whole frameworks; this year's are computed where they are not given. */
    @Schema(name = "WholeGuaranteeRequest")
    record Guarantee(
            @Schema(description = "Kroner per inhabitant") @NotNull @Size(max = 40)
            String threshold,

            @NotBlank @Size(max = 200) String source,

            @NotNull @Size(min = 1, max = 1000)
            Map<@Pattern(regexp = "^[0-9]{4}$") String, @NotNull @Min(0) @Max(10_000_000_000_000L) Long> before,

            @Size(max = 1000) @Nullable
            Map<@Pattern(regexp = "^[0-9]{4}$") String, @NotNull @Min(0) @Max(10_000_000_000_000L) Long> after) {}

    /** As it is stored; {@code decimal} reads a number at a pointer within this, and refuses what is none. */
    WholeFramework read(BinaryOperator<@Nullable String> decimal) {
        return new WholeFramework(
                totalNeed,
                Boolean.TRUE.equals(needsInKroner),
                decimal.apply(tolerance, "/tolerance"),
                inhabitants == null
                        ? null
                        : new WholeFramework.Inhabitants(
                                Objects.toString(inhabitants.date()),
                                inhabitants.source(),
                                decimals(inhabitants.values(), decimal)),
                additions == null
                        ? List.of()
                        : additions.stream()
                                .map(one -> new WholeFramework.Addition(one.kind(), one.source(), one.amounts()))
                                .toList(),
                guarantee == null
                        ? null
                        : new WholeFramework.WholeGuarantee(
                                Objects.toString(decimal.apply(guarantee.threshold(), "/guarantee/threshold")),
                                guarantee.source(),
                                guarantee.before(),
                                guarantee.after()),
                incorporated);
    }

    private static Map<String, String> decimals(Map<String, String> texts, BinaryOperator<@Nullable String> decimal) {
        var values = new HashMap<String, String>();
        texts.forEach((number, text) ->
                values.put(number, Objects.toString(decimal.apply(text, "/inhabitants/values/" + number))));
        return values;
    }
}
