package no.opptrapping.local.grantyear;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.Arrays;
import java.util.Optional;
import no.opptrapping.local.ScenarioFailure;

/**
 * What a service answered.
 *
 * @param afterALostOne an earlier answer to the same call never came
 */
record Answer(String call, int status, JsonNode body, Optional<String> etag, boolean afterALostOne) {
    /** The body, if the status is one of those expected; else the scenario ends with the whole problem. */
    @CanIgnoreReturnValue
    JsonNode expect(int... statuses) {
        if (Arrays.stream(statuses).noneMatch(expected -> expected == status)) {
            throw new ScenarioFailure(
                    call + " answered " + status + " and not " + Arrays.toString(statuses) + ": " + body);
        }
        return body;
    }

    /** The problem's stable code, the last segment of its type; empty for an answer that is no problem. */
    String problemCode() {
        var type = body.path("type").asText();
        return type.substring(type.lastIndexOf('/') + 1);
    }
}
