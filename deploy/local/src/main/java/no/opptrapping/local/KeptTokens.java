package no.opptrapping.local;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Tokens, each used again for some minutes as a client of Maskinporten does: to sign one costs more than most calls that
 * are made with it.
 */
final class KeptTokens {
    /** Half of the ten minutes that an organisation's token lives. */
    static final Duration KEPT = Duration.ofMinutes(5);

    private final Clock clock;
    private final Map<Whose, Token> tokens = new ConcurrentHashMap<>();

    KeptTokens(Clock clock) {
        this.clock = clock;
    }

    private record Whose(String caller, List<String> rights) {}

    private record Token(String text, Instant until) {}

    /** The kept token of the caller with those rights, or a new one. */
    String of(String caller, String[] rights, Supplier<String> signed) {
        var now = clock.instant();
        return tokens.compute(
                        new Whose(caller, List.of(rights)),
                        (_, kept) -> kept != null && now.isBefore(kept.until())
                                ? kept
                                : new Token(signed.get(), now.plus(KEPT)))
                .text();
    }
}
