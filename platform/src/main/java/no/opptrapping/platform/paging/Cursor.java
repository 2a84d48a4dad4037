package no.opptrapping.platform.paging;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import no.opptrapping.platform.problems.BadInput;
import no.opptrapping.platform.problems.BrokenRule;

/**
 * Where the next page begins: the sort key of the last item seen, opaque to callers (base64url).
 *
 * @param key one or more parts, none of which holds a unit separator (U+001F)
 */
public record Cursor(List<String> key) {
    /** A cursor's length at most. */
    public static final int MAX_LENGTH = 512;

    private static final String SEPARATOR = "\u001f";

    public Cursor {
        key = List.copyOf(key);
        if (key.isEmpty() || key.stream().anyMatch(part -> part.contains(SEPARATOR))) {
            throw new IllegalArgumentException("A cursor has parts without separators");
        }
    }

    public static Cursor of(List<String> key) {
        return new Cursor(key);
    }

    public static Cursor of(String... key) {
        return new Cursor(List.of(key));
    }

    /**
     * The cursor of a text that a caller sent.
     *
     * @param parts how many parts the list's sort key has
     * @throws BadInput if it is not one of ours
     */
    public static Cursor parse(String text, int parts) {
        try {
            var bytes = Base64.getUrlDecoder().decode(text);
            var decoded = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            var key = List.of(decoded.split(SEPARATOR, -1));
            if (key.size() == parts && text.length() <= MAX_LENGTH && decoded.indexOf('\0') < 0) {
                return new Cursor(key);
            }
            throw new BadInput(BrokenRule.of("paging.bad-cursor", "query:cursor"));
        } catch (IllegalArgumentException | CharacterCodingException notOurs) {
            throw new BadInput(BrokenRule.of("paging.bad-cursor", "query:cursor"));
        }
    }

    /** A part that is text. */
    public String text(int part) {
        return key.get(part);
    }

    /**
     * A part that is a whole number.
     *
     * @throws BadInput if it is not: the cursor is not one of ours
     */
    public long number(int part) {
        return read(part, Long::valueOf);
    }

    /**
     * A part that is a UUID.
     *
     * @throws BadInput if it is not: the cursor is not one of ours
     */
    public UUID uuid(int part) {
        return read(part, UUID::fromString);
    }

    /**
     * A part that is an instant.
     *
     * @throws BadInput if it is not: the cursor is not one of ours
     */
    public Instant instant(int part) {
        return read(part, Instant::parse);
    }

    /**
     * A part that is a date.
     *
     * @throws BadInput if it is not: the cursor is not one of ours
     */
    public LocalDate date(int part) {
        return read(part, LocalDate::parse);
    }

    /**
     * A part of any form, whose reader throws {@link IllegalArgumentException} or {@link DateTimeException}.
     *
     * @throws BadInput if it is not of that form: the cursor is not one of ours
     */
    public <T> T read(int part, Function<String, T> form) {
        try {
            return form.apply(key.get(part));
        } catch (IllegalArgumentException | DateTimeException notOurs) {
            throw new BadInput(BrokenRule.of("paging.bad-cursor", "query:cursor"));
        }
    }

    /** What the caller is given. */
    public String text() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join(SEPARATOR, key).getBytes(StandardCharsets.UTF_8));
    }
}
