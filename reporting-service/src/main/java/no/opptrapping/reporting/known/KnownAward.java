package no.opptrapping.reporting.known;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Year;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import no.opptrapping.platform.language.LocalisedText;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.platform.values.MunicipalityNumber;
import org.jspecify.annotations.Nullable;

/**
 * What award.v1 says of one award, as far as this service reads it.
 *
 * @param reference what the municipality knows the award by
 * @param recipient who reports; the host of a joint award
 * @param participants whose money it is, in kroner; they sum to the amount
 * @param claimedBack what of the paid has been claimed back; missing: nothing
 */
public record KnownAward(
        UUID awardId,
        String reference,
        AwardStatus status,
        LocalisedText schemeName,
        Year year,
        Party recipient,
        Kroner amount,
        List<Share> participants,
        List<Measure> measures,
        ReportingTerms reporting,

        @JsonProperty("claimed") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
        Kroner claimedBack) {
    /** A municipality with its number when the award was made. */
    public record Party(MunicipalityId municipalityId, MunicipalityNumber number) {}

    /** A participant's part of the award. */
    public record Share(MunicipalityId municipalityId, MunicipalityNumber number, Kroner amount) {}

    /** What the money is for; the code is one of the form's measures. */
    public record Measure(String code) {}

    public KnownAward {
        participants = List.copyOf(participants);
        measures = List.copyOf(measures);
    }

    /** What of the paid has been claimed back. */
    public Kroner claimed() {
        return Objects.requireNonNullElse(claimedBack, Kroner.ZERO);
    }
}
