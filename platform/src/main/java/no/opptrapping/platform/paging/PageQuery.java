package no.opptrapping.platform.paging;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The parameters <code>cursor</code> and <code>limit</code> of a list: <code>@Valid @BeanParam PageQuery page</code>. */
public class PageQuery {
    @QueryParam("cursor")
    @Size(max = Cursor.MAX_LENGTH)
    @Pattern(regexp = "^[A-Za-z0-9_-]+$")
    private @Nullable String cursor;

    @QueryParam("limit")
    @DefaultValue(Page.DEFAULT_LIMIT)
    @Min(1)
    @Max(Page.MAX_LIMIT)
    private int limit;

    /** How many items the page shall have at most, 1-500. */
    public int limit() {
        return limit;
    }

    /** Where the page begins, or empty for the first page. */
    public Optional<Cursor> cursor(int parts) {
        return Optional.ofNullable(cursor).map(text -> Cursor.parse(text, parts));
    }
}
