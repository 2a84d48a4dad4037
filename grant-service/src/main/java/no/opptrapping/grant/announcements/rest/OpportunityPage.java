package no.opptrapping.grant.announcements.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A page of opportunities, as CommonGrants counts pages; a search says how it sorted and filtered too. */
@Schema(name = "OpportunityPage")
@JsonInclude(JsonInclude.Include.NON_NULL)
record OpportunityPage(
        @Schema(description = "The HTTP status") int status,
        @Schema(maxLength = 100) String message,
        @Schema(maxItems = 500) List<OpportunityResponse> items,
        PaginationInfo paginationInfo,
        @Nullable SortInfo sortInfo,
        @Nullable FilterInfo filterInfo) {
    /** Which page it is. */
    @Schema(name = "OpportunityPagination")
    record PaginationInfo(
            @Schema(description = "The number of the page; the first is 1")
            int page,

            @Schema(description = "How many a page has at most")
            int pageSize,

            @Schema(description = "How many there are on all pages")
            int totalItems,

            @Schema(description = "How many pages there are")
            int totalPages) {
        static PaginationInfo of(int page, int pageSize, int total) {
            return new PaginationInfo(page, pageSize, total, Math.ceilDiv(total, pageSize));
        }
    }

    /** How it is sorted. */
    @Schema(name = "OpportunitySort")
    record SortInfo(
            @Schema(maxLength = 60, description = "What it is sorted by")
            String sortBy,

            @Schema(maxLength = 4, description = "asc or desc")
            String sortOrder,

            @Schema(maxItems = 10, description = "What was asked for and not done")
            List<String> errors) {}

    /** How it is filtered. */
    @Schema(name = "OpportunityFilter")
    record FilterInfo(
            @Schema(description = "The filters as they were sent")
            OpportunitySearch.@Nullable Filters filters,

            @Schema(maxItems = 10, description = "What was asked for and not done")
            List<String> errors) {}
}
