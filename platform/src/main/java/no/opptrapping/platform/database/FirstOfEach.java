package no.opptrapping.platform.database;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.opptrapping.platform.values.MunicipalityId;
import org.jspecify.annotations.Nullable;

/**
 * The first rows of a list that is some municipalities' alone: the first of each of them, by an index that begins with the
 * municipality, and of these the first of all. Asked for with an ordinary condition, PostgreSQL may walk along everybody's rows
 * until it has found enough, which for a small municipality are nearly all that there are.
 */
public final class FirstOfEach {
    private final String table;
    private final String municipality;
    private final String order;
    private final List<String> conditions = new ArrayList<>();
    private final List<@Nullable Object> arguments = new ArrayList<>();

    /**
     * Rows with an <code>id</code>.
     *
     * @param municipality the column that says whose a row is
     * @param order the columns by which the list is sorted, as they are in the index after the municipality
     */
    public FirstOfEach(String table, String municipality, String order) {
        this.table = table;
        this.municipality = municipality;
        this.order = order;
    }

    /** Narrows the list, with a question mark for each value. */
    public FirstOfEach where(String condition, @Nullable Object... values) {
        conditions.add(condition);
        arguments.addAll(List.of(values));
        return this;
    }

    /** Narrows the list if there is a value. */
    public FirstOfEach whereGiven(String condition, Optional<?> value) {
        return value.isPresent() ? where(condition, value.get()) : this;
    }

    /** Their identities, at most so many. */
    public List<UUID> of(Collection<MunicipalityId> municipalities, int limit, PlainSql sql) {
        var all = new ArrayList<@Nullable Object>();
        all.add(municipalities.stream().map(MunicipalityId::value).toArray(UUID[]::new));
        all.addAll(arguments);
        all.add(limit);
        all.add(limit);
        var narrowed = conditions.isEmpty() ? "" : " and " + String.join(" and ", conditions);
        return sql.list(
                """
                select first.id from unnest(?) as whose (one) cross join lateral (
                    select * from %s where %s = whose.one%s order by %s limit ?) first
                order by %s limit ?
                """.formatted(table, municipality, narrowed, order, order),
                row -> row.getObject(1, UUID.class),
                all.toArray());
    }
}
