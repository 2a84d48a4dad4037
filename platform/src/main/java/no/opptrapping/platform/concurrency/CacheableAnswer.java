package no.opptrapping.platform.concurrency;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Answers that can be asked about again by their tag. */
public final class CacheableAnswer {
    private CacheableAnswer() {}

    /**
     * The tag of a state of the data as seen on a date: what is valid changes with the date, though nothing is written.
     */
    public static long tag(long version, LocalDate date) {
        return version * 100_000_000 + Long.parseLong(date.format(DateTimeFormatter.BASIC_ISO_DATE));
    }

    /** The tag of the content itself: the same content has the same one, in whichever instance of the service. */
    public static String tag(Record content) {
        return ETags.digest(content.toString());
    }

    /** The answer, or 304 if the caller has it already. */
    public static Response of(Request request, long tag, Supplier<Object> entity) {
        return of(request, Long.toString(tag), entity);
    }

    /** The answer, or 304 if the caller has it already. */
    public static Response of(Request request, String tag, Supplier<Object> entity) {
        return answer(request, tag, () -> Response.ok(entity.get())).build();
    }

    /** The answer in the form and language that the caller asked for, or 304 if the caller has it already. */
    public static Response of(Request request, String tag, MediaType type, Supplier<Object> entity) {
        return answer(request, tag, () -> Response.ok(entity.get(), type))
                .header("Vary", "Accept, Accept-Language")
                .build();
    }

    private static ResponseBuilder answer(Request request, String tag, Supplier<ResponseBuilder> ok) {
        var entityTag = new EntityTag(tag);
        var unchanged = unchanged(request, entityTag);
        var answer = unchanged == null ? ok.get() : unchanged;
        return answer.tag(entityTag);
    }

    /** What the caller shows may be no tag at all; then it is not ours. */
    private static @Nullable ResponseBuilder unchanged(Request request, EntityTag tag) {
        try {
            return request.evaluatePreconditions(tag);
        } catch (IllegalArgumentException | IndexOutOfBoundsException notATag) {
            return null;
        }
    }
}
