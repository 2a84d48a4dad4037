package no.opptrapping.grant.assessment;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.opptrapping.grant.applications.ApplicationId;
import no.opptrapping.grant.applications.ParticipantShare;
import no.opptrapping.grant.applications.Position;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.platform.values.MunicipalityNumber;

/**
 * A submitted application that an adviser recommends to approve, as an allocation run needs it.
 *
 * @param participants who shares it, of what was asked for; the host alone when it is not a joint application
 * @param assessed above zero, at most what was asked for
 * @param smallestUseful at most the assessed amount; zero when any amount is useful
 * @param rank 1 is first
 * @param score 0 to 100
 */
public record AssessedApplication(
        ApplicationId id,
        String reference,
        MunicipalityId host,
        MunicipalityNumber hostNumber,
        List<ParticipantShare> participants,
        Kroner asked,
        Kroner assessed,
        Kroner smallestUseful,
        Optional<Integer> rank,
        Optional<BigDecimal> score,
        Instant submittedAt,
        List<Position> positions) {
    public AssessedApplication {
        participants = List.copyOf(participants);
        positions = List.copyOf(positions);
    }
}
