package no.opptrapping.grant.announcements.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import no.opptrapping.grant.announcements.FindOpportunities;
import no.opptrapping.grant.announcements.OpportunityStatus;
import no.opptrapping.platform.body.MayBeBlank;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is looked for among the opportunities, in the form of CommonGrants. */
@Schema(name = "OpportunitySearch")
record OpportunitySearch(
        @Schema(maxLength = 200, description = "What the title has, in any of its languages")
        @Size(max = 200)
        @MayBeBlank
        @Nullable
        String search,

        @Valid @Nullable Filters filters,
        @Valid @Nullable Sorting sorting,
        @Valid @Nullable Pagination pagination) {
    /** Which of them; what is missing does not matter. */
    @Schema(name = "OpportunityFilters")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Filters(
            @Valid @Nullable StatusFilter status,
            @Valid @Nullable DateRange closeDateRange,
            @Valid @Nullable MoneyRange totalFundingAvailableRange,

            @Schema(description = "Passed over: calls say nothing of single awards") @Valid @Nullable
            MoneyRange minAwardAmountRange,

            @Schema(description = "Passed over: calls say nothing of single awards") @Valid @Nullable
            MoneyRange maxAwardAmountRange) {}

    /** In or not in some states. */
    @Schema(name = "OpportunityStatusFilter")
    record StatusFilter(
            @Schema(required = true, description = "Whether it is one of them, or none of them")
            ArrayOperator operator,

            @Schema(required = true, maxItems = 4, description = "The states that are meant") @Size(max = 4)
            List<@NotNull OpportunityStatus> value) {
        FindOpportunities.Statuses statuses() {
            var values = EnumSet.noneOf(OpportunityStatus.class);
            values.addAll(value);
            return new FindOpportunities.Statuses(values, operator == ArrayOperator.NOT_IN);
        }
    }

    /** How one of several is compared. */
    @Schema(name = "OpportunityArrayOperator")
    enum ArrayOperator {
        @JsonProperty("in")
        IN,
        @JsonProperty("notIn")
        NOT_IN
    }

    /** How a range is compared. */
    @Schema(name = "OpportunityRangeOperator")
    enum RangeOperator {
        @JsonProperty("between")
        BETWEEN,
        @JsonProperty("outside")
        OUTSIDE
    }

    /** From one day to another. */
    @Schema(name = "OpportunityDateRange")
    record DateRange(
            @Schema(required = true, description = "Whether it is between them, or outside")
            RangeOperator operator,

            @Schema(required = true) @Valid Dates value) {
        FindOpportunities.Range<LocalDate> range() {
            return new FindOpportunities.Range<>(value.min(), value.max(), operator == RangeOperator.OUTSIDE);
        }
    }

    /** Two days. */
    @Schema(name = "OpportunityDates")
    record Dates(
            @Schema(required = true, description = "The first day")
            LocalDate min,

            @Schema(required = true, description = "The last day")
            LocalDate max) {}

    /** From one amount to another. */
    @Schema(name = "OpportunityMoneyRange")
    record MoneyRange(
            @Schema(required = true, description = "Whether it is between them, or outside")
            RangeOperator operator,

            @Schema(required = true) @Valid Amounts value) {}

    /** Two amounts. */
    @Schema(name = "OpportunityAmounts")
    record Amounts(
            @Schema(required = true) @Valid Amount min,
            @Schema(required = true) @Valid Amount max) {}

    /** An amount of money. */
    @Schema(name = "OpportunityAmount")
    record Amount(
            @Schema(
                    required = true,
                    maxLength = 20,
                    pattern = "^[0-9]{1,12}(\\.[0-9]{1,2})?$",
                    description = "The amount, a decimal string; what is beyond whole kroner is dropped",
                    examples = "10000000")
            @Size(max = 20)
            @Pattern(regexp = "[0-9]{1,12}(\\.[0-9]{1,2})?", message = "body.not-a-decimal")
            String amount,

            @Schema(required = true, maxLength = 3, description = "The currency (ISO 4217): NOK", examples = "NOK")
            @Size(max = 3)
            String currency) {}

    /** How it is sorted. */
    @Schema(name = "OpportunitySorting")
    record Sorting(
            @Schema(required = true, maxLength = 60, description = "What it is sorted by", examples = "lastModifiedAt")
            @Size(max = 60)
            String sortBy,

            @Schema(maxLength = 60, description = "Passed over: there are no sortings of our own")
            @Size(max = 60)
            @MayBeBlank
            @Nullable
            String customSortBy,

            @Schema(description = "Which way; desc when it is missing") @Nullable
            SortOrder sortOrder) {}

    /** Which way. */
    @Schema(name = "OpportunitySortOrder")
    enum SortOrder {
        @JsonProperty("asc")
        ASC,
        @JsonProperty("desc")
        DESC
    }

    /** Which page. */
    @Schema(name = "OpportunityPaging")
    record Pagination(
            @Schema(
                    minimum = "1",
                    maximum = "10000",
                    description = "The number of the page; the first is 1, and so when it is missing")
            @Min(1)
            @Max(10_000)
            @Nullable
            Integer page,

            @Schema(minimum = "1", maximum = "500", description = "How many a page has at most; 100 when it is missing")
            @Min(1)
            @Max(500)
            @Nullable
            Integer pageSize) {}
}
