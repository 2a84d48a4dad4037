package no.opptrapping.platform.values;

import java.util.Comparator;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.boot.model.TypeContributions;
import org.hibernate.type.descriptor.WrapperOptions;
import org.hibernate.type.descriptor.java.AbstractClassJavaType;
import org.hibernate.type.descriptor.java.ImmutableMutabilityPlan;
import org.hibernate.type.descriptor.java.UUIDJavaType;
import org.hibernate.type.descriptor.jdbc.JdbcType;
import org.hibernate.type.descriptor.jdbc.JdbcTypeIndicators;
import org.jspecify.annotations.Nullable;

/**
 * Stores an identity in a column of type uuid, a primary key too, which converters may not. A service tells Hibernate of
 * its identities by a {@link org.hibernate.boot.model.TypeContributor}.
 *
 * @param <T> the identity
 */
public final class IdType<T> extends AbstractClassJavaType<T> {
    private static final long serialVersionUID = 1L;
    private static final UUIDJavaType UUIDS = UUIDJavaType.INSTANCE;

    private final transient Function<T, UUID> value;
    private final transient Function<UUID, T> id;

    private IdType(Class<T> type, Function<T, UUID> value, Function<UUID, T> id) {
        super(type, ImmutableMutabilityPlan.instance(), Comparator.comparing(value));
        this.value = value;
        this.id = id;
    }

    /** Tells of an identity, by what it is written as and read from. */
    public static <T> void contribute(
            TypeContributions types, Class<T> type, Function<T, UUID> value, Function<UUID, T> id) {
        types.contributeJavaType(new IdType<>(type, value, id));
    }

    @Override
    public JdbcType getRecommendedJdbcType(JdbcTypeIndicators context) {
        return UUIDS.getRecommendedJdbcType(context);
    }

    @Override
    public String toString(T one) {
        return value.apply(one).toString();
    }

    @Override
    public T fromString(CharSequence text) {
        return id.apply(UUID.fromString(text.toString()));
    }

    @Override
    public <X> @Nullable X unwrap(@Nullable T one, Class<X> type, WrapperOptions options) {
        if (one == null) {
            return null;
        }
        return type.isInstance(one) ? type.cast(one) : UUIDS.unwrap(value.apply(one), type, options);
    }

    @Override
    public <X> @Nullable T wrap(@Nullable X stored, WrapperOptions options) {
        if (stored == null) {
            return null;
        }
        return isInstance(stored) ? getJavaTypeClass().cast(stored) : id.apply(UUIDS.wrap(stored, options));
    }
}
