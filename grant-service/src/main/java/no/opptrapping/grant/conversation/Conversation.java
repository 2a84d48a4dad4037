package no.opptrapping.grant.conversation;

import java.time.Instant;
import java.util.Optional;
import no.opptrapping.grant.applications.ApplicationId;

/**
 * Where the conversation about an application is.
 *
 * @param messages how many there are
 * @param owed which side owes the other an answer; empty when none does
 */
public record Conversation(ApplicationId application, int messages, Optional<Owed> owed) {
    /** How many messages a conversation may have. */
    public static final int MOST = 1_000;

    /** An answer that a side owes, since the first message that asked for it. */
    public record Owed(Side by, Instant since) {}

    /** One that has not begun. */
    public static Conversation none(ApplicationId application) {
        return new Conversation(application, 0, Optional.empty());
    }

    /** Whether anything has been said. */
    public boolean hasBegun() {
        return messages > 0;
    }

    /**
     * The conversation after a message: whoever writes owes nothing more, and what it asked before it still waits for.
     *
     * @param asks whether the other side is to answer
     */
    Conversation after(Side by, boolean asks, Instant at) {
        var before = owed.filter(one -> one.by() == by.other());
        return new Conversation(
                application, messages + 1, asks ? before.or(() -> Optional.of(new Owed(by.other(), at))) : before);
    }
}
