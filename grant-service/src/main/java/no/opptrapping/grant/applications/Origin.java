package no.opptrapping.grant.applications;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Where a part of an application comes from that was copied and has not been changed since.
 *
 * @param sources one, or all whose figures were added up
 * @param pointers to what was copied from there, RFC 6901
 */
@Schema(name = "ApplicationOrigin")
public record Origin(
        @Schema(maxItems = 50, description = "One, or all whose figures were added up")
        List<Source> sources,

        @Schema(maxItems = 2000, description = "What was copied from there and not changed since (RFC 6901)")
        List<String> pointers) {
    /**
     * An application or a report of an earlier year.
     *
     * @param reference what people call it; null for a report
     * @param year the grant year
     * @param at when it was submitted, or approved; null for a report that is neither
     * @param approved whether a report is approved, so that its figures stand; null for an application
     */
    @Schema(name = "ApplicationOriginSource")
    public record Source(
            Kind kind,
            UUID id,

            @Schema(description = "The reference of an application; null for a report") @Nullable
            String reference,

            @Schema(description = "The grant year that it is of")
            int year,

            @Schema(
                    description = "When it was submitted, or as a report approved (UTC); null for a report that is"
                            + " still written")
            @Nullable
            Instant at,

            @Schema(description = "Whether a report is approved, so that its figures stand; null for an application")
            @Nullable
            Boolean approved) {
        /** What kind of source it is. */
        @Schema(name = "ApplicationOriginKind", description = "Whether it is an application or a report")
        public enum Kind {
            /** The municipality's application, or that of one that it has taken over from. */
            APPLICATION,
            /** The report of the award that came of it. */
            REPORT;

            /** The word for it in JSON. */
            @JsonValue
            public String code() {
                return name().toLowerCase(Locale.ROOT);
            }
        }
    }

    public Origin {
        sources = List.copyOf(sources);
        pointers = List.copyOf(pointers);
    }
}
