package no.opptrapping.platform.paging;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param items at most as many as the limit asked for
 * @param next the cursor of the next page; absent on the last page
 */
public record Page<T>(
        @Schema(maxItems = 500, required = true) List<T> items,

        @Schema(maxLength = Cursor.MAX_LENGTH) @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
        String next) {
    /** How many items a page may have. */
    public static final int MAX_LIMIT = 500;

    /** How many items a page has when the caller does not say. */
    public static final String DEFAULT_LIMIT = "100";

    /**
     * A page of rows that were read with a limit of one more than asked for, so that it is known whether there is a next.
     *
     * @param rows up to <code>limit + 1</code> rows in order of their key
     * @param key the sort key of a row, which the cursor carries
     */
    public static <T> Page<T> of(List<T> rows, int limit, Function<T, List<String>> key) {
        if (rows.size() <= limit) {
            return new Page<>(List.copyOf(rows), null);
        }
        var items = List.copyOf(rows.subList(0, limit));
        return new Page<>(items, Cursor.of(key.apply(items.getLast())).text());
    }

    /** The same page with other items. */
    public <R> Page<R> map(Function<T, R> change) {
        return new Page<>(items.stream().map(change).toList(), next);
    }
}
