package no.opptrapping.platform.problems;

import com.fasterxml.jackson.databind.ObjectMapper;

/** The strict mapper for tests of other rooms. */
public final class StrictJsonForTests {
    private StrictJsonForTests() {}

    /** As the service does it. */
    public static void customize(ObjectMapper mapper) {
        new StrictJson().customize(mapper);
    }
}
