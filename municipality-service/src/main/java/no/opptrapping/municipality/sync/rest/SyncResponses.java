package no.opptrapping.municipality.sync.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.UUID;
import no.opptrapping.municipality.sync.Difference;
import no.opptrapping.municipality.sync.Proposal;
import no.opptrapping.municipality.sync.SyncRun;
import no.opptrapping.platform.language.LocalisedText;
import no.opptrapping.platform.language.Texts;
import no.opptrapping.platform.register.ShareMethod;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Runs and proposals as callers see them. */
final class SyncResponses {
    private SyncResponses() {}

    /**
     * A run.
     *
     * @param reason why it failed
     * @param notices what the source tells that cannot be adopted
     * @param proposalId what came of it
     */
    @JsonPropertyOrder({"id", "source", "startedAt", "finishedAt", "status", "reason", "notices", "proposalId"})
    @Schema(name = "SyncRun")
    record RunResponse(
            UUID id,
            @Schema(maxLength = 40) String source,
            Instant startedAt,
            @Schema(nullable = true) @Nullable Instant finishedAt,

            @Schema(enumeration = {"running", "proposed", "nothing-new", "failed"})
            String status,

            @Schema(nullable = true) @Nullable ReasonResponse reason,
            @Schema(maxItems = 10000) List<DifferenceResponse> notices,
            @Schema(nullable = true) @Nullable UUID proposalId) {
        static RunResponse of(SyncRun run, Texts texts) {
            return new RunResponse(
                    run.id(),
                    run.source().code(),
                    run.startedAt(),
                    run.finishedAt().orElse(null),
                    run.status().code(),
                    run.reason()
                            .map(reason -> new ReasonResponse(
                                    reason.code(), texts.text("sync.failed." + reason.code(), run.arguments())))
                            .orElse(null),
                    run.notices().stream().map(DifferenceResponse::of).toList(),
                    run.proposal().orElse(null));
        }
    }

    /** Why a run failed. */
    @JsonPropertyOrder({"code", "text"})
    @Schema(name = "SyncFailure")
    record ReasonResponse(@Schema(maxLength = 40) String code, LocalisedText text) {}

    /** The page as it is described to callers. */
    @Schema(name = "SyncRunPage")
    record RunPage(
            @Schema(required = true, maxItems = 500) List<RunResponse> items,
            @Schema(maxLength = 512) @Nullable String next) {}

    /** A proposal in a list. */
    @JsonPropertyOrder({"id", "source", "madeAt", "status", "decidedAt", "differences"})
    @Schema(name = "SyncProposalSummary")
    record ProposalSummary(
            UUID id,
            @Schema(maxLength = 40) String source,
            Instant madeAt,

            @Schema(enumeration = {"open", "adopted", "superseded"})
            String status,

            @Schema(nullable = true) @Nullable Instant decidedAt,

            @Schema(description = "How many there are", minimum = "1", maximum = "100000")
            int differences) {
        static ProposalSummary of(Proposal proposal) {
            return new ProposalSummary(
                    proposal.id(),
                    proposal.source().code(),
                    proposal.madeAt(),
                    proposal.status().code(),
                    proposal.decidedAt().orElse(null),
                    proposal.differences().size());
        }
    }

    /** The page as it is described to callers. */
    @Schema(name = "SyncProposalPage")
    record ProposalPage(
            @Schema(required = true, maxItems = 500) List<ProposalSummary> items,
            @Schema(maxLength = 512) @Nullable String next) {}

    /** A proposal. */
    @JsonPropertyOrder({"id", "source", "madeAt", "status", "decidedAt", "counts", "differences"})
    @Schema(name = "SyncProposal")
    record ProposalResponse(
            UUID id,
            @Schema(maxLength = 40) String source,
            Instant madeAt,

            @Schema(enumeration = {"open", "adopted", "superseded"})
            String status,

            @Schema(nullable = true) @Nullable Instant decidedAt,
            CountsResponse counts,
            @Schema(maxItems = 100000) List<DifferenceResponse> differences) {
        static ProposalResponse of(Proposal proposal) {
            return new ProposalResponse(
                    proposal.id(),
                    proposal.source().code(),
                    proposal.madeAt(),
                    proposal.status().code(),
                    proposal.decidedAt().orElse(null),
                    CountsResponse.of(proposal.differences()),
                    proposal.differences().stream().map(DifferenceResponse::of).toList());
        }
    }

    /** How many differences there are of each effect. */
    @JsonPropertyOrder({"new", "changed", "ceased"})
    @Schema(name = "SyncCounts")
    record CountsResponse(@JsonProperty("new") long added, long changed, long ceased) {
        static CountsResponse of(List<Difference> differences) {
            return new CountsResponse(
                    count(differences, Difference.Effect.NEW),
                    count(differences, Difference.Effect.CHANGED),
                    count(differences, Difference.Effect.CEASED));
        }

        private static long count(List<Difference> differences, Difference.Effect effect) {
            return differences.stream()
                    .filter(difference -> difference.kind().effect() == effect)
                    .count();
        }
    }

    /** One thing in which the source differs from what is registered. */
    @JsonPropertyOrder({"kind", "effect", "subject", "on", "edition", "before", "after"})
    @Schema(name = "SyncDifference")
    record DifferenceResponse(
            @Schema(maxLength = 40) String kind,

            @Schema(enumeration = {"new", "changed", "ceased", "notice"})
            String effect,

            @Schema(maxLength = 100, description = "What differs where the kind does not say: an indicator's code")
            String subject,

            LocalDate on,

            @Schema(
                    description = "Of a grouping's values: the year of its edition, where the day does not say it",
                    minimum = "1900",
                    maximum = "2199")
            @JsonInclude(JsonInclude.Include.NON_NULL)
            @Nullable
            Integer edition,

            @Schema(maxItems = 100) List<ItemResponse> before,
            @Schema(maxItems = 100) List<ItemResponse> after) {
        static DifferenceResponse of(Difference difference) {
            return new DifferenceResponse(
                    difference.kind().code(),
                    difference.kind().effect().code(),
                    difference.subject(),
                    difference.on(),
                    difference.edition().map(Year::getValue).orElse(null),
                    difference.before().stream().map(ItemResponse::of).toList(),
                    difference.after().stream().map(ItemResponse::of).toList());
        }
    }

    /**
     * A municipality or county, with what is said of it: a share, a figure, a number.
     *
     * @param method how a share is known; null for what is no share, or for a share that is not known
     * @param year the year of the populations that a share rests on
     */
    @JsonPropertyOrder({"number", "name", "value", "method", "year"})
    @Schema(name = "SyncItem")
    record ItemResponse(
            @Schema(maxLength = 4) String number,
            @Schema(maxLength = 200) String name,
            @Schema(maxLength = 200) String value,

            @Schema(nullable = true, maxLength = 40, examples = "estimated") @Nullable
            String method,

            @Schema(nullable = true, minimum = "1900", maximum = "2199") @Nullable
            Integer year) {
        static ItemResponse of(Difference.Item item) {
            return new ItemResponse(
                    item.number(),
                    item.name(),
                    item.value(),
                    item.year().map(_ -> ShareMethod.ESTIMATED.code()).orElse(null),
                    item.year().map(Year::getValue).orElse(null));
        }
    }
}
