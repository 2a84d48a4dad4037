package no.opptrapping.local;

/** A story that is played through the public APIs of a running system; found with {@link java.util.ServiceLoader}. */
public interface Scenario {
    /**
     * Plays the story from a system that has only its reference data, or goes on where an interrupted run stopped.
     *
     * @throws ScenarioFailure with the reason, if the story cannot go on
     */
    Result run(World world, Progress progress);

    /** Reads the result from a system in which the story has been played before; changes nothing. */
    Result readBack(World world, Progress progress);
}
