package no.opptrapping.grant.allocation.runs.db;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Year;
import java.util.Optional;
import no.opptrapping.grant.allocation.runs.AllocationRun;
import no.opptrapping.grant.allocation.runs.RunId;
import no.opptrapping.grant.calls.CallId;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.database.Act;
import no.opptrapping.platform.values.CountyGovernorOfficeId;
import no.opptrapping.platform.values.Kroner;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.EmbeddedColumnNaming;
import org.jspecify.annotations.Nullable;

/** A run as stored; nothing of it changes but that it is adopted, so only that is ever written again. */
@Entity
@DynamicUpdate
@Table(name = "allocation_run")
class AllocationRunEntity {
    @Id
    RunId id;

    String name;
    SchemeId schemeId;

    @Nullable
    Integer schemeVersion;

    Year year;

    @EmbeddedColumnNaming("made_%s")
    Act made;

    /** The call that it divides by, so that the database knows that one run decides each part of it. */
    @Nullable
    CallId callId;

    @Nullable
    Integer round;

    @Nullable
    CountyGovernorOfficeId officeId;

    /** How many runs had decided the same part when it was adopted: applications come to an office after it has decided. */
    int again;

    /** As they were hashed, to the character. */
    String inputs;

    String inputHash;
    String resultHash;
    Kroner budget;
    Kroner distributed;
    int recipients;

    @Nullable
    @EmbeddedColumnNaming("adopted_%s")
    Act adopted;

    @SuppressWarnings("NullAway.Init")
    protected AllocationRunEntity() {}

    AllocationRunEntity(AllocationRun run) {
        id = run.id();
        name = run.name();
        schemeId = run.scheme();
        schemeVersion = run.schemeVersion().orElse(null);
        year = run.year();
        made = new Act(run.madeBy(), run.madeAt());
        inputs = run.inputs();
        inputHash = run.inputHash();
        resultHash = run.resultHash();
        budget = run.budget();
        distributed = run.sum();
        recipients = run.recipients();
        var parameters = run.readInputs().parameters();
        officeId = parameters.office().orElse(null);
        parameters.parts().stream().findFirst().ifPresent(part -> {
            callId = part.call();
            round = part.round().orElse(null);
        });
    }

    AllocationRun run() {
        return new AllocationRun(
                id,
                name,
                schemeId,
                Optional.ofNullable(schemeVersion),
                year,
                made.by(),
                made.at(),
                inputs,
                inputHash,
                resultHash,
                budget,
                distributed,
                recipients,
                adoption(adopted));
    }

    static Optional<AllocationRun.Adoption> adoption(@Nullable Act adopted) {
        return Optional.ofNullable(adopted).map(act -> new AllocationRun.Adoption(act.by(), act.at()));
    }
}
