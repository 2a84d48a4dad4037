package no.opptrapping.platform.values;

import jakarta.persistence.AttributeConverter;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Stores a type by the one value that it is made of, and nothing by nothing.
 *
 * @param <T> the type in the code
 * @param <C> what the column holds
 */
public abstract class ColumnConverter<T, C> implements AttributeConverter<T, C> {
    private final Function<T, C> written;
    private final Function<C, T> read;

    /** By how it is written into the column and read from it. */
    protected ColumnConverter(Function<T, C> written, Function<C, T> read) {
        this.written = written;
        this.read = read;
    }

    @Override
    public final @Nullable C convertToDatabaseColumn(@Nullable T value) {
        return value == null ? null : written.apply(value);
    }

    @Override
    public final @Nullable T convertToEntityAttribute(@Nullable C stored) {
        return stored == null ? null : read.apply(stored);
    }
}
