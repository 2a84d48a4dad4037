package no.opptrapping.grant.calls;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Year;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.opptrapping.grant.schemes.SchemeId;
import org.jspecify.annotations.Nullable;

/** The calls that there are. */
public interface Calls {
    Optional<Call> find(CallId id);

    /** The call, which nobody else can change until the caller's transaction ends. */
    @CanIgnoreReturnValue
    Optional<Call> lock(CallId id);

    /** The call, which others can read in the same way but nobody can change until the caller's transaction ends. */
    Optional<Call> lockShared(CallId id);

    /** Calls of the given states, newest deadline last, after the key that a cursor carries. */
    List<Call> list(Filter filter, @Nullable Key after, int limit);

    void add(Call call);

    /** Stores a call that the caller has locked. */
    void change(Call call);

    /** Which calls to list; what is null does not matter. */
    record Filter(
            Set<CallStatus> statuses,
            @Nullable SchemeId scheme,
            @Nullable Year year) {
        public Filter {
            statuses = Set.copyOf(statuses);
        }
    }

    /** Where a list goes on: after this call, in the order of year and identity. */
    record Key(Year year, CallId id) {}
}
