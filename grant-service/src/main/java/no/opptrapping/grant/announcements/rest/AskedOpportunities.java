package no.opptrapping.grant.announcements.rest;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import no.opptrapping.grant.announcements.FindOpportunities;
import no.opptrapping.platform.language.Language;
import no.opptrapping.platform.language.Texts;
import no.opptrapping.platform.values.Kroner;
import org.jspecify.annotations.Nullable;

/** A search as it is understood, and what of it cannot be done: the protocol passes that over and says so. */
final class AskedOpportunities {
    private static final String USUAL = "lastModifiedAt";
    private static final Map<String, FindOpportunities.Order> ORDERS = Map.of(
            USUAL,
            FindOpportunities.Order.LAST_MODIFIED,
            "createdAt",
            FindOpportunities.Order.CREATED,
            "title",
            FindOpportunities.Order.TITLE,
            "status.value",
            FindOpportunities.Order.STATUS,
            "keyDates.closeDate",
            FindOpportunities.Order.CLOSE_DATE,
            "funding.totalAmountAvailable",
            FindOpportunities.Order.TOTAL_FUNDING);

    private final OpportunitySearch search;
    private final Language language;
    private final Texts texts;

    AskedOpportunities(OpportunitySearch search, Language language, Texts texts) {
        this.search = search;
        this.language = language;
        this.texts = texts;
    }

    int page() {
        return paging().map(OpportunitySearch.Pagination::page).orElse(1);
    }

    int pageSize() {
        return paging().map(OpportunitySearch.Pagination::pageSize).orElse(100);
    }

    private Optional<OpportunitySearch.Pagination> paging() {
        return Optional.ofNullable(search.pagination());
    }

    FindOpportunities.Wish wish() {
        var filters = Optional.ofNullable(search.filters());
        return new FindOpportunities.Wish(
                Optional.ofNullable(search.search()).filter(text -> !text.isBlank()),
                filters.map(OpportunitySearch.Filters::status).map(OpportunitySearch.StatusFilter::statuses),
                filters.map(OpportunitySearch.Filters::closeDateRange).map(OpportunitySearch.DateRange::range),
                filters.map(OpportunitySearch.Filters::totalFundingAvailableRange)
                        .filter(AskedOpportunities::isInKroner)
                        .map(AskedOpportunities::range),
                ORDERS.getOrDefault(sortBy(), FindOpportunities.Order.LAST_MODIFIED),
                isAscending());
    }

    private String sortBy() {
        return Optional.ofNullable(search.sorting())
                .map(OpportunitySearch.Sorting::sortBy)
                .orElse(USUAL);
    }

    private boolean isAscending() {
        return Optional.ofNullable(search.sorting())
                .map(OpportunitySearch.Sorting::sortOrder)
                .filter(order -> order == OpportunitySearch.SortOrder.ASC)
                .isPresent();
    }

    OpportunityPage.SortInfo sortInfo() {
        var known = ORDERS.containsKey(sortBy());
        return new OpportunityPage.SortInfo(
                known ? sortBy() : USUAL,
                isAscending() ? "asc" : "desc",
                known
                        ? List.of()
                        : List.of(texts.text(language, "announcement.sort-not-supported", Map.of("sort", sortBy()))));
    }

    OpportunityPage.FilterInfo filterInfo() {
        var passedOver = new ArrayList<String>();
        var filters = search.filters();
        if (filters != null) {
            var funding = filters.totalFundingAvailableRange();
            passOver("totalFundingAvailableRange", funding != null && isInKroner(funding) ? null : funding, passedOver);
            passOver("minAwardAmountRange", filters.minAwardAmountRange(), passedOver);
            passOver("maxAwardAmountRange", filters.maxAwardAmountRange(), passedOver);
        }
        return new OpportunityPage.FilterInfo(filters, List.copyOf(passedOver));
    }

    private void passOver(String name, @Nullable Object filter, List<String> passedOver) {
        if (Objects.nonNull(filter)) {
            passedOver.add(texts.text(language, "announcement.filter-not-supported", Map.of("filter", name)));
        }
    }

    private static boolean isInKroner(OpportunitySearch.MoneyRange range) {
        return range.value().min().currency().equals("NOK")
                && range.value().max().currency().equals("NOK");
    }

    private static FindOpportunities.Range<Kroner> range(OpportunitySearch.MoneyRange range) {
        return new FindOpportunities.Range<>(
                kroner(range.value().min()),
                kroner(range.value().max()),
                range.operator() == OpportunitySearch.RangeOperator.OUTSIDE);
    }

    private static Kroner kroner(OpportunitySearch.Amount amount) {
        return Kroner.of(new BigDecimal(amount.amount()).longValue());
    }
}
