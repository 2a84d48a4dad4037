package no.opptrapping.grant.calls.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import no.opptrapping.grant.calls.CallDocument;
import no.opptrapping.grant.calls.CallId;
import no.opptrapping.grant.calls.DivisionRule;
import no.opptrapping.grant.calls.MakeCall;
import no.opptrapping.grant.calls.Round;
import no.opptrapping.grant.calls.TieRule;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.body.EachAtMost;
import no.opptrapping.platform.body.OwnRules;
import no.opptrapping.platform.language.LocalisedText;
import no.opptrapping.platform.problems.BrokenRule;
import no.opptrapping.platform.values.Kroner;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The form of a new call. */
@Schema(name = "NewCall")
record CallRequest(
        @Schema(required = true) SchemeId schemeId,

        @Schema(required = true, minimum = "2000", maximum = "2100") @NotNull @Min(2000) @Max(2100)
        Integer year,

        @Schema(required = true) @EachAtMost(longest = 200) LocalisedText title,
        @Schema(required = true) LocalDate opensOn,
        @Schema(required = true, maxLength = 40) OffsetDateTime deadline,
        @Schema(required = true) Kroner budget,
        @Schema(required = true) DivisionRule rule,
        @Nullable TieRule tieRule,
        @Nullable Boolean smallestUsefulAllowed,

        @Schema(maxItems = 20) @Size(max = 20) @Nullable List<@NotNull @Valid CallDocument> documents,

        @Schema(
                maxItems = 20,
                description = "The rounds that it is decided in, in their order; left out it is decided as a whole")
        @Size(max = 20)
        @Nullable
        List<@NotNull @Valid Round> rounds,

        @Schema(description = "The forecast that comes true by it: the call has its identity") @Nullable
        CallId forecastId)
        implements OwnRules {
    @Override
    public List<BrokenRule> broken() {
        return brokenBy(given());
    }

    /** Documents that have no https address. */
    static List<BrokenRule> brokenBy(List<CallDocument> given) {
        return IntStream.range(0, given.size())
                .filter(index -> !isAddress(given.get(index).url()))
                .mapToObj(index -> BrokenRule.of("call.document-address-malformed", "/documents/" + index + "/url"))
                .toList();
    }

    MakeCall.Command command(String madeBy) {
        return new MakeCall.Command(
                schemeId,
                Year.of(year),
                title,
                opensOn,
                deadline.toInstant().truncatedTo(ChronoUnit.MICROS),
                budget,
                rule,
                Objects.requireNonNullElse(tieRule, TieRule.NONE),
                Boolean.TRUE.equals(smallestUsefulAllowed),
                given(),
                Objects.requireNonNullElse(rounds, List.of()),
                Optional.ofNullable(forecastId),
                madeBy);
    }

    private List<CallDocument> given() {
        return Objects.requireNonNullElse(documents, List.of());
    }

    private static boolean isAddress(String text) {
        try {
            var uri = new URI(text);
            return text.length() <= 1000 && "https".equals(uri.getScheme()) && uri.getHost() != null;
        } catch (URISyntaxException notAnAddress) {
            return false;
        }
    }
}
