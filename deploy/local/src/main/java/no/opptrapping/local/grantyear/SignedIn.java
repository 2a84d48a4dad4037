package no.opptrapping.local.grantyear;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import no.opptrapping.local.World;

/**
 * The callers' tokens, each used for some minutes as a client of Maskinporten does: to sign one costs more than most calls.
 */
final class SignedIn implements Api.Tokens {
    /** Half of the ten minutes that an organisation's token lives. */
    static final Duration KEPT = Duration.ofMinutes(5);

    private final World world;
    private final Clock clock;
    private final Map<Who, Token> tokens = new ConcurrentHashMap<>();

    SignedIn(World world, Clock clock) {
        this.world = world;
        this.clock = clock;
    }

    private record Token(String text, Instant until) {}

    @Override
    public Optional<String> of(Who who) {
        if (who instanceof Who.Nobody) {
            return Optional.empty();
        }
        var now = clock.instant();
        return Optional.of(tokens.compute(
                        who,
                        (caller, kept) -> kept != null && now.isBefore(kept.until())
                                ? kept
                                : new Token(signed(caller), now.plus(KEPT)))
                .text());
    }

    private String signed(Who who) {
        return switch (who) {
            case Who.Nobody nobody -> throw new IllegalArgumentException("Open data needs no token");
            case Who.Person person ->
                world.staffToken(person.name(), person.roles().toArray(String[]::new));
            case Who.Municipality municipality ->
                world.organisationToken(
                        municipality.organisationNumber(), "hdir:tilskudd/kommune.read", "hdir:tilskudd/kommune.write");
        };
    }
}
