package no.opptrapping.municipality.sync;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a source says that is not registered, for a person to adopt as a whole.
 *
 * @param basis the state of what is registered that it was compared with; a proposal on another state is outdated
 * @param decidedAt when it was adopted, or a newer proposal took its place
 * @param decidedBy who adopted it
 */
public record Proposal(
        UUID id,
        Source source,
        Instant madeAt,
        String basis,
        List<Difference> differences,
        Status status,
        Optional<Instant> decidedAt,
        Optional<String> decidedBy) {
    public Proposal {
        differences = List.copyOf(differences);
    }

    /** What has become of it. */
    @Schema(name = "SyncProposalStatus")
    public enum Status {
        OPEN,
        ADOPTED,
        /** A later run of the same source found something else, or nothing. */
        SUPERSEDED;

        /** The word in API answers. */
        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    Proposal superseded(Instant at) {
        return new Proposal(
                id, source, madeAt, basis, differences, Status.SUPERSEDED, Optional.of(at), Optional.empty());
    }

    Proposal adopted(Instant at, String by) {
        return new Proposal(id, source, madeAt, basis, differences, Status.ADOPTED, Optional.of(at), Optional.of(by));
    }
}
