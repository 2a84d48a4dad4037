package no.opptrapping.grant.awards;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import no.opptrapping.platform.testing.ContractSamples;
import org.junit.jupiter.api.Test;

class AwardV1Test {
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    @Test
    void tellsOfAJointAwardThatWasAppliedFor() throws JsonProcessingException {
        ContractSamples.ownedBy("grant-service").assertApproved("award.v1", 1, written(SampleAwards.joint()));
    }

    @Test
    void tellsOfAnAcceptedAwardByObjectiveCriteria() throws JsonProcessingException {
        ContractSamples.ownedBy("grant-service").assertApproved("award.v1", 2, written(SampleAwards.accepted()));
    }

    @Test
    void tellsOfTheRulesThatItWasMadeUnder() throws JsonProcessingException {
        ContractSamples.ownedBy("grant-service").assertApproved("award.v1", 3, written(SampleAwards.accepted()));
    }

    @Test
    void tellsWhyNothingIsLeftOfAnAward() throws JsonProcessingException {
        ContractSamples.ownedBy("grant-service").assertApproved("award.v1", 4, written(SampleAwards.declined()));
    }

    @Test
    void tellsOfAChangedAmountAndWhy() throws JsonProcessingException {
        ContractSamples.ownedBy("grant-service").assertApproved("award.v1", 5, written(SampleAwards.corrected()));
    }

    private static String written(Award award) throws JsonProcessingException {
        return JSON.writeValueAsString(AwardV1.of(award));
    }
}
