package no.opptrapping.grant.notices.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import no.opptrapping.platform.paging.Cursor;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the municipality has been told since it asked last. */
@Schema(name = "NoticeFeed")
record NoticeFeed(
        @Schema(required = true, maxItems = 500) List<NoticeResponse> items,

        @Schema(
                maxLength = Cursor.MAX_LENGTH,
                description = "What to ask with next time, also when there is nothing new; missing when there has never"
                        + " been anything")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        String next,

        @Schema(required = true, description = "Whether there is more already")
        boolean more) {}
