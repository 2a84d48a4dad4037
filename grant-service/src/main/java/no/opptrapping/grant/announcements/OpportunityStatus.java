package no.opptrapping.grant.announcements;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where a funding opportunity is, in the words of CommonGrants. */
@Schema(name = "OpportunityStatusValue")
public enum OpportunityStatus {
    @JsonProperty("forecasted")
    FORECASTED,
    @JsonProperty("open")
    OPEN,
    @JsonProperty("closed")
    CLOSED,
    /** None of the others: it was called off, or is expected no more. */
    @JsonProperty("custom")
    CUSTOM;

    /** The status of a call in the phase. */
    public static OpportunityStatus of(PublicCall.Phase phase) {
        return switch (phase) {
            case FORECAST, SCHEDULED -> FORECASTED;
            case OPEN -> OPEN;
            case CLOSED, DECIDED -> CLOSED;
            case CANCELLED, WITHDRAWN -> CUSTOM;
        };
    }
}
