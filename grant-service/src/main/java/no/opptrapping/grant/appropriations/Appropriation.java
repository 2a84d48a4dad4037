package no.opptrapping.grant.appropriations;

import java.time.Instant;
import java.time.Year;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.values.Kroner;

/**
 * An appropriation (<i>bevilgning</i>) of a scheme and year.
 *
 * @param adopted the budget as adopted (<i>saldert budsjett</i>), above zero
 * @param source where the figure stands, for example the proposition and its table
 * @param incorporatedFrom for framework money: the earmarked scheme that it comes from
 * @param revisions in the order in which they were proposed
 * @param approval by a second person; until then it is a proposal and there is no money
 */
public record Appropriation(
        AppropriationId id,
        SchemeId scheme,
        Year year,
        Kroner adopted,
        String source,
        Optional<SchemeId> incorporatedFrom,
        List<Revision> revisions,
        String madeBy,
        Instant madeAt,
        Optional<Approval> approval) {
    /** Who approved it, and when: never the one who proposed it. */
    public record Approval(String by, Instant at) {}

    /** A change of the appropriation during the year, positive or negative; a proposal until it is approved. */
    public record Revision(
            UUID id, Kroner change, String reason, String madeBy, Instant madeAt, Optional<Approval> approval) {
        boolean isApproved() {
            return approval.isPresent();
        }
    }

    public Appropriation {
        revisions = List.copyOf(revisions);
    }

    /** The budget as revised (<i>revidert budsjett</i>): adopted and all revisions that are approved. */
    public Kroner revised() {
        return adopted.plus(Kroner.sum(revisions.stream()
                .filter(Revision::isApproved)
                .map(Revision::change)
                .toList()));
    }

    Optional<Revision> revision(UUID wanted) {
        return revisions.stream().filter(one -> one.id().equals(wanted)).findFirst();
    }
}
