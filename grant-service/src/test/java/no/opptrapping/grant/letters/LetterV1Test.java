package no.opptrapping.grant.letters;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.language.Language;
import no.opptrapping.platform.testing.ContractSamples;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.platform.values.MunicipalityNumber;
import org.junit.jupiter.api.Test;

class LetterV1Test {
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    @Test
    void tellsTheArchiveOfALetter() throws JsonProcessingException {
        var document = new Letter.Document("5891b5b522d5df086d0ff0b110fbd9d21bb4fc7163af34d08286a2e846f6be03", 21_380);
        var letter = new Letter(
                new LetterId(new UUID(0, 81)),
                LetterKind.AWARD,
                new UUID(0, 1),
                Optional.empty(),
                1,
                "76562-2025-0001",
                "Tilskotsbrev: Kommunalt rusarbeid 2025",
                new SchemeId(new UUID(0, 31)),
                new NewLetter.Recipient(new MunicipalityId(new UUID(0, 11)), new MunicipalityNumber("4601"), "Bergen"),
                Language.NN,
                Instant.parse("2025-03-20T10:00:00Z"),
                Optional.of(document),
                new Letter.Receipt(
                        OwnFeed.NAME,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
        ContractSamples.ownedBy("grant-service")
                .assertApproved("letter.v1", 1, JSON.writeValueAsString(LetterV1.of(letter, document)));
    }
}
