package no.opptrapping.grant.letters;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.opptrapping.platform.values.MunicipalityId;

/** How letters get where they are to go. Everything here takes part in the caller's transaction. */
public interface Deliveries {
    /** A letter that is not delivered yet, as it stands. */
    record Standing(LetterId letter, String channel, Optional<String> reference, int attempts) {}

    /** Those whose time has come, the longest wait first. */
    List<LetterId> due(Instant now, int limit);

    /** The letter, which nobody else can change until the transaction ends; empty when it is delivered or given up. */
    Optional<Standing> lock(LetterId id);

    /** The channel has it. */
    void onItsWay(LetterId id, String reference, Instant nextTry);

    /** It is tried again then; {@code failed} counts it as a failure. */
    void later(LetterId id, Instant nextTry, boolean failed);

    /** It is given up, and a person has to see to it. */
    void givenUp(LetterId id, String why);

    /** It is tried again from the beginning; false when it has been delivered. */
    @CanIgnoreReturnValue
    boolean again(LetterId id, String channel, Instant now);

    /** What letters to the municipalities are sent through, where it has been chosen. */
    Optional<String> channelOf(MunicipalityId municipality);

    /** A choice of channel. */
    record Chosen(MunicipalityId municipality, String channel, String by, Instant at) {}

    /** Chooses. */
    void choose(Chosen chosen);
}
